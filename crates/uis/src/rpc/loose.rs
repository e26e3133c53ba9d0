//! Reading values that come in more than one spelling: lists as `null`, numbers as texts, "true".

use serde::{Deserialize, Deserializer, de};
use serde_json::Value;

use crate::LocalTime;

/// A list; `null` is an empty one.
pub(crate) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default())
}

/// A list of texts, some of which may come as numbers.
pub(crate) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let several = Option::<Vec<Value>>::deserialize(deserializer)?.unwrap_or_default();
    Ok(several.iter().filter_map(as_text).collect())
}

/// A text; a number becomes one, an empty one is none.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(as_text(&Value::deserialize(deserializer)?))
}

/// A whole number that may come as a text.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Number(number) => Ok(number
            .as_i64()
            .or_else(|| number.as_f64().map(|number| number.round() as i64))),
        Value::String(text) if text.trim().is_empty() => Ok(None),
        Value::String(text) => text.trim().parse().map(Some).map_err(de::Error::custom),
        other @ (Value::Bool(_) | Value::Array(_) | Value::Object(_)) => {
            Err(de::Error::custom(format!("`{other}` is no number")))
        }
    }
}

/// A whole number that has to be there.
pub(crate) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    number(deserializer)?.ok_or_else(|| de::Error::custom("an id is missing"))
}

/// A flag that may come as the text "true".
pub(crate) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Bool(flag) => Ok(Some(flag)),
        Value::String(text) if text == "true" => Ok(Some(true)),
        Value::String(text) if text == "false" => Ok(Some(false)),
        other @ (Value::String(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => Err(
            de::Error::custom(format!("`{other}` is neither true nor false")),
        ),
    }
}

/// A moment in any of the platform's spellings, or none.
pub(crate) fn time<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<LocalTime>, D::Error> {
    match text(deserializer)? {
        None => Ok(None),
        Some(text) => text.parse().map(Some).map_err(de::Error::custom),
    }
}

/// An object; `null` and `{}` are an empty one.
pub(crate) fn object<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}

fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
    }
}
