//! The call bar, and the page of a channel's operators.

use desk::on_both;
use serde_json::{Value, json};

use super::*;
use crate::testing::Phone;

/// Anna has called, and the client has answered; the call's id.
async fn talking(phone: &Phone<'_>, anna: &Browser<'_>) -> String {
    phone
        .answers(
            "start.employee_call",
            json!({"data": {"call_session_id": 41}}),
        )
        .await;
    for method in [
        "hold.call",
        "unhold.call",
        "make.call",
        "transfer.talk",
        "release.call",
        "send.dtmf",
    ] {
        phone
            .answers(method, json!({"data": {"success": "true"}}))
            .await;
    }
    anna.done("/calls", &[("phone", "+79160000003"), ("next", "/calls")])
        .await;
    let (_, token) = phone.web.test.token(phone.channel).await;
    let talk = ringing(41, "79160000003")
        .replace("in_call_session", "talk_started")
        .replace("\"in\"", "\"out\"")
        .replacen('{', "{\"employee_id\":391001,\"leg_ids\":[1,2],\"answer_time\":\"2026-03-28 16:29:10.000\",", 1);
    phone.web.notify(&token, &talk).await;
    let page = anna.read("/calls").await;
    between(&page, "href=\"/calls/call_", "\"").to_owned()
}

on_both! {
    async fn the_bar_stands_on_every_page_and_does_what_its_buttons_say(test: &TestDesk) {
        let phone = Phone::of(test).await;
        let anna = Browser::of(&phone.web, &phone.anna).await;
        assert!(anna.read("/calls").await.contains("id=\"call-bar\" class=\"call-bar\" hidden"));
        let call = talking(&phone, &anna).await;
        let steer = format!("/calls/call_{call}/steer");
        for path in ["/tickets", "/clients", "/around?here=/clients"] {
            let answer = anna.open(path).await;
            says(answer.text(), &["id=\"call-bar\"", "data-state=\"talking\"", "+7 916 000-00-03", "разговор", "№ 1", "Удержать", "Завершить"]);
        }
        says(anna.open("/around?here=/clients").await.text(), &["name=\"next\" value=\"/clients\""]);
        assert_eq!(anna.done(&steer, &[("do", "hold"), ("next", "/clients")]).await, "/clients");
        says(&anna.read("/clients").await, &["data-state=\"held\"", "на удержании", "Вернуться"]);
        anna.done(&steer, &[("do", "unhold"), ("next", "/clients")]).await;
        anna.done(&steer, &[("do", "key"), ("symbol", "5"), ("next", "/clients")]).await;
        assert_eq!(phone.asked("send.dtmf").await[0]["dtmf_string"], "5");
        let noted = anna.send(&steer, &[("do", "note"), ("text", "Перезвонить в пятницу"), ("next", "/clients")]).await;
        says(&anna.read_after(&noted, "/clients").await, &["Записано в запрос."]);
        says(&anna.read("/tickets/1").await, &["Перезвонить в пятницу"]);
        anna.done(&steer, &[("do", "consult"), ("number", "103"), ("next", "/clients")]).await;
        says(&anna.read("/clients").await, &["клиент ждёт, на линии: 103", "Соединить"]);
        let passed = anna.send(&steer, &[("do", "pass"), ("next", "/clients")]).await;
        let page = anna.read_after(&passed, "/clients").await;
        says(&page, &["id=\"call-bar\" class=\"call-bar\" hidden", "Клиент переведён."]);
        let ordered: Vec<Value> = phone.asked("make.call").await;
        assert_eq!((ordered.len(), &ordered[0]["to"]), (1, &json!("103")));
    }

    async fn what_the_bar_is_refused_is_told_where_one_was(test: &TestDesk) {
        let phone = Phone::of(test).await;
        let anna = Browser::of(&phone.web, &phone.anna).await;
        let call = talking(&phone, &anna).await;
        let steer = format!("/calls/call_{call}/steer");
        let oleg = Browser::of(&phone.web, &test.agent("oleg", &[phone.channel]).await).await;
        assert_eq!(oleg.send(&steer, &[("do", "hangup"), ("next", "/calls")]).await.status, 403);
        let nobody = anna.send(&steer, &[("do", "transfer"), ("next", "/calls")]).await;
        assert_eq!(nobody.status, 303);
        assert!(phone.asked("make.call").await.is_empty() && phone.asked("release.call").await.is_empty());
        anna.in_english(&phone.anna).await;
        says(&anna.read("/calls").await, &["talking", "Hold", "Transfer", "Hang up"]);
    }

    async fn operators_are_asked_for_linked_and_offered(test: &TestDesk) {
        let phone = Phone::of(test).await;
        let rows = |data: Value| json!({"metadata": {"total_items": data.as_array().map_or(0, Vec::len)}, "data": data});
        let employee = json!({"id": 391_002, "full_name": "Петров Олег", "email": "oleg@example.ru", "status_id": 1,
            "extension": {"extension_phone_number": "102"},
            "phone_numbers": [{"phone_number": "0288102", "status": "active"}]});
        phone.answers("get.employees", rows(json!([employee]))).await;
        phone.answers("get.statuses", rows(json!([{"id": 1, "name": "Доступен", "mnemonic": "available"}]))).await;
        phone.answers("get.sip_lines", rows(json!([{"phone_number": "0288102", "physical_state": "Не зарегистрирован", "employee_id": 391_002}]))).await;
        phone.answers("get.virtual_numbers", rows(json!([{"id": 1, "virtual_phone_number": "74950000001", "name": "Поддержка", "status": "active"}]))).await;
        let oleg = test.agent("oleg", &[phone.channel]).await;
        let admin = Browser::of(&phone.web, &test.admin().await).await;
        let path = format!("/channels/{}/operators", phone.channel);
        says(&admin.read(&path).await, &["Телефония ещё не спрошена.", "Операторов пока не видно"]);
        admin.done(&path, &[]).await;
        says(&admin.read(&path).await, &["Петров Олег", "391002", "0288102", "не на связи", "Коммуникатор не запущен", "Связать: oleg", "+7 495 000-00-01", "Поддержка"]);
        admin.done(&path, &[("agent", &oleg.agent.to_string()), ("operator", "391002")]).await;
        says(&admin.read(&path).await, &["Петров Олег", ">oleg</a>"]);
        says(&admin.read("/settings/profile").await, &["list=\"own-numbers\"", "+7 495 000-00-01"]);
        assert_eq!(Browser::of(&phone.web, &oleg).await.open(&path).await.status, 403);
        says(&admin.read(&format!("/channels/{}", phone.channel)).await, &["Аккаунт телефонии", "Ключ ещё не проверен.", "коммуникатор"]);
        let refused = admin.send(&format!("/channels/{}/check", phone.channel), &[]).await;
        assert_eq!(refused.status, 303);
        says(&admin.read(&format!("/channels/{}", phone.channel)).await, &["Аккаунт телефонии", "data-state=\"bad\""]);
    }
}
