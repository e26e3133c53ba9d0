//! Whatever comes instead of an answer is told apart, said in words, and shows no key.

use std::time::Duration;

use serde_json::json;
use uis::call_api::EmployeeCall;
use uis::{Body, Failure, Lang, Mnemonic};
use wiremock::ResponseTemplate;

use crate::answers::{KEY, Platform, limits};

async fn failure(answer: ResponseTemplate) -> Failure {
    let platform = Platform::answering(answer).await;
    platform
        .data_api()
        .account()
        .await
        .expect_err("it cannot be read")
}

#[tokio::test]
async fn pages_nothing_and_garbage_are_told_apart() {
    for (answer, status, body) in [
        (ResponseTemplate::new(200), 200, Body::Empty),
        (
            ResponseTemplate::new(502).set_body_string("<html>Bad Gateway"),
            502,
            Body::Html,
        ),
        (
            ResponseTemplate::new(403).set_body_string("\n <!doctype html>"),
            403,
            Body::Html,
        ),
        (
            ResponseTemplate::new(503).set_body_string("the service is not available"),
            503,
            Body::Other,
        ),
        (
            ResponseTemplate::new(200).set_body_string("{\"jsonrpc\": \"2.0\", \"res"),
            200,
            Body::Other,
        ),
        (
            ResponseTemplate::new(200).set_body_string("{\"jsonrpc\": \"2.0\"}"),
            200,
            Body::OtherJson,
        ),
        (
            ResponseTemplate::new(200).set_body_string("[]"),
            200,
            Body::OtherJson,
        ),
        (
            ResponseTemplate::new(301).insert_header("Location", "https://example.test/"),
            301,
            Body::Empty,
        ),
    ] {
        let failure = failure(answer).await;
        let Failure::NotJson {
            status: came,
            body: what,
            ..
        } = &failure
        else {
            panic!("{failure:?}");
        };
        assert_eq!((*came, *what), (status, body));
        for lang in [Lang::Ru, Lang::En] {
            assert!(
                failure.sentence(lang).ends_with('.'),
                "{}",
                failure.sentence(lang)
            );
        }
    }
}

#[tokio::test]
async fn an_error_is_read_whatever_status_it_comes_with() {
    let data =
        json!({"mnemonic": "access_token_invalid", "field": null, "value": null, "params": {}});
    for status in [200, 403, 500] {
        let platform =
            Platform::refusing(status, -32001, "Access token is invalid", data.clone()).await;
        let failure = platform.data_api().account().await.unwrap_err();
        assert_eq!(
            failure.mnemonic(),
            Some(&Mnemonic::AccessTokenInvalid),
            "{status}"
        );
        assert!(failure.sentence(Lang::Ru).starts_with("Ключ не подходит"));
    }
}

#[tokio::test]
async fn the_address_to_allow_is_named() {
    for params in [json!({"ip": "203.0.113.7"}), json!({})] {
        let data = json!({"mnemonic": "ip_not_whitelisted", "params": params});
        let platform =
            Platform::refusing(200, -32003, "Your IP 203.0.113.7 is not whitelisted", data).await;
        let failure = platform.data_api().account().await.unwrap_err();
        assert_eq!(
            failure.refusal().unwrap().address_to_allow().as_deref(),
            Some("203.0.113.7")
        );
        assert!(failure.sentence(Lang::En).contains("203.0.113.7"));
    }
}

#[tokio::test]
async fn a_wrong_parameter_is_named_with_its_dots() {
    let data = json!({"mnemonic": "employee_not_found", "field": "employee.id", "value": "999",
        "params": {"employee_id": "999"}, "metadata": limits(149, 52)});
    let platform = Platform::refusing(200, -32602, "Employee with id 999 not found.", data).await;
    let api = platform.call_api();
    let call = EmployeeCall::click(999, "74950000001", "79160000003");
    let failure = api.start_employee_call(&call).await.unwrap_err();
    assert_eq!(
        failure.refusal().unwrap().field.as_deref(),
        Some("employee.id")
    );
    assert!(!failure.may_have_been_done());
    assert_eq!(api.limits().unwrap().minute_remaining, Some(149));
}

#[tokio::test]
async fn an_error_that_nobody_knows_is_said_in_the_platform_s_words() {
    let data = json!({"mnemonic": "moon_phase", "params": {}});
    let platform = Platform::refusing(200, -32602, "The moon is full.", data).await;
    let failure = platform.data_api().account().await.unwrap_err();
    assert_eq!(
        failure.sentence(Lang::En),
        "The telephony refused: The moon is full."
    );
}

#[tokio::test]
async fn who_waits_too_long_is_told_so_and_may_have_been_heard() {
    let slow = ResponseTemplate::new(200).set_delay(Duration::from_secs(30));
    let platform = Platform::answering(slow).await;
    let api = platform.call_api().with_patience(Duration::from_millis(80));
    let call = EmployeeCall::click(1, "74950000001", "79160000003");
    let failure = api.start_employee_call(&call).await.unwrap_err();
    assert!(
        matches!(failure, Failure::TooSlow { .. }) && failure.may_have_been_done(),
        "{failure:?}"
    );
    assert_eq!(
        platform.asked().await.len(),
        1,
        "a call is never begun twice"
    );
}

#[tokio::test]
async fn a_host_that_is_not_there_was_not_heard() {
    let api = uis::data_api::DataApi::at(
        uis::http_client().unwrap(),
        "http://127.0.0.1:9",
        KEY.into(),
    );
    let failure = api.account().await.unwrap_err();
    assert!(
        matches!(failure, Failure::Unreachable { .. }) && !failure.may_have_been_done(),
        "{failure:?}"
    );
}

#[tokio::test]
async fn an_address_that_is_none_is_a_failure_and_no_panic() {
    let api = uis::data_api::DataApi::at(uis::http_client().unwrap(), "not an address", KEY.into());
    assert!(matches!(
        api.account().await.unwrap_err(),
        Failure::Unreachable { .. }
    ));
}

#[tokio::test]
async fn a_result_of_another_shape_names_the_place() {
    let platform = Platform::giving(json!({"data": [{"app_id": "a lot"}]})).await;
    let failure = platform.data_api().account().await.unwrap_err();
    assert!(failure.to_string().contains("app_id"), "{failure}");
}

#[tokio::test]
async fn no_key_is_printed() {
    let platform = Platform::answering(ResponseTemplate::new(500)).await;
    let (call, data) = (platform.call_api(), platform.data_api());
    let failure = data.account().await.unwrap_err();
    let nowhere = uis::data_api::DataApi::at(
        uis::http_client().unwrap(),
        format!("http://127.0.0.1:9/?k={KEY}"),
        KEY.into(),
    );
    let unreached = nowhere.account().await.unwrap_err();
    let listing = data.employees();
    for printed in [
        format!("{call:?}"),
        format!("{data:?}"),
        format!("{failure:?}"),
        format!("{listing:?}"),
        format!("{nowhere:?}"),
        format!("{unreached:?}"),
    ] {
        assert!(!printed.contains(KEY), "{printed}");
    }
}
