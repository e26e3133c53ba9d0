//! Whatever the platform answers, reading it does not panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::refusal::Refusal;
use super::reply::Reply;
use crate::Lang;
use crate::call_api::LiveCall;
use crate::data_api::{Account, Employee, PastCall, Recognition};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z0-9 :.-]{0,12}".prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    let name = prop_oneof![
        Just("data"),
        Just("success"),
        Just("id"),
        Just("mnemonic"),
        Just("params"),
        Just("metadata"),
        Just("limits"),
        Just("message"),
        Just("app_id"),
        Just("call_session_id"),
        Just("legs"),
        Just("start_time"),
        Just("phone_numbers"),
        Just("extension"),
        Just("is_lost"),
        Just("direction"),
    ];
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..5).prop_map(|pairs| {
                pairs
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect()
            }),
        ]
    })
}

proptest! {
    #[test]
    fn any_error_can_be_read_and_said(error in any_json()) {
        let refusal = Refusal::read(&error);
        prop_assert!(refusal.sentence(Lang::Ru).ends_with('.'));
        prop_assert!(refusal.sentence(Lang::En).ends_with('.'));
        let _ = (refusal.to_string(), refusal.address_to_allow());
    }

    #[test]
    fn any_result_is_read_or_refused(result in any_json()) {
        let reply = || Reply::new("m", result.clone());
        let _ = (reply().data::<Account>(), reply().data::<Recognition>(), reply().bare::<Account>());
        let _ = (reply().rows::<Employee>(), reply().rows::<PastCall>(), reply().rows::<LiveCall>());
        let _ = (reply().done(), reply().total());
    }
}

#[test]
fn success_comes_in_four_spellings() {
    for result in [
        json!({"data": {"success": "true"}}),
        json!({"data": {"success": true}}),
        json!({"success": "true"}),
        json!({}),
    ] {
        assert!(Reply::new("m", result.clone()).done().is_ok(), "{result}");
    }
    assert!(
        Reply::new("m", json!({"data": {"success": "false"}}))
            .done()
            .is_err()
    );
}

#[test]
fn a_list_that_is_null_or_missing_is_empty() {
    for result in [json!({"data": null}), json!({"data": []}), json!({})] {
        assert_eq!(Reply::new("m", result).rows::<Employee>().unwrap(), []);
    }
}

#[test]
fn numbers_as_texts_and_texts_as_numbers_are_read() {
    let mut reply = Reply::new(
        "m",
        json!({"data": [{"id": "5139032001", "contact_phone_number": 79_160_000_002_i64, "is_lost": "false"}]}),
    );
    let calls: Vec<PastCall> = reply.rows().unwrap();
    assert_eq!(
        (calls[0].id, calls[0].is_lost),
        (5_139_032_001, Some(false))
    );
    assert_eq!(
        calls[0].contact_phone_number.as_deref(),
        Some("79160000002")
    );
}

#[test]
fn what_does_not_fit_is_named_by_its_place() {
    let mut reply = Reply::new(
        "get.calls_report",
        json!({"data": [{"id": 1}, {"id": 2, "employees": 7}]}),
    );
    let failure = reply.rows::<PastCall>().unwrap_err();
    assert!(
        failure.to_string().contains("`data.[1].employees`"),
        "{failure}"
    );
}
