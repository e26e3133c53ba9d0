//! Every page in both languages is well-formed, has one heading, and no message is missing.

use desk::on_both;

use super::*;

/// Elements that are never closed.
const VOID: [&str; 8] = ["area", "br", "hr", "img", "input", "link", "meta", "source"];

/// Elements before which a reader of HTML ends a paragraph by itself.
const ENDS_PARAGRAPH: [&str; 24] = [
    "article",
    "aside",
    "blockquote",
    "details",
    "dialog",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "header",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Checks that what is opened is closed, in order, and that a reader of HTML finds it where it was written.
fn check(path: &str, page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page.trim_start_matches("<!doctype html>");
    while let Some(at) = rest.find('<') {
        let tag = rest[at + 1..].split('>').next().unwrap();
        rest = &rest[at + 1 + tag.len()..];
        let name = tag
            .trim_start_matches('/')
            .split([' ', '\n', '/'])
            .next()
            .unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{path}: </{name}> in {page}");
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            let torn = ENDS_PARAGRAPH.contains(&name) && open.contains(&"p");
            assert!(!torn, "{path}: <{name}> within a paragraph: {open:?}");
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{path}: {open:?} in {page}");
    assert_eq!(page.matches("<h1").count(), 1, "{path}: {page}");
    let mut ids: Vec<&str> = page
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    ids.sort_unstable();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "{path}: an id stands twice in {page}");
    for never in ["msg_", "{{", "{%", "{ $", "Some(", "None<"] {
        // The page about fields of ready texts writes them out.
        let written_out = never == "{{" && path.starts_with("/settings/macros");
        assert!(
            written_out || !page.contains(never),
            "{path}: {never} in {page}"
        );
    }
}

on_both! {
    async fn every_page_is_whole_in_both_languages(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        rings(&web, channel, 2, "74950000099").await;
        let actor = test.admin().await;
        let admin = Browser::of(&web, &actor).await;
        admin.done("/tickets/1/comments", &[("text", "1. раз\n2. два\n\n| a | b |\n|---|---|\n| 1 | 2 |")]).await;
        admin.done("/tickets/1", &[("tags", "чек")]).await;
        admin.done("/tickets", &[("subject", "Ничей <b>")]).await;
        let call = call_id(&admin).await;
        let (_, token) = test.token(channel).await;
        web.notify(&token, &missed(9, "74950000098")).await;
        let client = between(&admin.read("/tickets/1").await, "href=\"/clients/", "\"").to_owned();
        let paths = [
            "/tickets".to_owned(), "/tickets?view=solved".to_owned(), "/tickets?q=8+916+204-18-37".to_owned(), "/tickets/1".to_owned(),
            "/tickets/1?pane=client".to_owned(), "/tickets/3".to_owned(), "/tickets/new".to_owned(), format!("/tickets/new?client={client}"), "/settings/macros".to_owned(), "/style".to_owned(),
            "/settings/macros/new".to_owned(), "/settings/outcomes".to_owned(),
            "/calls".to_owned(), "/calls?outcome=missed&from=x".to_owned(), format!("/calls/call_{call}"), "/clients".to_owned(),
            "/missed".to_owned(), "/missed?closed=1".to_owned(), "/wallboard".to_owned(), format!("/wallboard?channel_id={channel}"),
            "/search".to_owned(), "/search?q=8+916".to_owned(), "/search?q=20418&kind=clients".to_owned(),
            "/clients/new".to_owned(), format!("/clients/{client}"), format!("/clients/{client}?same_as=7"),
        ];
        for path in &paths {
            check(path, &admin.read(path).await);
        }
        admin.in_english(&actor).await;
        for path in &paths {
            let page = admin.read(path).await;
            check(path, &page);
            let russian: String = page.split('>').filter_map(|part| part.split('<').next()).filter(|text| text.contains("запрос") || text.contains("клиент")).collect();
            assert!(russian.is_empty(), "{path}: {russian}");
        }
        for path in ["/sign_in", "/sign_in?lang=en", "/nothing"] {
            check(path, web.get(path).await.text());
        }
    }

    async fn a_new_desk_shows_its_administrator_the_first_steps(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.admin().await;
        let admin = Browser::of(&web, &actor).await;
        let page = admin.read("/").await;
        check("/", &page);
        says(&page, &["Первые шаги", "data-state=\"now\"", "href=\"/channels/new\""]);
        admin.in_english(&actor).await;
        check("/", &admin.read("/").await);
        let anna = Browser::of(&web, &test.agent("anna", &[]).await).await;
        assert_eq!(anna.open("/").await.status, 303);
        assert_eq!(anna.open("/style").await.status, 403);
    }
}
