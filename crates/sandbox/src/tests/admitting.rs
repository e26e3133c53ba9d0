//! Who is let in to the APIs, how often, and what they answer when something is wrong.

use serde_json::{Value, json};

use super::bench::Bench;
use super::rpc::CALL;
use super::starting::refused;

#[tokio::test]
async fn a_missing_component_is_named() {
    let bench = Bench::new().await;
    bench
        .faults(json!({"components_off": ["callapi_management_call", "data_api_settings"]}))
        .await;
    let error = bench
        .rpc(CALL, "hold.call", json!({"call_session_id": 1}))
        .await["error"]
        .clone();
    assert_eq!(
        (&error["code"], &error["data"]["mnemonic"]),
        (&json!(-32008), &json!("component_disabled"))
    );
    let error = bench
        .rpc(super::rpc::DATA, "create.tags", json!({"name": "x"}))
        .await["error"]
        .clone();
    assert_eq!(error["data"]["mnemonic"], "method_component_disabled");
    let (status, _) = bench
        .call(
            "POST",
            "/panel/faults",
            Some(json!({"components_off": ["moon"]})),
        )
        .await;
    assert_eq!(status.as_u16(), 422);
}

#[tokio::test]
async fn limits_are_those_that_were_set_and_refuse_with_them() {
    let bench = Bench::new().await;
    bench.faults(json!({"day_limit": 2})).await;
    for left in [1, 0] {
        let answer = bench.rpc(CALL, "list.calls", json!({})).await;
        assert_eq!(
            answer["result"]["metadata"]["limits"]["day_remaining"],
            left
        );
    }
    let error = bench.rpc(CALL, "list.calls", json!({})).await["error"].clone();
    assert_eq!(
        (
            &error["code"],
            &error["data"]["mnemonic"],
            &error["data"]["params"]
        ),
        (
            &json!(-32029),
            &json!("limit_exceeded"),
            &json!({"limit_type": "day", "limit_max_value": "2"})
        )
    );
}

#[tokio::test]
async fn troubles_answer_instead() {
    let bench = Bench::new().await;
    for (trouble, mnemonic) in [
        ("ip_not_whitelisted", "ip_not_whitelisted"),
        ("token_expired", "access_token_expired"),
        ("token_blocked", "access_token_blocked"),
        ("account_inactive", "account_inactive"),
    ] {
        bench.faults(json!({"api_trouble": trouble})).await;
        assert_eq!(refused(&bench, "list.calls", json!({})).await.0, mnemonic);
    }
    for (trouble, status) in [("html", 200), ("forbidden", 403), ("empty", 200)] {
        bench.faults(json!({"api_trouble": trouble})).await;
        let (came, body) = bench.call("POST", CALL, Some(json!({}))).await;
        assert_eq!((came.as_u16(), body), (status, Value::Null), "{trouble}");
    }
}

#[tokio::test]
async fn a_session_is_a_key_until_it_ends() {
    let bench = Bench::new().await;
    let login = json!({"login": "ivanova", "password": bench.sandbox.api_key()});
    let bare = |params: Value| json!({"jsonrpc": "2.0", "id": 1, "method": "login.user", "params": params});
    let answer = bench.call("POST", CALL, Some(bare(login))).await.1;
    let key = answer["result"]["data"]["access_token"].clone();
    assert!(answer["result"]["data"]["expire_at"].is_number());
    let listed = bench
        .rpc(CALL, "list.calls", json!({"access_token": key}))
        .await;
    assert_eq!(listed["result"]["data"], json!([]));
    let out = bench
        .rpc(CALL, "logout.user", json!({"access_token": key}))
        .await;
    assert_eq!(out["result"]["data"]["success"], true);
    assert_eq!(
        refused(&bench, "list.calls", json!({"access_token": key}))
            .await
            .0,
        "access_token_invalid"
    );
    let wrong = bench
        .call(
            "POST",
            CALL,
            Some(bare(json!({"login": "ivanova", "password": "x"}))),
        )
        .await
        .1;
    assert_eq!(wrong["error"]["data"]["mnemonic"], "auth_error");
}
