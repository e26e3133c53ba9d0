//! The button beside a number.

use desk::on_both;
use serde_json::json;
use wiremock::ResponseTemplate;

use super::*;
use crate::testing::Phone;

const CLIENT: &str = "+79160000003";

on_both! {
    async fn a_press_calls_and_tells_where_one_was(test: &TestDesk) {
        let phone = Phone::of(test).await;
        phone.answers("start.employee_call", json!({"data": {"call_session_id": 41}})).await;
        let anna = Browser::of(&phone.web, &phone.anna).await;
        let sent = [("phone", CLIENT), ("next", "/calls?direction=out")];
        let answer = anna.send("/calls", &sent).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/calls?direction=out"));
        let page = anna.read_after(&answer, "/calls?direction=out").await;
        says(&page, &["action=\"/calls\"", "name=\"phone\" value=\"+79160000003\"", "Позвонить +7 916 000-00-03", "Звоним +7 916 000-00-03."]);
        anna.done("/calls", &sent).await;
        assert_eq!(phone.asked("start.employee_call").await.len(), 1);
    }

    async fn a_refusal_is_told_where_one_was(test: &TestDesk) {
        let phone = Phone::of(test).await;
        phone.gives("start.employee_call", ResponseTemplate::new(200).set_body_string("<html>Works</html>")).await;
        let anna = Browser::of(&phone.web, &phone.anna).await;
        let answer = anna.send("/calls", &[("phone", CLIENT), ("next", "/calls")]).await;
        says(&anna.read_after(&answer, "/calls").await, &["веб-страница", "Если ваш телефон всё же зазвонит"]);
        let answer = anna.send("/calls", &[("phone", CLIENT), ("next", "/calls")]).await;
        says(&anna.read_after(&answer, "/calls").await, &["На этот номер уже звонили только что"]);
        let answer = anna.send("/calls", &[("phone", "нет"), ("next", "/calls")]).await;
        says(&anna.read_after(&answer, "/calls").await, &["data-toast"]);
    }

    async fn who_cannot_call_has_no_button_or_learns_what_is_missing(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, oleg) = (test.agent("oleg", &[channel]).await, Browser::of(&web, &test.agent("oleg", &[channel]).await).await);
        for path in ["/tickets/1", "/calls"] {
            says(&oleg.read(path).await, &["href=\"/settings/profile#operator_id\"", "сначала заполните ID оператора"]);
        }
        let internal = Browser::of(&web, &test.internal(&[channel]).await).await;
        for path in ["/tickets/1", "/calls"] {
            let page = internal.read(path).await;
            assert!(!page.contains("class=\"dial\"") && !page.contains("dial-missing"), "{path}");
        }
        assert_eq!(internal.send("/calls", &[("phone", CLIENT)]).await.status, 403);
    }

    async fn each_number_of_a_client_has_its_button(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (actor, browser) = anna(&web, channel).await;
        let ticket = browser.read("/tickets/1").await;
        says(&ticket, &["data-phone=\"+79162041837\"", "name=\"phone\" value=\"+79162041837\"", "name=\"ticket\" value=\"1\""]);
        says(&ticket, &["id=\"client-pane\"", "name=\"phone\" value=\"+79162041837\"", "name=\"ticket\" value=\"tkt_"]);
        let client = between(&ticket, "href=\"/clients/", "\"").to_owned();
        says(&browser.read(&format!("/clients/{client}")).await, &["name=\"phone\" value=\"+79162041837\"", "name=\"client\" value=\"cl_"]);
        test.desk.follow_words().await.unwrap();
        says(&browser.read("/search?q=204-18-37").await, &["Позвонить +7 916 204-18-37"]);
        browser.in_english(&actor).await;
        says(&browser.read("/calls").await, &["Call +7 916 204-18-37"]);
    }
}
