//! Who sees and does what on pages.

use desk::on_both;

use super::*;

on_both! {
    async fn what_belongs_to_another_channel_is_not_there(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let call = call_id(&anna).await;
        let client = between(&anna.read("/tickets/1").await, "href=\"/clients/", "\"").to_owned();
        let other = test.channel().await;
        let stranger = Browser::of(&web, &test.agent("stranger", &[other]).await).await;
        for path in ["/tickets/1".to_owned(), format!("/calls/call_{call}"), format!("/clients/{client}"), "/tickets/x".to_owned(), "/calls/x".to_owned(), "/nothing".to_owned()] {
            let answer = stranger.open(&path).await;
            assert_eq!(answer.status, 404, "{path}");
            says(answer.text(), &["<html lang=\"ru\">", "Не найдено", "К запросам"]);
            assert!(!answer.text().contains("2041837") && !answer.text().contains(SHOWN), "{path}");
        }
        assert!(!stranger.read("/tickets").await.contains(SHOWN));
        assert!(!stranger.read("/calls").await.contains(SHOWN));
        assert_eq!(stranger.send("/tickets/1", &[("status", "solved")]).await.status, 404);
        assert_eq!(stranger.send("/tickets/1/comments", &[("text", "а?")]).await.status, 404);
    }

    async fn an_internal_employee_comments_and_changes_nothing(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let internal = Browser::of(&web, &test.internal(&[channel]).await).await;
        let page = internal.read("/tickets/1").await;
        says(&page, &["Открыт", "Начат входящий звонок", "name=\"text\"", "Записать"]);
        for never in ["<select name=\"status\"", "type=\"submit\" name=\"status\"", "name=\"assignee_id\"", "name=\"subject\"", "name=\"tags\"", "/ticket\"", "href=\"/tickets/new\""] {
            assert!(!page.contains(never), "{never} in {page}");
        }
        let client = between(&page, "href=\"/clients/", "\"").to_owned();
        assert!(!internal.read(&format!("/clients/{client}")).await.contains("method=\"post\" action=\"/clients"));
        internal.done("/tickets/1/comments", &[("text", "Спросил на складе")]).await;
        for (path, fields) in [("/tickets/1", [("status", "solved")]), ("/clients", [("name", "Кто-то")]), ("/tickets", [("subject", "Новый")])] {
            let answer = internal.send(path, &fields).await;
            assert_eq!(answer.status, 403, "{path}");
            says(answer.text(), &["Нет прав", "Внутренний сотрудник может"]);
        }
        assert_eq!(internal.open("/tickets/new").await.status, 403);
    }

    async fn a_page_that_renews_itself_is_told_of_a_lost_sign_in(test: &TestDesk) {
        let web = TestWeb::over(test);
        for path in ["/tickets", "/calls", "/clients"] {
            let request = axum::http::Request::get(path).header("x-live", "1");
            let answer: Answer = web.send(request.body(axum::body::Body::empty()).unwrap()).await;
            assert_eq!(answer.status, 401, "{path}");
        }
    }

    async fn a_form_from_elsewhere_is_refused_in_words(test: &TestDesk) {
        let web = TestWeb::over(test);
        let request = axum::http::Request::post("/sign_out").header("sec-fetch-site", "cross-site");
        let answer = web.send(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 403);
        says(answer.text(), &["чужой страницы", "Форма отправлена не со страницы"]);
        assert!(answer.headers.contains_key("content-security-policy"));
    }
}
