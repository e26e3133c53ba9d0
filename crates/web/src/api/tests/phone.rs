//! Calls begun over the API.

use desk::on_both;
use serde_json::json;
use wiremock::ResponseTemplate;

use crate::testing::Phone;

on_both! {
    async fn a_call_is_begun_once_and_stands_in_its_ticket(test: &TestDesk) {
        let phone = Phone::of(test).await;
        phone.answers("start.employee_call", json!({"data": {"call_session_id": 41}})).await;
        let anna = phone.web.caller(&phone.anna).await;
        let new = json!({"subject": "Перенести доставку", "channel_id": phone.channel.to_string()});
        let ticket = anna.post("/tickets", new).await.good()["id"].clone();
        let wanted = json!({"ticket_id": ticket, "phone": "8 916 000-00-03"});
        let answer = anna.post_once("/calls", "one", wanted.clone()).await;
        assert_eq!(answer.status, 202, "{answer:?}");
        let call = answer.json();
        assert_eq!((&call["direction"], &call["state"], &call["session_id"]), (&json!("out"), &json!("ringing"), &json!(41)));
        assert_eq!((&call["ticket_id"], &call["agent_id"]), (&ticket, &json!(phone.anna.agent.to_string())));
        assert_eq!(anna.post_once("/calls", "one", wanted.clone()).await.json(), call);
        assert_eq!(anna.post("/calls", wanted).await.json()["id"], call["id"]);
        let asked = phone.asked("start.employee_call").await;
        assert_eq!(asked.len(), 1);
        assert_eq!((&asked[0]["contact"], &asked[0]["employee"]["id"], &asked[0]["direction"]), (&json!("79160000003"), &json!(391_001), &json!("out")));
        assert!(asked[0]["external_id"].as_str().is_some_and(|name| name.starts_with("dial_")));
    }

    async fn who_may_not_and_what_is_wrong_is_said(test: &TestDesk) {
        let phone = Phone::of(test).await;
        let internal = phone.web.caller(&test.internal(&[phone.channel]).await).await;
        let to = json!({"phone": "+79160000003"});
        let said = internal.post("/calls", to.clone()).await.problem(403);
        assert_eq!(said["detail"], "Внутренний сотрудник не может звонить.");
        let oleg = phone.web.caller(&test.agent("oleg", &[phone.channel]).await).await;
        let said = oleg.post("/calls", to).await.problem(409);
        assert!(said["detail"].as_str().unwrap().contains("ID оператора"), "{said}");
        let anna = phone.web.caller(&phone.anna).await;
        assert_eq!(anna.post("/calls", json!({"phone": "завтра"})).await.faults(), ["phone"]);
        assert_eq!(anna.post("/calls", json!({"client_id": "cl_1"})).await.faults(), ["client_id"]);
        assert!(phone.asked("start.employee_call").await.is_empty());
    }

    async fn a_pbx_that_answers_with_a_page_is_told_in_words(test: &TestDesk) {
        let phone = Phone::of(test).await;
        let page = ResponseTemplate::new(403).set_body_string("<!doctype html><h1>Forbidden</h1>");
        phone.gives("start.employee_call", page).await;
        let anna = phone.web.caller(&phone.anna).await;
        let said = anna.post("/calls", json!({"phone": "+79160000003"})).await.problem(502);
        assert_eq!(said["title"], "Звонок не начат");
        assert!(said["detail"].as_str().unwrap().contains("белый список"), "{said}");
    }
}
