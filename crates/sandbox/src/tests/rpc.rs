//! The Call API and the Data API, from outside.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::bench::{Bench, FAST};

pub(super) const CALL: &str = "/call-api/v4.0";
pub(super) const DATA: &str = "/data-api/v2.0";

impl Bench {
    pub(super) async fn rpc(&self, api: &str, method: &str, mut params: Value) -> Value {
        if params.get("access_token").is_none() {
            params["access_token"] = json!(self.sandbox.api_key());
        }
        let request = json!({"jsonrpc": "2.0", "id": "r1", "method": method, "params": params});
        let (status, body) = self.call("POST", api, Some(request)).await;
        assert_eq!(
            (status, &body["id"]),
            (StatusCode::OK, &json!("r1")),
            "{body}"
        );
        body
    }

    async fn mnemonic(&self, api: &str, request: Value) -> String {
        let body = self.call("POST", api, Some(request)).await.1;
        body["error"]["data"]["mnemonic"]
            .as_str()
            .unwrap_or("none")
            .to_owned()
    }
}

fn click(changes: &Value) -> Value {
    let mut params = json!({
        "first_call": "employee", "direction": "out", "virtual_phone_number": "74950000001", "contact": "79160000003",
        "employee": {"id": 391002}, "external_id": "ticket-7", "switch_at_once": true, "early_switching": true,
        "show_virtual_phone_number": false});
    params
        .as_object_mut()
        .unwrap()
        .extend(changes.as_object().unwrap().clone());
    params
}

#[tokio::test]
async fn a_request_that_is_none_is_told_what_is_wrong() {
    let bench = Bench::new().await;
    for (request, mnemonic) in [
        (json!([]), "batch_opreations_not_supported"),
        (json!({"id": 1}), "invalid_request"),
        (
            json!({"jsonrpc": "2.0", "method": "get.account"}),
            "notifications_not_supported",
        ),
        (
            json!({"jsonrpc": "2.0", "id": 1, "method": "get.weather"}),
            "method_not_found",
        ),
        (
            json!({"jsonrpc": "2.0", "id": 1, "method": "get.account"}),
            "required_parameter_missed",
        ),
        (
            json!({"jsonrpc": "2.0", "id": 1, "method": "get.account", "params": {"access_token": "x"}}),
            "access_token_invalid",
        ),
    ] {
        assert_eq!(bench.mnemonic(DATA, request).await, mnemonic);
    }
    let garbage = bench.call("POST", CALL, Some(Value::Null)).await.1;
    assert_eq!(garbage["error"]["data"]["mnemonic"], "invalid_request");
}

#[tokio::test]
async fn a_click_rings_the_operator_then_the_client_and_is_told() {
    let names =
        "{{notification_mnemonic}} {{employee_id}} {{external_id}} {{call_source}} {{direction}}";
    let templates =
        json!({"out_call_session": names, "talk_started": names, "call_session_finished": names});
    let bench = Bench::telling(templates).await;
    bench.faults(json!({"api_speed": FAST})).await;
    let answer = bench
        .rpc(CALL, "start.employee_call", click(&json!({})))
        .await;
    let session = answer["result"]["data"]["call_session_id"]
        .as_i64()
        .unwrap();
    assert!(answer["result"]["metadata"]["limits"]["minute_remaining"].is_number());
    let call = bench.over(session).await;
    assert_eq!(
        (&call["source"], &call["operator_id"]),
        (&json!("callapi"), &json!(391002))
    );
    let rest = "391002 \"ticket-7\" \"callapi\" \"out\"";
    let told: Vec<_> = ["out_call_session", "talk_started", "call_session_finished"]
        .map(|name| format!("\"{name}\" {rest}"))
        .into_iter()
        .collect();
    assert_eq!(bench.heard(3).await, told);
}

