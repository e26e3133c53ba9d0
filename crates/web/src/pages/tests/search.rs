//! The palette and the page with what was found.

use desk::on_both;

use super::*;

/// What the palette shows for this.
async fn palette(browser: &Browser<'_>, fields: &[(&str, &str)]) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let answer = browser.open(&format!("/search/palette?{query}")).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let html = answer.text().to_owned();
    assert!(
        !html.contains("<html") && !html.contains(" style="),
        "{html}"
    );
    html
}

on_both! {
    async fn the_palette_finds_marks_and_does(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        test.desk.follow_words().await.unwrap();
        let found = palette(&anna, &[("q", "18-37")]).await;
        says(&found, &["Клиенты", "href=\"/clients/cl_", "<mark>+7 916 204-18-37</mark>", "Запросы", "href=\"/tickets/1\"", "№ 1", "Звонки", "href=\"/calls/call_"]);
        says(&palette(&anna, &[("q", "входящие зво")]).await, &["<mark>Входящий</mark>", "<mark>звонок</mark>"]);
        says(&palette(&anna, &[("q", "d[jlzobq pdjyjr")]).await, &["Другая раскладка: входящий звонок", "href=\"/tickets/1\""]);
        says(&palette(&anna, &[("q", "ann")]).await, &["Агенты", "href=\"/calls?agent_id=agt_"]);
        says(&palette(&anna, &[("q", "тёмн"), ("here", "/calls")]).await, &["data-action=\"/settings/theme\"", "data-field=\"theme\"", "data-value=\"dark\"", "data-next=\"/calls\""]);
        says(&palette(&anna, &[("q", "clie")]).await, &["href=\"/clients/new\"", "href=\"/clients\""]);
        assert!(!palette(&anna, &[("q", "новый")]).await.contains("/channels/new"), "only administrators make channels");
        let stranger = Browser::of(&web, &test.agent("stranger", &[]).await).await;
        assert!(!palette(&stranger, &[("q", "18-37")]).await.contains("cl_"));
    }

    async fn what_was_open_lately_is_told_to_those_who_may_see_it(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let call = format!("/calls/call_{}", call_id(&anna).await);
        let recent = [("q", ""), ("recent", "/tickets/1"), ("recent", call.as_str()), ("recent", "/tickets/99"), ("recent", "/etc/passwd")];
        let shown = palette(&anna, &recent).await;
        says(&shown, &["Недавнее", "href=\"/tickets/1\"", "href=\"/calls/call_", "Действия", "Новый запрос", "Страницы"]);
        assert!(!shown.contains("passwd") && !shown.contains("/tickets/99"));
        let stranger = Browser::of(&web, &test.agent("stranger", &[]).await).await;
        assert!(!palette(&stranger, &recent).await.contains("/tickets/1\""));
    }

    async fn the_page_shows_kinds_and_says_when_there_is_nothing(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        test.desk.follow_words().await.unwrap();
        let page = anna.read("/search?q=2041837").await;
        says(&page, &["Найдено: 2041837", "value=\"2041837\"", "aria-current=\"page\">Всё", "Клиенты", "href=\"/clients/cl_", "Запросы", "Звонки"]);
        let calls = anna.read("/search?q=2041837&kind=calls").await;
        says(&calls, &["aria-current=\"page\">Звонки", "href=\"/calls/call_"]);
        assert!(!calls.contains("href=\"/clients/cl_"));
        says(&anna.read("/search?q=%D0%BA%D0%BE%D1%82").await, &["Ничего не нашлось"]);
        says(&anna.read("/search").await, &["Что ищем?"]);
    }

    async fn a_theme_is_kept_by_the_browser(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let answer = anna.send("/settings/theme", &[("theme", "dark"), ("next", "/calls")]).await;
        assert_eq!(answer.header(axum::http::header::LOCATION), "/calls");
        assert!(answer.header(axum::http::header::SET_COOKIE).starts_with("dozvon_theme=dark"));
    }

    async fn the_palette_calls_a_number_or_a_client(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        test.desk.follow_words().await.unwrap();
        let (_, anna) = anna(&web, channel).await;
        let found = palette(&anna, &[("q", "204-18-37"), ("here", "/clients")]).await;
        says(&found, &["Позвонить", "data-action=\"/calls\"", "data-field=\"phone\"", "data-value=\"+79162041837\"", "data-next=\"/clients\""]);
        let unknown = palette(&anna, &[("q", "8 495 000 11 22")]).await;
        says(&unknown, &["data-value=\"+74950001122\"", "+7 495 000-11-22"]);
        let internal = Browser::of(&web, &test.internal(&[channel]).await).await;
        assert!(!palette(&internal, &[("q", "204-18-37")]).await.contains("data-action=\"/calls\""));
    }
}
