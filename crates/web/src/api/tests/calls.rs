//! Calls over the API.

use desk::on_both;
use serde_json::{Value, json};

use crate::testing::{TestWeb, finished, ringing};

on_both! {
    async fn a_call_has_every_field_of_the_contract(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let anna = test.agent("anna", &[channel]).await;
        test.telephone(anna.agent, "391001", None).await;
        web.notify(&token, &ringing(7, "8 (916) 000-00-02")).await;
        let admin = web.admin().await;
        let rings = admin.get("/calls").await.good()["items"][0].clone();
        assert_eq!((&rings["state"], &rings["outcome"], &rings["success"]), (&json!("ringing"), &json!("unknown"), &Value::Null));
        assert_eq!(rings["transcript"], json!({"state": "none", "percent": 0, "reason": null}));
        let link = "https://app.uiscom.ru/system/media/talk/7/ab".to_owned();
        web.notify(&token, &finished(7, "79160000002", &[link])).await;
        let path = format!("/calls/{}", rings["id"].as_str().unwrap());
        let call = admin.get(&path).await.good();
        let expected = json!({
            "id": rings["id"], "session_id": 7, "channel_id": channel.to_string(), "direction": "in", "state": "finished",
            "outcome": "talked", "success": true, "agent_id": anna.agent.to_string(),
            "operator": {"id": "391001", "name": "Анна Петрова"},
            "client_number": "+79160000002", "virtual_number": "+74950000001",
            "started_at": "2026-03-28T13:29:07Z", "finished_at": "2026-03-28T13:30:03Z",
            "talk_seconds": 45, "total_seconds": 56, "finish_reason": "subscriber_disconnects",
            "recordings": [{"n": 0, "url": format!("/api/v1{path}/recordings/0"), "state": "failed", "percent": null, "problem": "host_not_allowed", "next_try_at": null,
                "voices": "both", "content_type": null, "bytes": null, "seconds": null, "sha256": null, "kept_at": null}],
            "tags": [], "rating": null,
        });
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(&call[field], value, "{field}");
        }
        for field in ["client_id", "ticket_id", "answered_at", "wait_seconds", "transcript", "legs"] {
            assert!(call.get(field).is_some(), "{field}");
        }
        assert!(!call.to_string().contains("uiscom.ru"), "the provider's link is never shown");
        let abouts: Vec<&str> = call["decisions"].as_array().unwrap().iter().map(|d| d["about"].as_str().unwrap()).collect();
        assert_eq!(abouts, ["client", "ticket", "agent"]);
        assert!(call["decisions"].as_array().unwrap().iter().all(|d| d["text"].as_str().is_some_and(|text| !text.is_empty())));
    }

    async fn calls_are_filtered(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (one, other) = (test.channel().await, test.channel().await);
        let (_, ones) = test.token(one).await;
        let (_, others) = test.token(other).await;
        web.notify(&ones, &ringing(1, "79160000002")).await;
        web.notify(&others, &finished(2, "79160000003", &[])).await;
        let admin = web.admin().await;
        let sessions = async |query: &str| {
            let items = admin.get(&format!("/calls?{query}")).await.good()["items"].clone();
            let mut sessions: Vec<i64> = items.as_array().unwrap().iter().map(|call| call["session_id"].as_i64().unwrap()).collect();
            sessions.sort_unstable();
            sessions
        };
        let client = admin.get("/calls?session_id=1").await.good()["items"][0]["client_id"].clone();
        let ticket = admin.get("/calls?session_id=2").await.good()["items"][0]["ticket_id"].clone();
        assert_eq!(sessions("").await, [1, 2]);
        assert_eq!(sessions("state=ringing").await, [1]);
        assert_eq!(sessions("outcome=talked&direction=in").await, [2]);
        assert_eq!(sessions("direction=out").await, Vec::<i64>::new());
        assert_eq!(sessions("number=8%20916%20000-00-02").await, [1]);
        assert_eq!(sessions("number=+79160000003").await, [2]);
        assert_eq!(sessions("number=84950000001").await, [1, 2]);
        assert_eq!(sessions(&format!("channel_id={other}")).await, [2]);
        assert_eq!(sessions(&format!("client_id={}", client.as_str().unwrap())).await, [1]);
        assert_eq!(sessions(&format!("ticket_id={}", ticket.as_str().unwrap())).await, [2]);
        assert_eq!(sessions("from=2026-03-28T13:29:07Z&to=2026-03-28T13:29:08Z").await, [1, 2]);
        assert_eq!(sessions("to=2026-03-28T13:29:07Z").await, Vec::<i64>::new());
        let wrong = admin.get("/calls?session_id=x&direction=up&state=over&outcome=good&agent_id=x&number=x&from=x").await;
        assert_eq!(wrong.faults(), ["session_id", "direction", "state", "outcome", "agent_id", "number", "from"]);
    }

    async fn a_call_is_moved_to_another_ticket(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        web.notify(&token, &finished(1, "79160000002", &[])).await;
        let anna = web.agent(&[channel]).await;
        let call = anna.get("/calls").await.good()["items"][0].clone();
        let path = format!("/calls/{}", call["id"].as_str().unwrap());
        let ticket = anna.post("/tickets", json!({"subject": "Другой"})).await.good()["id"].clone();
        let moved = anna.patch(&path, json!({"ticket_id": ticket})).await.good();
        assert_eq!(moved["ticket_id"], ticket);
        assert_eq!(anna.get(&path).await.good()["ticket_id"], ticket);
        assert_eq!(anna.patch(&path, json!({"ticket_id": "tkt_no"})).await.faults(), ["ticket_id"]);
        assert_eq!(anna.patch(&path, json!({"ticket_id": null})).await.faults(), ["ticket_id"]);
        anna.patch("/calls/call_no", json!({"ticket_id": ticket})).await.problem(404);
    }

    async fn an_agent_of_another_channel_sees_no_call(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (mine, others) = (test.channel().await, test.channel().await);
        let (_, token) = test.token(others).await;
        web.notify(&token, &finished(1, "79160000002", &["https://app.uiscom.ru/x".into()])).await;
        let supervisor = web.caller(&test.supervisor().await).await;
        let call = supervisor.get("/calls").await.good()["items"][0].clone();
        let path = format!("/calls/{}", call["id"].as_str().unwrap());
        let anna = web.agent(&[mine]).await;
        assert_eq!(anna.get("/calls").await.good()["items"], json!([]));
        anna.get(&path).await.problem(404);
        anna.get(&format!("{path}/recordings/0")).await.problem(404);
        let ticket = anna.post("/tickets", json!({"subject": "Мой"})).await.good()["id"].clone();
        anna.patch(&path, json!({"ticket_id": ticket})).await.problem(404);
        let looked = anna.get("/lookup?number=89160000002").await.good();
        assert_eq!((&looked["client"], &looked["open_ticket"]), (&Value::Null, &Value::Null));
    }
}
