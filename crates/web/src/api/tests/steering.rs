//! Live calls steered, and the account behind a channel, over the API.

use desk::on_both;
use serde_json::{Value, json};

use crate::testing::Phone;

on_both! {
    async fn a_live_call_is_held_passed_on_and_ended(test: &TestDesk) {
        let phone = Phone::of(test).await;
        phone.answers("start.employee_call", json!({"data": {"call_session_id": 41}})).await;
        for method in ["hold.call", "unhold.call", "restore.talk", "make.call", "transfer.talk", "release.call"] {
            phone.answers(method, json!({"data": {"success": "true"}})).await;
        }
        let anna = phone.web.caller(&phone.anna).await;
        let call = anna.post("/calls", json!({"phone": "+79160000003"})).await.good();
        let path = |what: &str| format!("/calls/{}/{what}", call["id"].as_str().unwrap());
        assert_eq!(anna.post(&path("hold"), json!({})).await.good()["id"], call["id"]);
        anna.delete(&path("hold")).await.good();
        assert_eq!(anna.post(&path("transfer"), json!({"ask_first": true})).await.faults(), ["number"]);
        anna.post(&path("transfer"), json!({"number": "103", "ask_first": true})).await.good();
        anna.post(&path("transfer"), json!({})).await.good();
        assert_eq!((phone.asked("make.call").await.len(), phone.asked("transfer.talk").await.len()), (1, 1));
        let oleg = phone.web.caller(&test.agent("oleg", &[phone.channel]).await).await;
        oleg.post(&path("hangup"), json!({})).await.problem(403);
        let supervisor = phone.web.caller(&test.supervisor().await).await;
        supervisor.post(&path("hold"), json!({})).await.problem(403);
        supervisor.post(&path("hangup"), json!({})).await.good();
        assert_eq!(phone.asked("release.call").await.len(), 1);
    }

    async fn the_account_is_read_and_kept(test: &TestDesk) {
        let phone = Phone::of(test).await;
        let rows = |data: Value| json!({"metadata": {"total_items": data.as_array().map_or(0, Vec::len)}, "data": data});
        let employee = json!({"id": 391_001, "full_name": "Петрова Анна", "email": "anna@example.ru", "phone_numbers": []});
        phone.answers("get.employees", rows(json!([employee]))).await;
        phone.answers("get.statuses", rows(json!([]))).await;
        phone.answers("get.sip_lines", rows(json!([]))).await;
        phone.answers("get.virtual_numbers", rows(json!([{"id": 1, "virtual_phone_number": "74950000001", "status": "active"}]))).await;
        let admin = phone.web.admin().await;
        let path = |what: &str| format!("/channels/{}/{what}", phone.channel);
        let operators = admin.get(&path("operators")).await.good();
        let first = &operators["items"][0];
        assert_eq!((&first["id"], &first["readiness"], &first["agent_ids"]), (&json!("391001"), &json!("no_phone"), &json!([phone.anna.agent.to_string()])));
        admin.get(&path("operators")).await.good();
        assert_eq!(phone.asked("get.employees").await.len(), 1);
        admin.get(&path("operators?fresh=true")).await.good();
        assert_eq!(phone.asked("get.employees").await.len(), 2);
        let anna = phone.web.caller(&phone.anna).await;
        assert_eq!(anna.get(&path("virtual_numbers")).await.good()["items"][0]["number"], "+74950000001");
        anna.get(&path("operators")).await.problem(403);
    }
}
