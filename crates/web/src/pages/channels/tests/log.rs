//! Requests of the telephony as they arrived.

use axum::body::Body;
use axum::http::Request;
use desk::on_both;

use super::*;
use crate::testing::ringing;

on_both! {
    async fn the_log_is_filtered_by_what_became_of_a_request(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let secret = token(&admin, id).await;
        let path = format!("/channels/{id}/notifications");
        says(&admin.read(&path).await, &["Запросов пока нет"]);
        web.notify(&secret, &ringing(101, "79162041837")).await;
        web.notify(&secret, "совсем не то").await;
        let page = admin.read(&path).await;
        assert!(page.contains("<code>101</code>") && page.contains("не разобрать"), "{page}");
        let page = admin.read(&format!("{path}?verdict=unreadable")).await;
        assert!(!page.contains("<code>101</code>") && page.contains("не разобрать"));
        says(&page, &["aria-current=\"true\">Не прочитано"]);
        let page = admin.read(&format!("{path}?verdict=failed")).await;
        says(&page, &["С таким итогом запросов нет"]);
    }

    async fn a_long_log_goes_on_on_older_pages(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let secret = token(&admin, id).await;
        for session in 1000..1060 {
            let request = Request::post(format!("/hooks/uis/{secret}"));
            let request = request.body(Body::from(ringing(session, "79162041837"))).unwrap();
            assert_eq!(web.send(request).await.status, 200);
        }
        test.desk.hear_all().await.unwrap();
        let page = admin.read(&format!("/channels/{id}/notifications")).await;
        assert_eq!(page.matches("<tr data-verdict").count(), 50);
        assert!(!page.contains("rel=\"prev\""));
        let older = page.split("rel=\"next\" href=\"").nth(1).unwrap();
        let older = older.split('"').next().unwrap().replace("&#38;", "&");
        let page = admin.read(&older).await;
        assert_eq!(page.matches("<tr data-verdict").count(), 10);
        says(&page, &["rel=\"prev\"", "Новее"]);
        assert!(!page.contains("rel=\"next\""));
    }

    async fn a_request_is_shown_as_it_came_with_what_was_read(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let secret = token(&admin, id).await;
        web.notify(&secret, &ringing(101, "79162041837")).await;
        let page = admin.read(&format!("/channels/{id}/notifications")).await;
        let link = page.split("data-item href=\"").nth(1).unwrap();
        let link = link.split('"').next().unwrap().to_owned();
        let page = admin.read(&link).await;
        says(&page, &["<h1>Входящий звонок на виртуальный номер</h1>", "href=\"/calls/call_", "POST", "Размер", "101", "Принято", "Тело", "79162041837"]);
        assert_eq!(admin.done(&format!("{link}/replay"), &[]).await, link);
        test.desk.hear_all().await.unwrap();
        says(&admin.read(&link).await, &["Принято"]);
    }

    async fn a_request_of_another_channel_is_not_there(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let (one, other) = (added(&admin).await, added(&admin).await);
        let secret = token(&admin, one).await;
        web.notify(&secret, &ringing(101, "79162041837")).await;
        let page = admin.read(&format!("/channels/{one}/notifications")).await;
        let link = page.split("data-item href=\"").nth(1).unwrap();
        let foreign = link.split('"').next().unwrap().replace(&one.to_string(), &other.to_string());
        assert_eq!(admin.open(&foreign).await.status, 404);
        assert_eq!(admin.open("/channels/nonsense").await.status, 404);
    }
}
