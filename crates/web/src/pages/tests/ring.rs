//! The card of a ringing call: on every page of those concerned, as a piece by itself, and gone when it is over.

use super::*;
use desk::on_both;

on_both! {
    async fn a_call_that_rings_stands_on_every_page_of_those_it_rings_at(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (actor, browser) = anna(&web, channel).await;
        let stranger = Browser::of(&web, &test.agent("zoya", &[]).await).await;
        rings(&web, channel, 7, NUMBER).await;
        for path in ["/clients", "/around", "/around/ring"] {
            let page = browser.open(path).await;
            says(page.text(), &["Входящий звонок", SHOWN, "Отдел доставки. Новый клиент", "Открыть запрос", "Не моё", "коммуникаторе UIS"]);
            assert!(!stranger.open(path).await.text().contains("Не моё"), "{path}");
        }
        let news = browser.open("/around/ring/news").await.json();
        assert_eq!(news["quiet"], false);
        assert_eq!(news["items"][0]["title"], format!("Входящий звонок: {SHOWN}"));
        let ticket = between(browser.open("/around/ring").await.text(), "data-kind=\"primary\" href=\"", "\"").to_owned();
        says(&browser.read(&ticket).await, &["Входящий звонок"]);
        browser.in_english(&actor).await;
        says(&browser.read("/clients").await, &["Incoming call", "New client", "Open ticket", "Not mine"]);
        web.notify(&test.token(channel).await.1, &finished(7, NUMBER, &[])).await;
        assert!(!browser.read("/clients").await.contains("Not mine"));
    }

    async fn not_mine_leads_back_and_takes_it_away(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, browser) = anna(&web, channel).await;
        rings(&web, channel, 7, NUMBER).await;
        let page = browser.read("/clients").await;
        let path = format!("/calls/{}/not_mine", between(&page, "data-call=\"", "\""));
        let sent = browser.send(&path, &[("next", "/clients")]).await;
        assert_eq!((sent.status, sent.header(axum::http::header::LOCATION)), (303, "/clients"));
        assert!(!browser.read("/clients").await.contains("Не моё"));
        let other = Browser::of(&web, &test.agent("zoya", &[]).await).await;
        assert_eq!(other.send(&path, &[]).await.status, 404);
    }

    async fn who_is_not_to_be_disturbed_is_not_spoken_to(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, browser) = anna(&web, channel).await;
        rings(&web, channel, 7, NUMBER).await;
        says(&browser.read("/clients").await, &["id=\"ring\" class=\"rings\" aria-live=\"polite\""]);
        browser.send("/settings/presence", &[("state", "do_not_disturb"), ("next", "/clients")]).await;
        says(&browser.read("/clients").await, &["id=\"ring\" class=\"rings\" aria-live=\"off\"", "Не моё"]);
        assert_eq!(browser.open("/around/ring/news").await.json()["quiet"], true);
    }
}
