//! How long recordings are kept, what must stay, who has listened: for those who decide about it.

use desk::on_both;
use serde_json::json;

use crate::testing::{TestWeb, finished};

on_both! {
    async fn a_channels_rules_are_read_tried_out_and_set(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        let channel = test.channel().await;
        let path = format!("/channels/{channel}/recordings");
        let before = admin.get(&path).await.good();
        assert_eq!((&before["listening"], &before["keep_days"]), (&json!("everybody"), &json!(null)));
        let set = json!({"listening": "own_calls", "keep_days": 90, "provider_days": 45, "agent_side": 1});
        let after = admin.patch(&path, set).await.good();
        assert_eq!((&after["listening"], &after["keep_days"], &after["agent_side"]), (&json!("own_calls"), &json!(90), &json!(1)));
        assert_eq!(admin.patch(&path, json!({"keep_days": 0})).await.good()["keep_days"], json!(null));
        assert_eq!(admin.patch(&path, json!({"listening": "nobody"})).await.faults(), ["listening"]);
        let would = admin.get(&format!("{path}/preview?keep_days=30")).await.good();
        assert_eq!((&would["goes"], &would["stays"]), (&json!(null), &json!(null)));
        assert_eq!(admin.get(&format!("{path}/preview")).await.faults(), ["keep_days"]);
        let anna = web.agent(&[channel]).await;
        anna.get(&path).await.problem(403);
        anna.patch(&path, json!({"keep_days": 1})).await.problem(403);
    }

    async fn a_calls_recordings_are_held_and_let_go(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = web.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        web.notify(&token, &finished(1, "79160000002", &["https://example.com/x".to_owned()])).await;
        let call = admin.get("/calls").await.good()["items"][0]["id"].clone();
        let path = format!("/calls/{}/recordings/hold", call.as_str().unwrap());
        admin.get(&path).await.problem(404);
        assert_eq!(admin.put(&path, json!({"reason": " "})).await.faults(), ["reason"]);
        let held = admin.put(&path, json!({"reason": "спор с клиентом", "whole_ticket": true})).await.good();
        assert_eq!((&held["reason"], &held["whole_ticket"]), (&json!("спор с клиентом"), &json!(true)));
        assert_eq!(admin.get(&path).await.good(), held);
        let anna = web.agent(&[channel]).await;
        anna.get(&path).await.problem(403);
        anna.put(&path, json!({"reason": "так"})).await.problem(403);
        anna.delete(&path).await.problem(403);
        assert_eq!(admin.delete(&path).await.status, 204);
        admin.get(&path).await.problem(404);
        let listeners = path.replace("/hold", "/listeners");
        assert_eq!(admin.get(&listeners).await.good()["items"], json!([]));
        anna.get(&listeners).await.problem(403);
        test.desk.work_all().await.unwrap();
    }
}
