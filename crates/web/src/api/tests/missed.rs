//! `/missed`: rows a caller, closed by hand and opened again.

use desk::on_both;
use serde_json::{Value, json};

use crate::testing::{TestWeb, missed};

on_both! {
    async fn missed_callers_are_listed_closed_and_opened_again(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let anna = web.agent(&[channel]).await;
        for session in [1, 2] {
            web.notify(&token, &missed(session, "79160000002")).await;
        }
        let page = anna.get("/missed").await.good();
        let row = &page["items"][0];
        assert_eq!((&row["attempts"], &row["state"], &row["pace"]), (&json!(2), &json!("waiting"), &json!("in_time")));
        assert_eq!(row["number"], "+79160000002");
        assert_eq!(row["channel_id"], channel.to_string());
        assert_eq!(row["call_ids"].as_array().unwrap().len(), 2);
        let path = format!("/missed/{}/handled", row["id"].as_str().unwrap());
        let closed = anna.post(&path, json!({})).await.good();
        assert_eq!((&closed["state"], &closed["closed_by"]), (&json!("closed"), &json!("by_hand")));
        assert_eq!(anna.get("/missed").await.good()["items"], json!([]));
        assert_eq!(anna.get("/missed?state=closed").await.good()["items"][0]["id"], row["id"]);
        let open = anna.delete(&path).await.good();
        assert_eq!((&open["state"], &open["closed_by"]), (&json!("waiting"), &Value::Null));
    }

    async fn missed_callers_of_others_are_not_there(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        web.notify(&token, &missed(1, "79160000002")).await;
        let admin = web.admin().await;
        let row = admin.get(&format!("/missed?channel_id={channel}")).await.good()["items"][0].clone();
        let path = format!("/missed/{}/handled", row["id"].as_str().unwrap());
        let stranger = web.caller(&test.agent("zoya", &[]).await).await;
        assert_eq!(stranger.get("/missed").await.good()["items"], json!([]));
        stranger.post(&path, json!({})).await.problem(404);
        let reader = web.caller(&test.internal(&[channel]).await).await;
        reader.post(&path, json!({})).await.problem(403);
        assert_eq!(admin.get("/missed?state=gone").await.faults(), ["state"]);
    }
}
