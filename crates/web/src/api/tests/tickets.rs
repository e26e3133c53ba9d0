//! Tickets over the API.

use desk::on_both;
use desk::testing::TestDesk;
use serde_json::{Value, json};

use crate::testing::{TestWeb, finished};

on_both! {
    async fn a_ticket_is_made_read_changed_and_commented_on(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let anna = web.agent(&[channel]).await;
        let me = anna.get("/me").await.good()["id"].clone();
        let made = anna.post("/tickets", json!({
            "subject": "Перенести доставку", "channel_id": channel.to_string(), "priority": "high", "tags": ["доставка"],
            "text": "Просит на пятницу",
        })).await;
        assert_eq!(made.status, 201);
        let ticket = made.good();
        let path = format!("/tickets/{}", ticket["id"].as_str().unwrap());
        assert_eq!(made.header(axum::http::header::LOCATION), format!("/api/v1{path}"));
        assert_eq!(anna.get(&path).await.good(), ticket);
        assert_eq!((&ticket["status"], &ticket["priority"], &ticket["number"]), (&json!("open"), &json!("high"), &json!(1)));

        test.clock.advance(60);
        let changed = anna.patch(&path, json!({"status": "pending", "assignee_id": me, "tags": []})).await.good();
        assert_eq!((&changed["status"], &changed["assignee_id"], &changed["tags"]), (&json!("pending"), &me, &json!([])));
        assert_eq!(changed["subject"], "Перенести доставку");
        assert_eq!(changed["updated_at"], "2026-03-28T13:30:07Z");
        let nobodys = anna.patch(&path, json!({"assignee_id": null})).await.good();
        assert_eq!(nobodys["assignee_id"], Value::Null);
        let stale = anna.patch(&path, json!({"status": "solved", "version": ticket["version"]})).await;
        assert_eq!(stale.problem(409)["type"], "urn:problem:dozvon:changed");

        let comment = anna.post(&format!("{path}/comments"), json!({"text": "Перезвонить"})).await;
        assert_eq!((comment.status, &comment.good()["author"]["id"]), (201, &me));
        let timeline = anna.get(&format!("{path}/timeline")).await.good();
        let kinds: Vec<&str> = timeline["items"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds.iter().filter(|kind| **kind == "comment").count(), 2);
        assert!(kinds.contains(&"change"));
    }

    async fn a_finished_calls_entry_is_the_articles_comment(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (_, token) = test.token(test.channel().await).await;
        web.notify(&token, &finished(7, "79160000002", &["https://app.uiscom.ru/system/media/talk/7/ab".into()])).await;
        let admin = web.admin().await;
        let ticket = admin.get("/tickets").await.good()["items"][0]["id"].clone();
        let timeline = admin.get(&format!("/tickets/{}/timeline", ticket.as_str().unwrap())).await.good();
        let entry = timeline["items"].as_array().unwrap().iter().find(|entry| entry["kind"] == "call_finished").unwrap().clone();
        assert_eq!(entry["author"], Value::Null);
        assert_eq!(entry["fields"]["duration"], "00:00:45");
        assert_eq!(entry["fields"]["status"], "success");
        assert!(entry["text"].as_str().unwrap().contains("Продолжительность звонка"), "{entry}");
        let call = entry["call_id"].as_str().unwrap();
        assert_eq!(entry["fields"]["recordings"][0], format!("/api/v1/calls/{call}/recordings/0"));
    }
}

