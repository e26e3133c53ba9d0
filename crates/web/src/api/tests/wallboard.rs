//! The board on the wall over the API.

use desk::on_both;
use serde_json::json;

use crate::testing::{TestWeb, finished, missed, ringing};

on_both! {
    async fn the_board_is_for_supervisors_and_administrators(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let anna = test.agent("anna", &[channel]).await;
        test.telephone(anna.agent, "391001", None).await;
        web.notify(&token, &missed(1, "79160000002")).await;
        web.notify(&token, &finished(2, "79160000003", &[])).await;
        web.notify(&token, &ringing(3, "79160000004")).await;
        let boss = web.caller(&test.supervisor().await).await;
        let wall = boss.get("/wallboard").await.good();
        assert_eq!(wall["today"], json!({"answered": 1, "missed": 1, "not_called_back": 1, "longest_wait_seconds": 30, "average_wait_seconds": 20}));
        assert_eq!(wall["hours"], json!([{"from": "2026-03-28T13:00:00Z", "answered": 1, "missed": 1}]));
        assert_eq!(wall["waiting"][0]["session_id"], 3);
        assert_eq!((&wall["channels"][0]["waiting"], &wall["channels"][0]["name"]), (&json!(1), &json!("Отдел доставки")));
        let one = boss.get(&format!("/wallboard?channel_id={channel}")).await.good();
        assert_eq!(one["channel_id"], channel.to_string());
        boss.get("/wallboard?channel_id=chan_0195f2d1c3a47b2e9c11d0a6b7e4f311").await.problem(404);
        boss.get("/wallboard?channel_id=x").await.problem(422);
        web.caller(&anna).await.get("/wallboard").await.problem(403);
    }
}
