//! The connection doctor over the API: the log narrowed, refusals, a test the whole way, a rehearsal.

use axum::body::Body;
use axum::http::Request;
use desk::testing::TestDesk;
use desk::{Options, on_both};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use crate::testing::{TestWeb, finished, ringing};
use crate::{WebOptions, router};

/// A desk that listens, so that it can send notifications to itself; it hears what comes in.
async fn listening(test: &TestDesk, stop: &CancellationToken) -> desk::Desk {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let options = Options {
        public_url: format!("http://{}", listener.local_addr().unwrap()),
        ..Options::default()
    };
    let desk = test.another_desk(options);
    let app = router(desk.clone(), WebOptions::default());
    let serve = axum::serve(
        listener,
        app.into_make_service_with_connect_info::<std::net::SocketAddr>(),
    );
    tokio::spawn(
        serve
            .with_graceful_shutdown(stop.clone().cancelled_owned())
            .into_future(),
    );
    let (hearing, ended) = (desk.clone(), stop.clone());
    tokio::spawn(async move { hearing.hear_until(ended).await });
    desk
}

fn stages(step: &Value) -> Vec<&str> {
    let all = step["stages"].as_array().unwrap();
    all.iter()
        .map(|stage| stage["state"].as_str().unwrap())
        .collect()
}

