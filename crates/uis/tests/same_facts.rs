//! What the platform renders is read back as it was, in every encoding.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use uis::{Four, Kind, Notification, Reading, Request, body, find_token, read, render};

/// Texts that mean something: not blank, not `null`, not a placeholder.
fn text() -> impl Strategy<Value = String> {
    let any = prop_oneof![
        "\\PC{1,20}",
        "[А-я \"\\\\,:{}&=+%\n\t]{1,20}",
        Just("ud_channel_token".to_owned())
    ];
    any.prop_filter("a text that means something", |text| {
        let trimmed = text.trim();
        !trimmed.is_empty() && trimmed != "null" && !trimmed.starts_with("{{")
    })
}

/// Texts that mean themselves even without JSON's quotes.
fn plain_text() -> impl Strategy<Value = String> {
    "[А-яA-z0-9.&=+%:-]{1,20}".prop_filter("null is nothing", |text| {
        text != "null" && !text.starts_with(['[', '+'])
    })
}

fn time() -> impl Strategy<Value = String> {
    let parts = (
        2016..2040_i16,
        1..=12_i8,
        1..=28_i8,
        0..24_i8,
        0..60_i8,
        0..60_i8,
        0..1000_i16,
    );
    parts.prop_map(|(year, month, day, hour, minute, second, ms)| {
        format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{ms:03}")
    })
}

fn value(kind: Kind, text: BoxedStrategy<String>) -> BoxedStrategy<Value> {
    let some = match kind {
        Kind::Number => any::<i64>().prop_map(Value::from).boxed(),
        Kind::Fraction => (0..1000_i32)
            .prop_map(|share| json!(f64::from(share) / 1024.0))
            .boxed(),
        Kind::Text => text.prop_map(Value::from).boxed(),
        Kind::Flag => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Time => time().prop_map(Value::from).boxed(),
        Kind::Numbers => vec(any::<i64>(), 0..4).prop_map(Value::from).boxed(),
        Kind::Texts => vec(text, 0..4).prop_map(Value::from).boxed(),
    };
    prop_oneof![4 => some, 1 => Just(Value::Null)].boxed()
}

/// Values for all parameters of one of the four bodies.
fn offered(
    four: Four,
    text: &BoxedStrategy<String>,
) -> impl Strategy<Value = Map<String, Value>> + use<> {
    let names: Vec<&'static str> = four.parameters().collect();
    let values: Vec<BoxedStrategy<Value>> = names
        .iter()
        .map(|name| value(Notification::kind(name).unwrap(), text.clone()))
        .collect();
    values.prop_map(move |values| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .zip(values)
            .collect()
    })
}

fn any_four() -> impl Strategy<Value = Four> {
    prop::sample::select(Four::ALL.to_vec())
}

fn rendered(text: BoxedStrategy<String>) -> impl Strategy<Value = (Four, Map<String, Value>)> {
    any_four().prop_flat_map(move |four| (Just(four), offered(four, &text)))
}

/// The notification these values make: nothing and empty lists left out.
fn expected(values: &Map<String, Value>) -> Notification {
    let is_something = |value: &Value| !value.is_null() && *value != json!([]);
    let kept = values.iter().filter(|(_, value)| is_something(value));
    serde_json::from_value(
        kept.map(|(key, value)| (key.clone(), value.clone()))
            .collect(),
    )
    .unwrap()
}

fn posted(body: &str) -> Reading {
    read(&Request {
        method: "POST",
        query: "",
        content_type: Some("text/plain"),
        body: body.as_bytes(),
    })
}

fn pairs(values: &Map<String, Value>, show: impl Fn(&Value) -> String) -> String {
    let pairs = values.iter().map(|(key, value)| {
        format!(
            "{key}={}",
            utf8_percent_encode(&show(value), NON_ALPHANUMERIC)
        )
    });
    pairs.collect::<Vec<_>>().join("&")
}

fn bare(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

proptest! {
    #[test]
    fn what_is_rendered_is_read_back((four, values) in rendered(text().boxed())) {
        let body = render(&body(four, "k7"), &values);
        let reading = posted(&body);
        prop_assert_eq!(reading.notification.unwrap(), expected(&values));
        prop_assert_eq!(reading.token.as_deref(), Some("k7"));
        prop_assert_eq!(find_token(body.as_bytes()), Some("k7".to_owned()));
    }

    #[test]
    fn json_under_a_form_s_content_type_is_the_same((four, values) in rendered(text().boxed())) {
        let json = render(&body(four, "k7"), &values);
        let encoded: String = utf8_percent_encode(&json, NON_ALPHANUMERIC).collect();
        for form in [format!("{encoded}="), format!("data={encoded}"), encoded] {
            let reading = posted(&form);
            prop_assert_eq!(reading.notification.unwrap(), expected(&values));
            prop_assert_eq!(find_token(form.as_bytes()), Some("k7".to_owned()));
        }
    }

    #[test]
    fn a_form_and_a_query_with_json_s_quoting_are_the_same((_, values) in rendered(text().boxed())) {
        let form = pairs(&values, Value::to_string);
        prop_assert_eq!(posted(&form).notification.unwrap(), expected(&values));
        let got = read(&Request { method: "GET", query: &form, content_type: None, body: b"" });
        prop_assert_eq!(got.notification.unwrap(), expected(&values));
    }

    #[test]
    fn a_form_with_bare_values_is_the_same((_, values) in rendered(plain_text().boxed())) {
        let form = pairs(&values, bare);
        prop_assert_eq!(posted(&form).notification.unwrap(), expected(&values));
    }

    #[test]
    fn placeholders_in_quotes_are_the_same((four, values) in rendered("[А-я][А-я0-9 \",:{}\\\\]{0,20}".boxed())) {
        let quoted = body(four, "k7").replace(":{{", ":\"{{").replace("}}", "}}\"");
        let reading = posted(&render(&quoted, &values));
        prop_assert_eq!(reading.notification.unwrap(), expected(&values));
    }

    #[test]
    fn valid_json_without_the_key_has_no_token(values in vec(text(), 1..6)) {
        let json: Value = values.iter().map(|text| json!({ "contact_full_name": text })).collect();
        prop_assert_eq!(find_token(json.to_string().as_bytes()), None);
        let quoted = json!({ "a": json!({ "ud_channel_token": values[0] }).to_string() });
        prop_assert_eq!(find_token(quoted.to_string().as_bytes()), None);
    }

    #[test]
    fn a_notification_kept_as_json_comes_back((_, values) in rendered(text().boxed())) {
        let notification = expected(&values);
        let kept = serde_json::to_string(&notification).unwrap();
        prop_assert_eq!(serde_json::from_str::<Notification>(&kept).unwrap(), notification);
    }
}

#[test]
fn of_repeated_keys_the_first_that_is_not_nothing_counts() {
    let reading =
        posted(r#"{"employee_id":null,"a":{"employee_id":7},"employee_id":8,"call_session_id":1}"#);
    assert_eq!(reading.notification.unwrap().employee_id, Some(7));
}

#[test]
fn of_several_calls_in_one_body_the_first_is_read() {
    let reading =
        posted(r#"[{"call_session_id":1,"direction":"in"},{"call_session_id":2,"is_lost":true}]"#);
    let notification = reading.notification.unwrap();
    assert_eq!(
        (notification.call_session_id, notification.is_lost),
        (Some(1), None)
    );
    assert!(reading.findings.contains(&uis::Finding::SeveralCalls));
}
