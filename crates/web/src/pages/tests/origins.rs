//! From which number to call: the button's choice.

use desk::on_both;
use serde_json::{Value, json};

use super::*;
use crate::testing::Phone;

/// The account has these numbers, and the desk knows it.
async fn numbers(phone: &Phone<'_>, admin: &Browser<'_>) {
    let rows = |data: Value| json!({"metadata": {"total_items": data.as_array().map_or(0, Vec::len)}, "data": data});
    for method in ["get.employees", "get.statuses", "get.sip_lines"] {
        phone.answers(method, rows(json!([]))).await;
    }
    let number = |id: i64, number: &str, name: &str| json!({"id": id, "virtual_phone_number": number, "name": name, "status": "active"});
    let all = json!([
        number(1, "74950000001", "Поддержка"),
        number(2, "74950000002", "Продажи")
    ]);
    phone.answers("get.virtual_numbers", rows(all)).await;
    admin
        .done(&format!("/channels/{}/operators", phone.channel), &[])
        .await;
}

on_both! {
    async fn several_numbers_give_a_choice_and_one_press_still_calls(test: &TestDesk) {
        let phone = Phone::of(test).await;
        let (_, token) = test.token(phone.channel).await;
        phone.web.notify(&token, &missed(1, NUMBER)).await;
        let anna = Browser::of(&phone.web, &phone.anna).await;
        let page = anna.read("/calls").await;
        assert!(!page.contains("data-dial-choice") && !page.contains("dial-dialog"), "there is one number");
        let admin = Browser::of(&phone.web, &test.admin().await).await;
        numbers(&phone, &admin).await;
        let page = anna.read("/calls").await;
        says(&page, &["data-dial-choice", "id=\"dial-dialog\""]);
        let link = between(&page, "data-dial-choice href=\"", "\"").replace("&amp;", "&");
        let choice = anna.read(&link).await;
        says(&choice, &["Позвонить +7 916 204-18-37", "+7 495 000-00-01", "Поддержка", "обычно отсюда", "+7 495 000-00-02", "Продажи"]);
        phone.answers("start.employee_call", json!({"data": {"call_session_id": 41}})).await;
        let channel = phone.channel.to_string();
        let chosen = [("phone", "+79162041837"), ("channel", channel.as_str()), ("virtual_number", "+74950000002"), ("next", "/calls")];
        assert_eq!(anna.done("/calls", &chosen).await, "/calls");
        assert_eq!(phone.asked("start.employee_call").await[0]["virtual_phone_number"], "74950000002");
        says(&anna.read(&link).await, &["+7 495 000-00-02", "отсюда звонили в прошлый раз", "+7 495 000-00-01"]);
        let internal = Browser::of(&phone.web, &test.internal(&[phone.channel]).await).await;
        assert_eq!(internal.open(&link).await.status, 403);
    }
}