on_both! {
    async fn the_log_is_narrowed_by_call_event_and_moment(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (channel, admin) = (test.channel().await, web.admin().await);
        let (_, token) = test.token(channel).await;
        web.notify(&token, &ringing(7, "79160000002")).await;
        web.notify(&token, &ringing(8, "79160000002")).await;
        web.notify(&token, &finished(7, "79160000002", &[])).await;
        let found = async |query: &str| {
            let page = admin.get(&format!("/channels/{channel}/notifications?{query}")).await.good();
            page["items"].as_array().unwrap().iter().map(|one| (one["session_id"].as_i64().unwrap(), one["event"].as_str().unwrap().to_owned())).collect::<Vec<_>>()
        };
        assert_eq!(found("session_id=7").await.len(), 2);
        assert_eq!(found("session_id=8").await, [(8, "in_call_session".to_owned())]);
        assert_eq!(found("session_id=9").await, []);
        assert_eq!(found("event=call_session_finished").await, [(7, "call_session_finished".to_owned())]);
        assert_eq!(found("session_id=7&event=in_call_session&verdict=heard").await.len(), 1);
        assert_eq!(found("from=2030-01-01T00:00:00Z").await, []);
        assert_eq!(found("to=2030-01-01T00:00:00Z&limit=2").await.len(), 2);
        let problem = admin.get(&format!("/channels/{channel}/notifications?session_id=семь")).await.problem(422);
        assert_eq!(problem["errors"][0]["field"], "session_id");
    }

    async fn who_was_turned_away_is_listed(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (channel, admin) = (test.channel().await, web.admin().await);
        for _ in 0..2 {
            let wrong = Request::post("/hooks/uis/dzv_wrong_wrong_wrong_wrong").body(Body::from(ringing(1, "79160000002"))).unwrap();
            assert_eq!(web.send(wrong).await.status, 401);
        }
        let large = Request::post("/hooks/uis").body(Body::from(vec![b'x'; (1 << 20) + 1])).unwrap();
        assert_eq!(web.send(large).await.status, 413);
        let path = format!("/channels/{channel}/refusals");
        let items = admin.get(&path).await.good()["items"].as_array().unwrap().clone();
        let of = |reason: &str| items.iter().find(|one| one["reason"] == reason).unwrap().clone();
        assert_eq!((&of("unknown_token")["count"], &of("unknown_token")["token_hint"]), (&json!(2), &json!("dzv_wron…rong")));
        assert_eq!((&of("too_large")["count"], &of("too_large")["token_hint"]), (&json!(1), &Value::Null));
        web.agent(&[channel]).await.get(&path).await.problem(403);
    }

    async fn test_notifications_go_the_whole_way_concern_nobody_and_are_taken_away(test: &TestDesk) {
        let stop = CancellationToken::new();
        let desk = listening(test, &stop).await;
        let web = TestWeb::over(test);
        let (channel, admin) = (test.channel().await, web.admin().await);
        let (token, _) = test.token(channel).await;
        let sent = admin.post(&format!("/channels/{channel}/test"), json!({"token_id": token.to_string()})).await;
        assert_eq!(sent.status, 202);
        let path = format!("/channels/{channel}/test/{}", sent.good()["id"].as_str().unwrap());
        desk.work_all().await.unwrap();
        let over = admin.get(&path).await.good();
        assert_eq!((&over["state"], &over["passed"]), (&json!("finished"), &json!(true)), "{over:#}");
        let steps = over["steps"].as_array().unwrap();
        let events: Vec<_> = steps.iter().map(|step| step["event"].as_str().unwrap()).collect();
        assert_eq!(events, ["in_call_session", "out_call_session", "talk_started", "call_session_finished"]);
        assert!(steps.iter().all(|step| stages(step) == ["done"; 6]));

        let calls = admin.get("/calls").await.good();
        let calls = calls["items"].as_array().unwrap();
        assert_eq!(calls.len(), 2);
        assert!(calls.iter().all(|call| call["session_id"].as_i64().unwrap() < 0 && call["state"] == "finished" && call["client_id"].is_null() && call["agent_id"].is_null()), "{calls:#?}");
        let ticket = admin.get(&format!("/tickets/{}", calls[0]["ticket_id"].as_str().unwrap())).await.good();
        assert_eq!((&ticket["status"], &ticket["tags"], &ticket["assignee_id"]), (&json!("closed"), &json!(["проверка"]), &Value::Null));
        assert_eq!(admin.get("/clients").await.good()["items"], json!([]));
        assert!(desk.tally(&test.admin().await, channel).await.unwrap().is_empty(), "ticks are for the provider's own");

        assert_eq!(admin.delete(&path).await.status, 204);
        admin.get(&path).await.problem(404);
        assert_eq!(admin.get("/calls").await.good()["items"], json!([]));
        assert_eq!(admin.get("/tickets").await.good()["items"], json!([]));
        assert_eq!(admin.get(&format!("/channels/{channel}/notifications")).await.good()["items"], json!([]));
        stop.cancel();
    }

    async fn a_policy_is_rehearsed_and_its_conditions_are_kept(test: &TestDesk) {
        let web = TestWeb::over(test);
        let (channel, admin) = (test.channel().await, web.admin().await);
        let (_, token) = test.token(channel).await;
        web.notify(&token, &finished(7, "79160000002", &[])).await;
        let policy = json!({"tickets": "never"});
        let begun = admin.post(&format!("/channels/{channel}/rehearsal"), json!({"ticket_policy": policy})).await;
        assert_eq!(begun.status, 202);
        let path = format!("/channels/{channel}/rehearsal/{}", begun.good()["id"].as_str().unwrap());
        test.desk.work_all().await.unwrap();
        let over = admin.get(&path).await.good();
        assert_eq!(over["state"], "finished");
        assert_eq!(over["proposed_policy"]["tickets"], "never");
        let listed = admin.get(&format!("{path}/differences")).await.good();
        assert_eq!(listed["items"].as_array().unwrap().len() as i64, over["differing"].as_i64().unwrap());

        let conditions = json!({"virtual_numbers": ["8 495 000-00-01"], "min_talk_seconds": 5, "spammers": "no_ticket", "outside_hours": {"priority": "high", "tag": "ночь"}});
        let hours = json!({"monday": ["9:00-18:00"], "holidays": ["2027-01-01"]});
        let changed = admin.patch(&format!("/channels/{channel}"), json!({"ticket_policy": conditions, "working_hours": hours, "silence_minutes": 30, "version": 1})).await.good();
        assert_eq!(changed["ticket_policy"]["virtual_numbers"], json!(["+74950000001"]));
        assert_eq!(changed["ticket_policy"]["outside_hours"], json!({"priority": "high", "tag": "ночь"}));
        assert_eq!(changed["working_hours"]["monday"], json!(["09:00-18:00"]));
        assert_eq!((&changed["silence_minutes"], &changed["version"]), (&json!(30), &json!(2)));
        admin.patch(&format!("/channels/{channel}"), json!({"name": "Склад", "version": 1})).await.problem(409);
        let off = admin.patch(&format!("/channels/{channel}"), json!({"silence_minutes": null})).await.good();
        assert_eq!(off["silence_minutes"], Value::Null);
    }
}
