//! `Idempotency-Key`.

use axum::http::header;
use desk::on_both;
use serde_json::json;

use crate::testing::TestWeb;

on_both! {
    async fn a_post_sent_twice_does_its_work_once(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        let first = admin.post_once("/tickets", "k-1", json!({"subject": "Один"})).await;
        let again = admin.post_once("/tickets", "k-1", json!({"subject": "Один"})).await;
        assert_eq!((first.status, again.status), (201, 201));
        assert_eq!(first.json(), again.json());
        assert_eq!(first.header(header::LOCATION), again.header(header::LOCATION));
        assert_eq!(again.header("idempotent-replayed"), "true");
        admin.post_once("/tickets", "k-2", json!({"subject": "Один"})).await.good();
        assert_eq!(admin.get("/tickets").await.good()["items"].as_array().unwrap().len(), 2);
        let other = admin.post_once("/tickets", "k-1", json!({"subject": "Другой"})).await;
        assert_eq!(other.problem(422)["type"], "urn:problem:dozvon:key-reused");
        let elsewhere = admin.post_once("/clients", "k-1", json!({"subject": "Один"})).await;
        assert_eq!(elsewhere.problem(422)["type"], "urn:problem:dozvon:key-reused");
        let anna = web.agent(&[]).await;
        anna.post_once("/tickets", "k-1", json!({"subject": "Мой"})).await.good();
    }

    async fn what_was_not_done_may_be_tried_again_with_the_same_key(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        admin.post_once("/tickets", "k", json!({"subject": ""})).await.problem(422);
        assert_eq!(admin.post_once("/tickets", "k", json!({"subject": "Один"})).await.status, 201);
        admin.post_once("/tickets", "", json!({"subject": "Один"})).await.problem(400);
        admin.post_once("/tickets", &"k".repeat(256), json!({"subject": "Один"})).await.problem(400);
    }

    async fn a_request_that_runs_is_not_run_beside_itself(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        let ask = || admin.post_once("/tickets", "k", json!({"subject": "Один"}));
        let (one, other) = tokio::join!(ask(), ask());
        let mut both = [one.status, other.status];
        both.sort_unstable();
        assert!(both == [201, 201] || both == [201, 409], "{both:?}");
        assert_eq!(admin.get("/tickets").await.good()["items"].as_array().unwrap().len(), 1);
    }
}
