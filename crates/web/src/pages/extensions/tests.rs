//! «Расширения»: administrators turn transcription on and set it; others are told they may not.

use desk::on_both;

use crate::pages::browser::{Browser, says};
use crate::testing::TestWeb;

on_both! {
    async fn an_administrator_turns_it_on_and_sets_it(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.admin().await;
        let channel = test.channel().await;
        let admin = Browser::of(&web, &actor).await;
        let page = admin.read("/extensions").await;
        says(&page, &["Расширения", "Расшифровка звонка", "OFF", "aria-checked=\"false\"", "dozvon model fetch", "0 мин", "Отдел доставки"]);
        says(&admin.read("/calls").await, &["href=\"/extensions\""]);
        admin.done("/extensions/transcription/state", &[("enabled", "on")]).await;
        says(&admin.read("/extensions").await, &["ON", "aria-checked=\"true\""]);
        let id = channel.to_string();
        let (on, language) = (format!("on-{id}"), format!("language-{id}"));
        let fields = [
            ("mode", "longer_than"), ("seconds", "45"), ("language", "ru"), ("limit_minutes", "600"), ("names", "Дозвон\r\nНитка"),
            ("corrections", "до звон = Дозвон"), ("sees_secrets", "agent"), ("promises", "напишу завтра = завтра 09:00"),
            ("channel", &id), (&language, "en"),
        ];
        admin.done("/extensions/transcription", &fields).await;
        let page = admin.read("/extensions").await;
        says(&page, &["ON", "0 из 600 мин", "value=\"longer_than\" checked", "value=\"45\"", "value=\"ru\" selected", "Дозвон\nНитка", "до звон = Дозвон", "value=\"agent\" checked", "напишу завтра = завтра 09:00", "value=\"en\" selected"]);
        assert!(!page.contains(&format!("name=\"{on}\" checked")));
        let wrong = [("mode", "longer_than"), ("seconds", "скоро"), ("promises", "перезвоню"), ("corrections", "ой"), ("channel", id.as_str()), (on.as_str(), "on")];
        let page = admin.refused("/extensions/transcription", &wrong).await;
        says(&page, &["value=\"скоро\"", "Строка без знака «=»: ой", "перезвоню", &format!("name=\"{on}\" checked")]);
        let wrong = [("mode", "longer_than"), ("seconds", "скоро"), ("promises", "перезвоню")];
        says(&admin.refused("/extensions/transcription", &wrong).await, &["от 1 до", "Строка 1 не читается: перезвоню"]);
        admin.in_english(&actor).await;
        says(&admin.read("/extensions").await, &["Extensions", "Call transcription", "ON"]);
    }

    async fn others_may_not(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = test.agent("anna", &[]).await;
        let browser = Browser::of(&web, &anna).await;
        assert_eq!(browser.open("/extensions").await.status, 403);
        assert_eq!(browser.send("/extensions/transcription/state", &[("enabled", "on")]).await.status, 403);
        assert!(!browser.read("/calls").await.contains("href=\"/extensions\""));
    }
}
