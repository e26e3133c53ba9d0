//! The file and the environment as one table of known keys.

use anyhow::{Result, bail};
use toml::{Table, Value};

use super::known;

/// What names of the environment begin with.
pub(super) const PREFIX: &str = "DOZVON_";
/// Names with that beginning that are no settings: tests have their own.
const OTHERS: [&str; 1] = ["DOZVON_TEST_"];

/// Refuses a key that does not exist.
pub(super) fn check(table: &Table, path: &str) -> Result<()> {
    for (key, value) in table {
        let dotted = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        if let (Value::Table(inner), true) = (value, is_section(&dotted)) {
            check(inner, &dotted)?;
        } else if !known::all().contains(&dotted) {
            bail!(
                "there is no setting `{dotted}`; the nearest is `{}`",
                known::nearest(&dotted)
            );
        }
    }
    Ok(())
}

fn is_section(dotted: &str) -> bool {
    matches!(dotted, "providers" | "speech")
        || known::PROVIDERS
            .iter()
            .any(|name| dotted == format!("providers.{name}"))
}

/// Lays the environment over the file: `DOZVON_PROVIDERS__UIS__MEDIA_HOSTS=a,b`.
pub(super) fn overlay(
    table: &mut Table,
    environment: impl Iterator<Item = (String, String)>,
) -> Result<()> {
    for (name, text) in environment {
        let Some(rest) = name
            .strip_prefix(PREFIX)
            .filter(|_| !OTHERS.iter().any(|other| name.starts_with(other)))
        else {
            continue;
        };
        let dotted = rest.to_lowercase().replace("__", ".");
        if !known::all().contains(&dotted) {
            bail!(
                "there is no setting `{dotted}` (from {name}); the nearest is `{}`",
                known::nearest(&dotted)
            );
        }
        put(table, &dotted, value(&dotted, &text));
    }
    Ok(())
}

fn value(dotted: &str, text: &str) -> Value {
    let key = dotted.rsplit('.').next().unwrap_or_default();
    if known::LISTS.contains(&key) {
        let parts = text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        return Value::Array(parts.map(|part| Value::String(part.to_owned())).collect());
    }
    let number = text.trim().parse().ok();
    match number.filter(|_| known::NUMBERS.contains(&key)) {
        Some(number) => Value::Integer(number),
        None => Value::String(text.to_owned()),
    }
}

fn put(table: &mut Table, dotted: &str, value: Value) {
    match dotted.split_once('.') {
        None => {
            table.insert(dotted.to_owned(), value);
        }
        Some((section, rest)) => {
            let inner = table
                .entry(section)
                .or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}
