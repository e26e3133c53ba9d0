//! Whatever is wrong with a body is told by its field.

use super::*;
use crate::problem::{Kind, Why};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only read")]
struct Form {
    name: String,
    #[serde(default, deserialize_with = "nullable")]
    note: Option<Option<String>>,
    vip: Option<bool>,
    hours: Option<u32>,
    phones: Option<Vec<Phone>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only read")]
struct Phone {
    number: String,
}

fn fault(body: &str) -> (String, Why) {
    match read::<Form>(body.as_bytes()) {
        Err(Problem::Invalid(faults)) => (faults[0].field.clone(), faults[0].why.clone()),
        other => panic!("{other:?}"),
    }
}

fn malformed(body: &[u8]) -> Malformed {
    match read::<Form>(body) {
        Err(Problem::Malformed(how)) => how,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_absent_stays_and_null_takes_away() {
    let form: Form = read(br#"{"name":"a"}"#).unwrap();
    assert_eq!(form.note, None);
    let form: Form = read(br#"{"name":"a","note":null}"#).unwrap();
    assert_eq!(form.note, Some(None));
}

#[test]
fn a_field_of_the_wrong_kind_is_told_with_its_path() {
    let (field, why) = fault(r#"{"name":"a","phones":[{"number":7}]}"#);
    assert_eq!(
        (field.as_str(), why),
        ("phones[0].number", Why::WrongKind(Kind::Text))
    );
    assert_eq!(fault(r#"{"name":null}"#).1, Why::WrongKind(Kind::Text));
    assert_eq!(
        fault(r#"{"name":"a","vip":"yes"}"#).1,
        Why::WrongKind(Kind::Truth)
    );
    assert_eq!(
        fault(r#"{"name":"a","hours":-1}"#).1,
        Why::WrongKind(Kind::Number)
    );
    assert_eq!(
        fault(r#"{"name":"a","phones":{}}"#).1,
        Why::WrongKind(Kind::List)
    );
    assert_eq!(
        fault(r#"{"name":"a","phones":["7"]}"#).1,
        Why::WrongKind(Kind::Object)
    );
}

#[test]
fn unknown_missing_and_doubled_fields_are_told_by_name() {
    let (field, why) = fault(r#"{"name":"a","phones":[{"numbr":"7"}]}"#);
    assert_eq!(
        (field.as_str(), why),
        ("phones[0].numbr", Why::NotThere(vec!["number".into()]))
    );
    let (field, why) = fault(r#"{"nam":"a"}"#);
    assert_eq!(field, "nam");
    assert!(matches!(why, Why::NotThere(there) if there.len() == 5));
    assert_eq!(fault("{}"), ("name".into(), Why::Desk(desk::Why::Required)));
    let (field, why) = fault(r#"{"name":"a","phones":[{}]}"#);
    assert_eq!(
        (field.as_str(), why),
        ("phones[0].number", Why::Desk(desk::Why::Required))
    );
    assert_eq!(
        fault(r#"{"name":"a","name":"b"}"#),
        ("name".into(), Why::Twice)
    );
}

#[test]
fn what_is_no_json_object_is_told_by_its_place() {
    assert_eq!(malformed(b" "), Malformed::Empty);
    assert_eq!(malformed(b"{\n\"name\" \"a\"}"), Malformed::NotJson(2, 8));
    assert_eq!(malformed(b"{\"name\":\"a\"} x"), Malformed::NotJson(1, 14));
    assert_eq!(malformed(b"{\"name\":"), Malformed::NotJson(1, 8));
    assert_eq!(malformed(b"{\"name\":\"\xff\"}"), Malformed::NotText);
    assert_eq!(malformed(b"\"name\""), Malformed::NotAnObject);
    assert_eq!(malformed(b"[1]"), Malformed::NotAnObject);
}
