//! Notices, presence and the audit log, by programs.

use desk::on_both;
use desk::tickets::NewTicket;
use serde_json::json;

use crate::testing::TestWeb;

on_both! {
    async fn a_program_reads_what_its_owner_was_told(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = test.agent("anna", &[]).await;
        let new = NewTicket { subject: "Где заказ?".to_owned(), assignee_id: Some(anna.agent), ..NewTicket::default() };
        let ticket = test.desk.create_ticket(&test.supervisor().await, new).await.unwrap().ticket;
        let caller = web.caller(&anna).await;
        let page = caller.get("/notices?unread=true").await;
        let told = page.json();
        assert_eq!(told["items"][0]["kind"], "assigned");
        assert_eq!(told["items"][0]["ticket_number"], ticket.number);
        let id = told["items"][0]["id"].as_str().unwrap().to_owned();
        let read = caller.post(&format!("/notices/{id}/read"), json!({})).await;
        assert!(read.json()["read_at"].is_string());
        assert_eq!(caller.get("/notices?unread=true").await.json()["items"], json!([]));
        let all = caller.post("/notices/read", json!({})).await;
        assert_eq!(all.json()["read"], 0);
        let other = web.caller(&test.agent("zoya", &[]).await).await;
        let refused = other.post(&format!("/notices/{id}/read"), json!({})).await;
        assert_eq!(refused.status, 404);
        assert_eq!(caller.get("/notices?unread=perhaps").await.status, 422);
    }

    async fn a_program_sets_its_owners_presence(test: &TestDesk) {
        let web = TestWeb::over(test);
        let anna = web.agent(&[]).await;
        let set = anna.put("/me/presence", json!({"state": "do_not_disturb"})).await;
        assert_eq!(set.json()["set"], "do_not_disturb");
        assert_eq!(set.json()["presence"], "away", "no tab is open");
        let wrong = anna.put("/me/presence", json!({"state": "busy"})).await;
        assert_eq!((wrong.status, wrong.json()["errors"][0]["field"].as_str()), (422, Some("state")));
        let back = anna.put("/me/presence", json!({"state": "online"})).await;
        assert_eq!(back.json()["set"], "online");
    }

    async fn a_program_sets_hours(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.agent("anna", &[]).await;
        let anna = web.caller(&actor).await;
        let path = format!("/agents/{}/hours", actor.agent);
        assert_eq!(anna.get(&path).await.good(), json!(null));
        let hours = json!({"time_zone": "Asia/Omsk", "intervals": [{"day": 1, "from": "09:00", "to": "18:00"}]});
        assert_eq!(anna.put(&path, hours.clone()).await.good(), hours);
        let wrong = json!({"time_zone": "Omsk", "intervals": [{"day": 8, "from": "утром", "to": "18:00"}]});
        assert_eq!(anna.put(&path, wrong).await.faults(), ["time_zone", "intervals[0].day", "intervals[0].from"]);
        let admins = format!("/agents/{}/hours", test.admin().await.agent);
        anna.put(&admins, hours).await.problem(403);
        anna.get(&admins).await.problem(404);
        assert_eq!(anna.delete(&path).await.good(), json!(null));
    }

    async fn administrators_read_who_changed_what(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        let made = admin.post("/channels", json!({"name": "Доставка", "provider": "uis", "app_secret": "0123456789abcdef"})).await;
        let id = made.json()["id"].as_str().unwrap().to_owned();
        admin.patch(&format!("/channels/{id}"), json!({"name": "Склад", "app_secret": "fedcba9876543210"})).await;
        let log = admin.get(&format!("/audit?kind=channel&subject_id={id}")).await;
        let items = log.json()["items"].clone();
        assert_eq!((items[0]["deed"].as_str(), items[1]["deed"].as_str()), (Some("changed"), Some("created")));
        assert_eq!(items[0]["fields"][0], json!({"name": "name", "from": "Доставка", "to": "Склад", "secret": false}));
        assert!(items[0]["fields"].as_array().unwrap().iter().any(|f| f["secret"] == true));
        assert!(!log.text().contains("fedcba"), "{}", log.text());
        assert_eq!(web.caller(&test.supervisor().await).await.get("/audit").await.status, 403);
        assert_eq!(admin.get("/audit?kind=weather").await.status, 422);
    }
}
