//! Channels over the API.

use axum::body::Body;
use axum::http::Request;
use desk::on_both;
use desk::testing::TestDesk;
use serde_json::json;

use crate::testing::{TestWeb, ringing};

on_both! {
    async fn a_channel_is_added_opened_by_a_token_and_taken_down(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        let body = json!({"name": "Отдел доставки", "provider": "uis", "app_secret": "s3cr3t-of-the-cabinet", "ticket_policy": {"tickets": "missed"}});
        let made = admin.post("/channels", body).await;
        assert_eq!(made.status, 201);
        let channel = made.good();
        assert!(!made.text().contains("s3cr3t"));
        assert_eq!(channel["app_secret_hint"], "…inet");
        let policy = json!({"tickets": "missed", "attach": "open_ticket", "reopen_solved_within_hours": 72});
        assert_eq!((&channel["ticket_policy"], &channel["country"], &channel["provider"]), (&policy, &json!("RU"), &json!("uis")));
        let path = format!("/channels/{}", channel["id"].as_str().unwrap());
        assert_eq!(admin.get(&path).await.good(), channel);
        assert_eq!(admin.get(&format!("{path}/tokens")).await.good()["items"], json!([]));
        admin.get(&format!("{path}/bodies")).await.problem(404);

        let token = admin.post(&format!("{path}/tokens"), json!({})).await;
        assert_eq!(token.status, 201);
        let token = token.good();
        let secret = token["token"].as_str().unwrap();
        assert_eq!(admin.get(&format!("{path}/tokens")).await.good()["items"][0]["token"], secret);
        let bodies = admin.get(&format!("{path}/bodies")).await.good();
        assert_eq!(bodies["items"].as_array().unwrap().len(), 4);
        for body in bodies["items"].as_array().unwrap() {
            assert!(body["body"].as_str().unwrap().contains(secret));
            assert_eq!((&body["address"], &body["method"]), (&json!("http://127.0.0.1:8080/hooks/uis"), &json!("POST")));
        }
        let send = async || {
            let request = Request::post(format!("/hooks/uis/{secret}")).body(Body::from(ringing(1, "79160000002"))).unwrap();
            web.send(request).await.status
        };
        assert_eq!(send().await, 200);
        let id = token["id"].as_str().unwrap();
        assert_eq!(admin.delete(&format!("{path}/tokens/{id}")).await.status, 204);
        assert_eq!(send().await, 401);
        admin.delete(&format!("{path}/tokens/{id}")).await.problem(404);

        let changed = admin.patch(&path, json!({"name": "Продажи", "ticket_policy": {"tickets": "never"}})).await.good();
        assert_eq!((&changed["name"], &changed["ticket_policy"]["tickets"]), (&json!("Продажи"), &json!("never")));
        test.desk.hear_all().await.unwrap();
        assert_eq!(admin.delete(&path).await.status, 204);
        admin.get(&path).await.problem(404);
        assert_eq!(admin.get("/calls").await.good()["items"].as_array().unwrap().len(), 1, "history stays");
    }

    async fn the_raw_log_tells_what_became_of_each_and_hears_again(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        web.notify(&token, &ringing(1, "79160000002")).await;
        web.notify(&token, "not a notification").await;
        let admin = web.admin().await;
        let path = format!("/channels/{channel}/notifications");
        let log = admin.get(&path).await.good();
        assert_eq!(log["items"].as_array().unwrap().len(), 2);
        let heard = admin.get(&format!("{path}?verdict=heard")).await.good()["items"][0].clone();
        assert_eq!((&heard["event"], &heard["session_id"]), (&json!("in_call_session"), &json!(1)));
        assert!(heard["body"].as_str().unwrap().contains("79160000002"));
        assert!(heard["call_id"].as_str().unwrap().starts_with("call_"));
        let unreadable = admin.get(&format!("{path}?verdict=unreadable")).await.good()["items"][0].clone();
        assert_eq!(unreadable["body"], "not a notification");
        assert!(unreadable["findings"].as_array().unwrap().iter().all(|finding| finding["text"].as_str().is_some()));
        assert_eq!(admin.get(&format!("{path}?verdict=good")).await.faults(), ["verdict"]);

        let id = heard["id"].as_str().unwrap();
        assert_eq!(admin.get(&format!("{path}/{id}")).await.good()["id"], id);
        let again = admin.post(&format!("{path}/{id}/replay"), json!({})).await;
        assert_eq!((again.status, &again.good()["verdict"]), (202, &json!("waiting")));
        assert_eq!(test.desk.hear_all().await.unwrap(), 1);
        assert_eq!(admin.get("/calls").await.good()["items"].as_array().unwrap().len(), 1);
        let other = test.channel().await;
        admin.get(&format!("/channels/{other}/notifications/{id}")).await.problem(404);
        admin.post(&format!("/channels/{other}/notifications/{id}/replay"), json!({})).await.problem(404);
    }
}

#[tokio::test]
async fn access_opens_and_closes_a_channel() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let channel = test.channel().await;
    let anna = test.agent("anna", &[]).await;
    let caller = web.caller(&anna).await;
    let path = format!("/channels/{channel}");
    caller.get(&path).await.problem(404);
    let admin = web.admin().await;
    let access = json!({"agents": [anna.agent.to_string()], "groups": []});
    assert_eq!(
        admin
            .put(&format!("{path}/access"), access.clone())
            .await
            .good(),
        access
    );
    assert_eq!(admin.get(&format!("{path}/access")).await.good(), access);
    caller.get(&path).await.good();
    assert_eq!(
        caller.get("/channels").await.good()["items"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    admin.put(&format!("{path}/access"), json!({})).await.good();
    caller.get(&path).await.problem(404);
    let wrong = admin
        .put(&format!("{path}/access"), json!({"agents": ["agt_no"]}))
        .await;
    assert_eq!(wrong.faults(), ["agents[0]"]);
}

#[tokio::test]
async fn only_administrators_set_channels_up() {
    let test = TestDesk::sqlite().await;
    let web = TestWeb::over(&test);
    let channel = test.channel().await;
    let path = format!("/channels/{channel}");
    let supervisor = web.caller(&test.supervisor().await).await;
    supervisor.get(&path).await.good();
    for answer in [
        supervisor
            .post("/channels", json!({"name": "Х", "provider": "uis"}))
            .await,
        supervisor.patch(&path, json!({"name": "Х"})).await,
        supervisor.delete(&path).await,
        supervisor.get(&format!("{path}/tokens")).await,
        supervisor.post(&format!("{path}/tokens"), json!({})).await,
        supervisor.get(&format!("{path}/bodies")).await,
        supervisor.get(&format!("{path}/notifications")).await,
        supervisor.put(&format!("{path}/access"), json!({})).await,
    ] {
        answer.problem(403);
    }
    let anna = web.agent(&[]).await;
    for path in [
        path.clone(),
        format!("{path}/tokens"),
        format!("{path}/notifications"),
    ] {
        anna.get(&path).await.problem(404);
    }
    let admin = web.admin().await;
    let wrong = json!({"name": " ", "provider": "skype", "country": "Россия", "time_zone": "Moscow", "ticket_policy": {"tickets": "all"}});
    let faults = admin.post("/channels", wrong).await.faults();
    for field in [
        "name",
        "provider",
        "country",
        "time_zone",
        "ticket_policy.tickets",
    ] {
        assert!(faults.iter().any(|fault| fault == field), "{faults:?}");
    }
    assert_eq!(
        admin.post("/channels", json!({"name": "Х"})).await.faults(),
        ["provider"]
    );
}
