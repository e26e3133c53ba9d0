//! How `{{parameter}}` is replaced in the text that an administrator pasted.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

/// How a value is written into the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writing {
    /// As JSON, Cyrillic as it is.
    Body,
    /// As JSON, percent-encoded.
    Query,
    /// Percent-encoded without the quotes of JSON.
    BareQuery,
}

const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Replaces every placeholder whose parameter is offered; the others stay as they are.
pub(super) fn fill(
    template: &str,
    writing: Writing,
    value: impl Fn(&str) -> Option<Value>,
) -> String {
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some(open) = rest.find("{{") {
        filled.push_str(&rest[..open]);
        let inside = &rest[open + 2..];
        let found = inside
            .find("}}")
            .and_then(|close| Some((close, value(&inside[..close])?)));
        rest = match found {
            Some((close, value)) => {
                filled.push_str(&write(&value, writing));
                &inside[close + 2..]
            }
            None => {
                filled.push_str("{{");
                inside
            }
        };
    }
    filled.push_str(rest);
    filled
}

/// Nothing, an empty text and an empty list are all written `null`.
fn write(value: &Value, writing: Writing) -> String {
    let empty =
        value.as_str().is_some_and(str::is_empty) || value.as_array().is_some_and(Vec::is_empty);
    let json = if empty {
        "null".to_owned()
    } else {
        value.to_string()
    };
    match writing {
        Writing::Body => json,
        Writing::Query => utf8_percent_encode(&json, QUERY).to_string(),
        Writing::BareQuery => {
            let bare = if empty {
                ""
            } else {
                value.as_str().unwrap_or(&json)
            };
            utf8_percent_encode(bare, QUERY).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn filled(template: &str) -> String {
        fill(template, Writing::Body, |name| match name {
            "name" => Some(json!("Мария \"Маша\"\nИванова")),
            "id" => Some(json!(5_139_032_001_i64)),
            "yes" => Some(json!(true)),
            "ids" => Some(json!([391001, 391002])),
            "none" => Some(Value::Null),
            "empty_list" => Some(json!([])),
            "empty_text" => Some(json!("")),
            _ => None,
        })
    }

    #[test]
    fn a_text_is_written_with_its_quotes_and_escapes_and_raw_cyrillic() {
        assert_eq!(
            filled(r#"{"name":{{name}}}"#),
            r#"{"name":"Мария \"Маша\"\nИванова"}"#
        );
    }

    #[test]
    fn numbers_booleans_and_lists_are_written_bare() {
        assert_eq!(
            filled("{{id}} {{yes}} {{ids}}"),
            "5139032001 true [391001,391002]"
        );
    }

    #[test]
    fn nothing_an_empty_list_and_an_empty_text_are_null() {
        assert_eq!(
            filled("{{none}},{{empty_list}},{{empty_text}}"),
            "null,null,null"
        );
    }

    #[test]
    fn an_unoffered_parameter_stays_as_it_is() {
        assert_eq!(
            filled(r#"{"a":{{lost_reason}},"b":{{id}}}"#),
            r#"{"a":{{lost_reason}},"b":5139032001}"#
        );
    }

    #[test]
    fn quotes_round_a_placeholder_are_doubled() {
        assert_eq!(
            filled(r#""{{empty_text}}" "{{name}}""#),
            "\"null\" \"\"Мария \\\"Маша\\\"\\nИванова\"\""
        );
    }

    #[test]
    fn open_braces_that_never_close_are_text() {
        assert_eq!(filled("{{ {{id}} {{"), "{{ 5139032001 {{");
    }

    #[test]
    fn a_query_is_percent_encoded_with_or_without_quotes() {
        let value = |_: &str| Some(json!("А&Б"));
        assert_eq!(
            fill("n={{n}}&m=1", Writing::Query, value),
            "n=%22%D0%90%26%D0%91%22&m=1"
        );
        assert_eq!(
            fill("n={{n}}", Writing::BareQuery, value),
            "n=%D0%90%26%D0%91"
        );
    }
}
