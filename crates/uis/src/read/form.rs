//! A query string or a web form as the platform and its relatives write it.

use percent_encoding::percent_decode_str;

use super::findings::Findings;
use super::node::Node;
use crate::{Finding, Kind, Notification};

/// The pairs of a form; `None` when it has not one plausible key.
pub(super) fn form(text: &str, findings: &mut Findings) -> Option<Node> {
    let mut entries = Vec::new();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let key = decoded(key, findings).trim().to_owned();
        if let Some((value, next_key, next_value)) = glued(&key, value) {
            findings.add(Finding::MissingAmpersand { key: key.clone() });
            entries.push((key, meant(value, findings)));
            entries.push((next_key.to_owned(), meant(next_value, findings)));
        } else {
            entries.push((key, meant(value, findings)));
        }
    }
    entries
        .iter()
        .any(|(key, _)| is_name(key))
        .then_some(Node::Group(entries))
}

/// Percent-decoding as forms do it, a plus being a space.
pub(super) fn decoded(text: &str, findings: &mut Findings) -> String {
    let spaced = text.replace('+', " ");
    let bytes: Vec<u8> = percent_decode_str(&spaced).collect();
    String::from_utf8(bytes).unwrap_or_else(|fault| {
        findings.add(Finding::InvalidUtf8);
        String::from_utf8_lossy(fault.as_bytes()).into_owned()
    })
}

/// `1employee_full_name="…"` under `communication_number`: the platform's own default lacks an `&`.
fn glued<'p>(key: &str, value: &'p str) -> Option<(&'p str, &'p str, &'p str)> {
    if Notification::kind(key) != Some(Kind::Number) {
        return None;
    }
    let (head, next_value) = value.split_once('=')?;
    let names = Notification::PARAMETERS.iter().map(|(name, _)| *name);
    let next_key = names
        .filter(|name| head.ends_with(name))
        .max_by_key(|name| name.len())?;
    let (value, next_key) = head.split_at_checked(head.len() - next_key.len())?;
    Some((value, next_key, next_value))
}

/// A value without the JSON quoting that may have been kept in it.
fn meant(value: &str, findings: &mut Findings) -> Node {
    let plus = value
        .strip_prefix('+')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let text = match plus {
        Some(rest) => format!("+{}", decoded(rest, findings)),
        None => decoded(value, findings),
    };
    let trimmed = text.trim();
    if trimmed.is_empty() || trimmed == "null" {
        return Node::Nothing;
    }
    match trimmed
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
    {
        Some(inner) => {
            Node::Text(serde_json::from_str(trimmed).unwrap_or_else(|_fault| inner.to_owned()))
        }
        None => Node::Text(text),
    }
}

fn is_name(key: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '[' | ']');
    key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && key.chars().all(is_letter)
}
