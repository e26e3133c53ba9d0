//! Values of the desk's own fields as people read them.

use desk::clients::FieldValue;
use domain::FieldKind;

use crate::frame::Frame;

/// A value as it is shown.
pub struct ShownValue {
    /// The field.
    pub label: String,
    /// The value for people.
    pub text: String,
    /// Where it leads, for a link.
    pub link: Option<String>,
}

/// The values of a client, in the fields' order.
#[must_use]
pub fn shown_values(values: &[FieldValue], frame: &Frame) -> Vec<ShownValue> {
    values.iter().map(|value| shown(value, frame)).collect()
}

fn shown(value: &FieldValue, frame: &Frame) -> ShownValue {
    let kept = value.value.as_str();
    let (text, link) = match value.field.kind {
        FieldKind::Text | FieldKind::Choice => (kept.to_owned(), None),
        FieldKind::Number => (number(kept, frame.language), None),
        FieldKind::Date => (day(kept, frame.language), None),
        FieldKind::Checkbox => (frame.t.msg_clients_yes(), None),
        FieldKind::Link => (without_scheme(kept), Some(kept.to_owned())),
    };
    ShownValue {
        label: value.field.name.clone(),
        text,
        link,
    }
}

/// The decimal sign of the language.
fn number(kept: &str, language: domain::Language) -> String {
    match language {
        domain::Language::Ru => kept.replace('.', ","),
        domain::Language::En => kept.to_owned(),
    }
}

fn day(kept: &str, language: domain::Language) -> String {
    match (kept.parse::<jiff::civil::Date>(), language) {
        (Ok(day), domain::Language::Ru) => day.strftime("%d.%m.%Y").to_string(),
        (Ok(_) | Err(_), _) => kept.to_owned(),
    }
}

fn without_scheme(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.trim_end_matches('/').to_owned()
}
