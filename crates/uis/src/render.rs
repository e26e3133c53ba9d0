//! The platform's own rules for turning a template into a body.

use serde_json::{Map, Value};

/// Fills a template as the platform does: `{{name}}` becomes the JSON of the value, `null` for nothing,
/// an empty text and an empty list alike; a parameter that is not in `offered` stays as it is.
///
/// ```
/// let offered = serde_json::json!({"employee_id": 323401, "tag_names": []});
/// let body = uis::render(
///     r#"{"who":{{employee_id}},"tags":{{tag_names}},"why":{{lost_reason}}}"#,
///     offered.as_object().unwrap(),
/// );
/// assert_eq!(body, r#"{"who":323401,"tags":null,"why":{{lost_reason}}}"#);
/// ```
#[must_use]
pub fn render(template: &str, offered: &Map<String, Value>) -> String {
    let mut body = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        body.push_str(before);
        let placed = after
            .split_once("}}")
            .and_then(|(name, left)| Some((offered.get(name.trim())?, left)));
        match placed {
            Some((value, left)) => {
                body.push_str(&encode(value));
                rest = left;
            }
            None => {
                body.push_str("{{");
                rest = after;
            }
        }
    }
    body.push_str(rest);
    body
}

fn encode(value: &Value) -> String {
    let is_nothing = match value {
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    };
    if is_nothing {
        "null".to_owned()
    } else {
        value.to_string()
    }
}
