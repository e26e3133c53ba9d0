//! The board by the page alone.

use desk::on_both;

use super::super::browser::{Browser, says};
use crate::testing::{TestWeb, missed};

const NUMBER: &str = "79162041837";

on_both! {
    async fn who_was_missed_stands_there_until_somebody_handles_it(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let actor = test.agent("anna", &[channel]).await;
        let anna = Browser::of(&web, &actor).await;
        says(&anna.read("/missed").await, &["data-live=\"missed calls\"", "Пропущенных нет"]);
        web.notify(&token, &missed(1, NUMBER)).await;
        let page = anna.read("/missed").await;
        says(&page, &["Перезвонить нужно 1 звонившему", "+7 916 204-18-37", "Отдел доставки", "class=\"strip-try\"", "раньше не говорили", "Обработано"]);
        assert!(page.contains("id=\"waits-phone-missed\" class=\"waits\"><span class=\"count\" data-kind=\"miss\">1</span>"), "{page}");
        let id = page.split("<tr id=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let sent = anna.send(&format!("/missed/{id}/handled"), &[("next", "/missed")]).await;
        assert_eq!(sent.status, 303);
        let page = anna.read_after(&sent, "/missed").await;
        says(&page, &["Никто не ждёт", "отмечено обработанным: anna", "Вернуть", "Обработано: +7 916 204-18-37", "Отменить"]);
        assert_eq!(anna.send(&format!("/missed/{id}/waiting"), &[("next", "/missed")]).await.status, 303);
        says(&anna.read("/missed").await, &["Перезвонить нужно 1"]);
        let other = Browser::of(&web, &test.agent("zoya", &[]).await).await;
        says(&other.read("/missed").await, &["Пропущенных нет"]);
        assert_eq!(other.send(&format!("/missed/{id}/handled"), &[]).await.status, 404);
        let reader = Browser::of(&web, &test.internal(&[channel]).await).await;
        assert!(!reader.read("/missed").await.contains("/handled"));
        assert_eq!(reader.send(&format!("/missed/{id}/handled"), &[]).await.status, 403);
    }

    async fn it_is_told_in_english_too(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let actor = test.agent("anna", &[channel]).await;
        let anna = Browser::of(&web, &actor).await;
        anna.in_english(&actor).await;
        web.notify(&token, &missed(1, NUMBER)).await;
        says(&anna.read("/missed").await, &["1 caller is waiting", "Tries from", "never talked before", "Handled"]);
        says(&anna.read("/missed?closed=1").await, &["Who was called back", "Nobody yet."]);
    }
}
