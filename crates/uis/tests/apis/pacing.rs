//! The tariff's limits are kept to.

use std::time::{Duration, Instant};

use serde_json::json;
use uis::{Failure, Lang, Span};

use crate::answers::{Platform, limits, ok};

#[tokio::test]
async fn when_points_are_used_up_nothing_is_sent_until_there_are_new_ones() {
    let platform =
        Platform::giving(json!({"data": [{"app_id": 1}], "metadata": limits(0, 45)})).await;
    let api = platform.data_api();
    api.account().await.unwrap();
    // A clone knows of it too.
    let failure = api.clone().account().await.unwrap_err();
    let Failure::NoPoints { span, wait, .. } = failure else {
        panic!("{failure:?}");
    };
    assert!(span == Span::Minute && wait <= Duration::from_secs(45));
    assert_eq!(platform.asked().await.len(), 1);
}

#[tokio::test]
async fn a_short_wait_for_points_is_waited_out() {
    let platform =
        Platform::giving(json!({"data": [{"app_id": 1}], "metadata": limits(0, 1)})).await;
    let api = platform.data_api();
    api.account().await.unwrap();
    let asked = Instant::now();
    api.account().await.unwrap();
    assert!(asked.elapsed() >= Duration::from_millis(900));
}

#[tokio::test]
async fn a_refusal_for_the_limit_is_asked_again_when_that_is_soon() {
    let platform = Platform::new().await;
    let error = json!({"code": -32029, "message": "Limit per minute has been exceeded", "data": {
        "mnemonic": "limit_exceeded", "params": {"limit_type": "minute"}, "metadata": limits(0, 1)}});
    let refused = wiremock::ResponseTemplate::new(200)
        .set_body_json(json!({"jsonrpc": "2.0", "id": 1, "error": error}));
    platform
        .once(json!({"method": "get.account"}), refused)
        .await;
    platform
        .once(
            json!({"method": "get.account"}),
            ok(json!({"data": [{"app_id": 4735}]})),
        )
        .await;
    assert_eq!(platform.data_api().account().await.unwrap().app_id, 4735);
    assert_eq!(platform.asked().await.len(), 2);
}

#[tokio::test]
async fn a_day_s_limit_is_said_at_once() {
    let error = json!({"mnemonic": "limit_exceeded", "params": {"limit_type": "day", "limit_max_value": "750"}, "metadata": {
        "limits": {"day_limit": 750, "day_remaining": 0, "day_reset": 7200, "minute_remaining": 100, "minute_reset": 30}}});
    let platform = Platform::refusing(200, -32029, "Limit per day has been exceeded", error).await;
    let failure = platform.data_api().account().await.unwrap_err();
    assert_eq!(
        failure.sentence(Lang::Ru),
        "Дневной лимит запросов к телефонии исчерпан, он обновится через 120 мин."
    );
    assert_eq!(platform.asked().await.len(), 1);
}