#[tokio::test]
async fn tickets_are_filtered() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let channel = test.channel().await;
    let anna = web.agent(&[channel]).await;
    let me = anna.get("/me").await.good()["id"].clone();
    let make = async |subject: &str, more: Value| {
        test.clock.advance(60);
        let mut body = json!({"subject": subject});
        body.as_object_mut()
            .unwrap()
            .extend(more.as_object().cloned().unwrap());
        anna.post("/tickets", body).await.good()
    };
    let delivery = make(
        "Доставка",
        json!({"channel_id": channel.to_string(), "assignee_id": me}),
    )
    .await;
    let payment = make("Оплата", json!({})).await;
    let path = format!("/tickets/{}", payment["id"].as_str().unwrap());
    anna.patch(&path, json!({"status": "solved"})).await.good();
    let subjects = async |query: &str| {
        let items = anna.get(&format!("/tickets?{query}")).await.good()["items"].clone();
        let subjects = items.as_array().unwrap().iter();
        subjects
            .map(|ticket| ticket["subject"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    test.desk.follow_words().await.unwrap();
    assert_eq!(subjects("").await, ["Оплата", "Доставка"]);
    assert_eq!(subjects("status=open").await, ["Доставка"]);
    assert_eq!(subjects("status=open,solved").await, ["Оплата", "Доставка"]);
    assert_eq!(subjects("assignee_id=me").await, ["Доставка"]);
    assert_eq!(subjects("assignee_id=none").await, ["Оплата"]);
    assert_eq!(
        subjects(&format!("channel_id={channel}")).await,
        ["Доставка"]
    );
    assert_eq!(subjects("q=%D0%B4%D0%BE%D1%81%D1%82").await, ["Доставка"]);
    let from = delivery["created_at"].as_str().unwrap();
    assert_eq!(
        subjects(&format!("created_to={from}")).await,
        Vec::<String>::new()
    );
    assert_eq!(
        subjects(&format!(
            "created_from={from}&created_to=2026-03-28T16:31:07+03:00"
        ))
        .await,
        ["Доставка"]
    );
    let wrong = anna
        .get("/tickets?status=done&assignee_id=anna&created_from=today&limit=201&cursor=x")
        .await;
    assert_eq!(
        wrong.faults(),
        ["status", "assignee_id", "created_from", "limit", "cursor"]
    );
    assert_eq!(anna.get("/tickets?state=open").await.faults(), ["state"]);
}

#[tokio::test]
async fn a_list_is_walked_page_by_page() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    for number in 0..5 {
        admin
            .post("/tickets", json!({"subject": format!("Запрос {number}")}))
            .await
            .good();
    }
    let mut seen = Vec::new();
    let mut path = "/tickets?limit=2".to_owned();
    loop {
        let page = admin.get(&path).await.good();
        seen.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|ticket| ticket["number"].as_i64().unwrap()),
        );
        match page["next_cursor"].as_str() {
            Some(cursor) => path = format!("/tickets?limit=2&cursor={cursor}"),
            None => break,
        }
    }
    seen.sort_unstable();
    assert_eq!(seen, [1, 2, 3, 4, 5]);
}

#[tokio::test]
async fn nobody_sees_or_changes_what_is_out_of_their_reach() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let (mine, others) = (test.channel().await, test.channel().await);
    let admin = web.admin().await;
    let body = json!({"subject": "Чужой", "channel_id": others.to_string()});
    let ticket = admin.post("/tickets", body.clone()).await.good();
    let path = format!("/tickets/{}", ticket["id"].as_str().unwrap());
    let anna = web.agent(&[mine]).await;
    assert_eq!(anna.get("/tickets").await.good()["items"], json!([]));
    for answer in [
        anna.get(&path).await,
        anna.get(&format!("{path}/timeline")).await,
        anna.patch(&path, json!({"status": "solved"})).await,
        anna.post(&format!("{path}/comments"), json!({"text": "x"}))
            .await,
        anna.get("/tickets/tkt_no").await,
        anna.get("/tickets/call_0195f2d1c3a47b2e9c11d0a6b7e4f311")
            .await,
    ] {
        assert_eq!(answer.problem(404)["type"], "urn:problem:dozvon:not-found");
    }
    assert_eq!(anna.post("/tickets", body).await.faults(), ["channel_id"]);
    let supervisor = web.caller(&test.supervisor().await).await;
    supervisor
        .patch(&path, json!({"status": "pending"}))
        .await
        .good();
    let internal = web.caller(&test.internal(&[others]).await).await;
    internal.get(&path).await.good();
    internal
        .post(&format!("{path}/comments"), json!({"text": "Готово"}))
        .await
        .good();
    internal
        .patch(&path, json!({"status": "solved"}))
        .await
        .problem(403);
}

#[tokio::test]
async fn what_is_wrong_with_a_ticket_is_told_by_field() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let admin = web.admin().await;
    assert_eq!(
        admin.post("/tickets", json!({})).await.faults(),
        ["subject"]
    );
    assert_eq!(
        admin
            .post("/tickets", json!({"subject": " ", "priority": "now"}))
            .await
            .faults(),
        ["subject", "priority"]
    );
    assert_eq!(
        admin
            .post("/tickets", json!({"subject": "x", "client_id": "cl_no"}))
            .await
            .faults(),
        ["client_id"]
    );
    let path = format!(
        "/tickets/{}",
        admin.post("/tickets", json!({"subject": "x"})).await.good()["id"]
            .as_str()
            .unwrap()
    );
    assert_eq!(
        admin
            .patch(&path, json!({"status": "done", "tags": "a"}))
            .await
            .faults(),
        ["tags"]
    );
    assert_eq!(
        admin.patch(&path, json!({"status": "done"})).await.faults(),
        ["status"]
    );
    assert_eq!(
        admin
            .patch(&path, json!({"assignee_id": "agt_no"}))
            .await
            .faults(),
        ["assignee_id"]
    );
    assert_eq!(
        admin.patch(&path, json!({"state": "open"})).await.faults(),
        ["state"]
    );
    assert_eq!(
        admin
            .post(&format!("{path}/comments"), json!({"text": " "}))
            .await
            .faults(),
        ["text"]
    );
}
