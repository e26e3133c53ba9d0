//! The ways to begin a call through the Call API.

use serde_json::{Value, json};

use super::bench::{Bench, FAST};
use super::rpc::CALL;

fn with(mut params: Value, more: &Value) -> Value {
    let common = json!({"virtual_phone_number": "74950000001", "contact": "79160000003", "direction": "out"});
    params
        .as_object_mut()
        .unwrap()
        .extend(common.as_object().unwrap().clone());
    params
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    params
}

async fn begun(bench: &Bench, method: &str, params: Value) -> Value {
    let answer = bench.rpc(CALL, method, params).await;
    let session = answer["result"]["data"]["call_session_id"].as_i64();
    bench
        .over(session.unwrap_or_else(|| panic!("{answer}")))
        .await
}

pub(super) async fn refused(bench: &Bench, method: &str, params: Value) -> (String, Value) {
    let data = bench.rpc(CALL, method, params).await["error"]["data"].clone();
    (
        data["mnemonic"].as_str().unwrap_or("none").to_owned(),
        data["field"].clone(),
    )
}

#[tokio::test]
async fn each_way_has_its_source_and_its_people() {
    let bench = Bench::new().await;
    bench.faults(json!({"api_speed": FAST})).await;
    let simple = with(
        json!({"first_call": "operator", "operator": "79260000001", "operator_confirmation": "any"}),
        &json!({}),
    );
    let call = begun(&bench, "start.simple_call", simple).await;
    assert_eq!(
        (&call["source"], &call["operators"], &call["is_lost"]),
        (&json!("callapi"), &json!([]), &json!(false))
    );
    let vnumber = with(json!({"first_call": "contact"}), &json!({}));
    let call = begun(&bench, "start.vnumber_call", vnumber).await;
    assert_eq!(
        (&call["source"], call["operators"].as_array().unwrap().len()),
        (&json!("callapi"), 1)
    );
    let scenario = with(
        json!({"first_call": "contact", "scenario_id": 1223}),
        &json!({}),
    );
    let call = begun(&bench, "start.scenario_call", scenario).await;
    assert_eq!(call["source"], "callapi_scenario_call");
    let informer = with(
        json!({"contact_message": {"type": "tts", "value": "Ваш заказ готов"}}),
        &json!({}),
    );
    let call = begun(&bench, "start.informer_call", informer).await;
    assert_eq!(
        (&call["source"], &call["is_lost"], &call["finish_reason"]),
        (
            &json!("callapi_informer_call"),
            &json!(false),
            &json!("success_finish")
        )
    );
}

#[tokio::test]
async fn a_wrong_beginning_names_its_field() {
    let bench = Bench::new().await;
    let employee = json!({"first_call": "employee", "employee": {"id": 391_002}});
    let simple = json!({"first_call": "operator", "operator": "79260000001"});
    let informer = json!({"contact_message": {"type": "tts", "value": "x"}});
    for (method, base, change, mnemonic, field) in [
        (
            "start.employee_call",
            &employee,
            json!({"virtual_phone_usage_rule": "any"}),
            "invalid_parameter_value",
            json!("virtual_phone_usage_rule"),
        ),
        (
            "start.employee_call",
            &employee,
            json!({"media_file_id": 7}),
            "media_file_not_found",
            json!("media_file_id"),
        ),
        (
            "start.employee_call",
            &employee,
            json!({"media_file_id": "2034"}),
            "data_type_error",
            json!("media_file_id"),
        ),
        (
            "start.employee_call",
            &employee,
            json!({"contact_message": {"type": "song", "value": "x"}}),
            "invalid_parameter_value",
            json!("contact_message.type"),
        ),
        (
            "start.employee_call",
            &employee,
            json!({"employee_message": {"type": "tts"}}),
            "required_parameter_missed",
            json!("employee_message.value"),
        ),
        (
            "start.employee_call",
            &employee,
            json!({"dtmf_string": "1a"}),
            "invalid_parameter_value",
            json!("dtmf_string"),
        ),
        (
            "start.employee_call",
            &employee,
            json!({"operator": "7"}),
            "unexpected_parameters",
            json!("operator"),
        ),
        (
            "start.employee_call",
            &employee,
            json!({"first_call": "operator"}),
            "invalid_parameter_value",
            json!("first_call"),
        ),
        (
            "start.simple_call",
            &simple,
            json!({"first_call": "employee"}),
            "invalid_parameter_value",
            json!("first_call"),
        ),
        (
            "start.simple_call",
            &simple,
            json!({"operator_confirmation": "12"}),
            "invalid_parameter_value",
            json!("operator_confirmation"),
        ),
        (
            "start.scenario_call",
            &json!({"first_call": "contact"}),
            json!({}),
            "required_parameter_missed",
            json!("scenario_id"),
        ),
        (
            "start.scenario_call",
            &json!({"first_call": "contact"}),
            json!({"scenario_id": 9}),
            "scenario_not_found",
            json!("scenario_id"),
        ),
        (
            "start.informer_call",
            &json!({}),
            json!({}),
            "required_parameter_missed",
            json!("contact_message"),
        ),
        (
            "start.informer_call",
            &informer,
            json!({"dialing_timeout": 121}),
            "invalid_parameter_value",
            json!("dialing_timeout"),
        ),
        (
            "start.informer_call",
            &informer,
            json!({"first_call": "contact"}),
            "unexpected_parameters",
            json!("first_call"),
        ),
    ] {
        let came = refused(&bench, method, with(base.clone(), &change)).await;
        assert_eq!(came, (mnemonic.to_owned(), field), "{method} {change}");
    }
    let long = "а".repeat(1001);
    let spoken = with(
        json!({"contact_message": {"type": "tts", "value": long}}),
        &json!({}),
    );
    assert_eq!(
        refused(&bench, "start.informer_call", spoken).await.0,
        "tts_text_exceeded"
    );
}
