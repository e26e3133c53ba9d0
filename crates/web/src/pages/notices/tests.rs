//! The bell and the list, by the page alone.

use desk::on_both;
use desk::testing::TestDesk;
use desk::tickets::NewTicket;
use domain::Actor;

use super::super::browser::{Browser, says};
use crate::testing::TestWeb;

async fn given(test: &TestDesk, to: &Actor) -> i64 {
    let new = NewTicket {
        subject: "Где заказ?".to_owned(),
        assignee_id: Some(to.agent),
        ..NewTicket::default()
    };
    let boss = test.supervisor().await;
    test.desk
        .create_ticket(&boss, new)
        .await
        .unwrap()
        .ticket
        .number
}

on_both! {
    async fn a_notice_leads_to_its_ticket_and_is_read_then(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.agent("anna", &[]).await;
        let anna = Browser::of(&web, &actor).await;
        says(&anna.read("/notices").await, &["data-unread=\"0\"", "Уведомлений нет"]);
        let number = given(test, &actor).await;
        let page = anna.read("/notices").await;
        says(&page, &["Уведомления: 1 новое", "data-live=\"notices\"", "Прочитать все", "supervisor назначил(а) вам запрос", "Где заказ?"]);
        let path = page.split("href=\"/notices/note_").nth(1).unwrap();
        let path = format!("/notices/note_{}", path.split('"').next().unwrap());
        let opened = anna.open(&path).await;
        assert_eq!((opened.status, opened.header(axum::http::header::LOCATION)), (303, format!("/tickets/{number}").as_str()));
        says(&anna.read("/notices?unread=1").await, &["data-unread=\"0\"", "Новых уведомлений нет"]);
        let other = Browser::of(&web, &test.agent("zoya", &[]).await).await;
        assert_eq!(other.open(&path).await.status, 404);
    }

    async fn all_are_read_at_once_in_both_languages(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.agent("anna", &[]).await;
        let anna = Browser::of(&web, &actor).await;
        anna.in_english(&actor).await;
        given(test, &actor).await;
        given(test, &actor).await;
        says(&anna.read("/notices?unread=1").await, &["Notifications: 2 new", "supervisor gave you a ticket"]);
        assert_eq!(anna.done("/notices/read", &[("unread", "1")]).await, "/notices?unread=1");
        says(&anna.read("/notices").await, &["data-unread=\"0\"", "supervisor gave you a ticket"]);
    }
}
