//! The connection doctor leads from a new channel to one that works.

use desk::on_both;

use super::*;
use crate::testing::{finished, ringing};

on_both! {
    async fn the_ready_bodies_hold_the_token_once_there_is_one(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let path = format!("/channels/{id}");
        let page = admin.read(&path).await;
        says(&page, &["Токенов ещё нет", "Создать токен", "Готовое тело появится"]);
        let secret = token(&admin, id).await;
        let page = admin.read(&path).await;
        says(&page, &[
            "Ждём первого уведомления",
            "«Уведомления»", "«Добавить уведомление»", "способ HTTP, метод POST", "/hooks/uis",
            "Входящий звонок на виртуальный номер", &secret,
            "Исходящий звонок", &secret,
            "Начало разговора", &secret,
            "Завершение звонка", &secret,
            "Установите коммуникатор UIS",
        ]);
    }

    async fn a_token_is_revoked_and_another_takes_its_place(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let first = token(&admin, id).await;
        let tokens = test.desk.tokens(&test.admin().await, id).await.unwrap();
        let revocation = format!("/channels/{id}/tokens/{}/revocation", tokens[0].0.id);
        assert!(admin.read(&format!("/channels/{id}")).await.contains(&revocation));
        admin.done(&revocation, &[]).await;
        let second = token(&admin, id).await;
        let page = admin.read(&format!("/channels/{id}")).await;
        assert!(page.contains(&second) && !page.contains(&first));
        assert_eq!(admin.send(&revocation, &[]).await.status, 404);
    }

    async fn a_tick_lights_up_when_its_event_first_arrives(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let secret = token(&admin, id).await;
        let path = format!("/channels/{id}");
        assert!(admin.read(&path).await.contains(&format!("data-live=\"channel:{id} agents\"")));
        web.notify(&secret, &ringing(101, "79162041837")).await;
        let page = admin.read(&path).await;
        says(&page, &["id=\"event-in_call_session\"", "data-state=\"ok\"", "готово:", "всего 1 раз"]);
        says(&page, &["id=\"event-call_session_finished\"", "data-state=\"wait\"", "ещё не приходило"]);
        web.notify(&secret, &finished(101, "79162041837", &[])).await;
        let page = admin.read(&path).await;
        says(&page, &["id=\"event-call_session_finished\"", "data-state=\"ok\""]);
        says(&page, &["Последние запросы", "Завершение звонка", "href=\"/calls/call_", "<code>101</code>"]);
        says(&admin.read("/channels").await, &["Отдел доставки", "работает"]);
    }

    async fn what_cannot_be_read_is_told_in_words_with_the_request_beside_it(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let secret = token(&admin, id).await;
        web.notify(&secret, "совсем не то").await;
        let page = admin.read(&format!("/channels/{id}")).await;
        says(&page, &["Есть непрочитанные запросы", "Последний запрос, который не удалось прочитать", "совсем не то", "Прочитать заново"]);
        let location = admin.done(&format!("/channels/{id}/replay"), &[]).await;
        assert_eq!(location, format!("/channels/{id}/notifications"));
        assert_eq!(test.desk.work_all().await.unwrap(), 1);
        test.desk.hear_all().await.unwrap();
        says(&admin.read(&location).await, &["Не прочитано"]);
    }

    async fn a_fault_is_marked_in_the_request(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let secret = token(&admin, id).await;
        let body = ringing(102, "79162041837").replace("\"in_call_session\"", "\"\"in_call_session\"\"");
        web.notify(&secret, &body).await;
        let page = admin.read(&format!("/channels/{id}")).await;
        says(&page, &["data-severity=\"repaired\"", "пришло в двойных кавычках", "уберите кавычки вокруг параметра", "<mark>&#34;&#34;in_call_session&#34;&#34;</mark>"]);
    }

    async fn what_was_written_into_a_request_is_shown_as_text(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = admin(&web, test).await;
        let id = added(&admin).await;
        let secret = token(&admin, id).await;
        web.notify(&secret, "<script>alert(1)</script>").await;
        let page = admin.read(&format!("/channels/{id}")).await;
        assert!(!page.contains("<script>alert"));
    }
}