#[tokio::test]
async fn a_live_call_is_listed_and_released_once() {
    let bench = Bench::new().await;
    let answer = bench
        .rpc(CALL, "start.employee_call", click(&json!({})))
        .await;
    let session = answer["result"]["data"]["call_session_id"].clone();
    let listed = super::bench::eventually(async || {
        let listed = bench
            .rpc(CALL, "list.calls", json!({"direction": "out"}))
            .await["result"]["data"]
            .clone();
        (listed[0]["legs"] != json!([])).then_some(listed)
    })
    .await;
    assert_eq!(
        (
            &listed[0]["call_session_id"],
            &listed[0]["legs"][0]["state"]
        ),
        (&session, &json!("Дозвон"))
    );
    assert_eq!(listed[0]["legs"][0]["employee_id"], 391002);
    let released = bench
        .rpc(CALL, "release.call", json!({"call_session_id": session}))
        .await;
    assert_eq!(released["result"]["data"]["success"], "true");
    let call = bench.over(session.as_i64().unwrap()).await;
    assert_eq!(call["finish_reason"], "operator_disconnects");
    let again = bench
        .rpc(CALL, "release.call", json!({"call_session_id": session}))
        .await;
    assert_eq!(again["error"]["data"]["mnemonic"], "call_session_not_found");
    assert_eq!(
        bench.rpc(CALL, "list.calls", json!({})).await["result"]["data"],
        json!([])
    );
}

#[tokio::test]
async fn a_wrong_click_names_its_field() {
    let bench = Bench::new().await;
    for (changes, mnemonic, field) in [
        (
            json!({"employee": {"id": 7}}),
            "employee_not_found",
            json!("employee.id"),
        ),
        (
            json!({"employee": {}}),
            "required_parameter_missed",
            json!("employee.id"),
        ),
        (
            json!({"employee": {"id": "391001"}}),
            "data_type_error",
            json!("employee.id"),
        ),
        (
            json!({"employee": {"id": 391001, "phone_number": "0288102"}}),
            "no_active_phone_number",
            json!("employee.phone_number"),
        ),
        (
            json!({"virtual_phone_number": "74990000000"}),
            "virtual_phone_number_not_found",
            json!("virtual_phone_number"),
        ),
        (
            json!({"contact": "+7 916"}),
            "invalid_parameter_value",
            json!("contact"),
        ),
        (
            json!({"contact": "74950000001"}),
            "own_virtual_phone_number_not_allowed",
            json!("contact"),
        ),
        (
            json!({"switch_at_once": false}),
            "invalid_parameters_combination",
            Value::Null,
        ),
        (
            json!({"colour": "red"}),
            "unexpected_parameters",
            json!("colour"),
        ),
    ] {
        let error = bench
            .rpc(CALL, "start.employee_call", click(&changes))
            .await["error"]["data"]
            .clone();
        assert_eq!(
            (&error["mnemonic"], &error["field"]),
            (&json!(mnemonic), &field)
        );
        assert!(error["metadata"]["limits"].is_object());
    }
}

#[tokio::test]
async fn a_point_is_charged_for_a_success_only() {
    let bench = Bench::new().await;
    let left = |answer: &Value, place: &str| {
        answer.pointer(place).unwrap()["day_remaining"]
            .as_i64()
            .unwrap()
    };
    let one = left(
        &bench.rpc(DATA, "get.account", json!({})).await,
        "/result/metadata/limits",
    );
    let failed = left(
        &bench.rpc(DATA, "get.account", json!({"x": 1})).await,
        "/error/data/metadata/limits",
    );
    assert_eq!(
        (
            failed,
            left(
                &bench.rpc(DATA, "get.account", json!({})).await,
                "/result/metadata/limits"
            )
        ),
        (one, one - 1)
    );
}

#[tokio::test]
async fn an_api_that_is_down_answers_503_and_errors_can_come_with_403() {
    let bench = Bench::new().await;
    bench
        .faults(json!({"data_api_down": true, "rpc_error_status": 403}))
        .await;
    let request = json!({"jsonrpc": "2.0", "id": 1, "method": "get.account", "params": {"access_token": "x"}});
    assert_eq!(
        bench.call("POST", DATA, Some(request.clone())).await.0,
        StatusCode::SERVICE_UNAVAILABLE
    );
    let (status, body) = bench.call("POST", CALL, Some(request)).await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (StatusCode::FORBIDDEN, &json!(-32601))
    );
}
