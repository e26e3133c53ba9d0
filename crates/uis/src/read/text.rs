//! Tells JSON from a form by how the text begins, and reads either.

use std::borrow::Cow;

use super::findings::clipped;
use super::forgiving::forgiving;
use super::form::{decoded, form};
use super::node::Node;
use super::sheet::Sheet;
use crate::{Finding, find_token};

/// Characters of the body that a finding shows.
const NEAR: usize = 40;

/// Reads one source into the sheet; `is_main` when it is the one the notification should be in.
pub(super) fn take_in(source: &[u8], is_main: bool, sheet: &mut Sheet) {
    let text = String::from_utf8_lossy(source);
    if matches!(text, Cow::Owned(_)) {
        sheet.findings.add(Finding::InvalidUtf8);
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    let (before, mark) = (sheet.keys, sheet.findings.mark());
    let given = sheet.given.len();
    if let Some(node) = node(text, sheet) {
        sheet.take_in(node);
    }
    if !is_main && sheet.given.len() == given {
        // The address's own query, which says nothing of a call.
        sheet.keys = before;
    }
    if is_main && sheet.keys == before {
        sheet.findings.rewind(mark);
        let fault = unreadable(text, source);
        sheet.findings.add(fault);
    }
}

fn node(text: &str, sheet: &mut Sheet) -> Option<Node> {
    if text.starts_with(['{', '[']) {
        return Some(json(&unescaped(text, sheet), sheet));
    }
    if let Some(inner) = json_in_form(text) {
        sheet.findings.add(Finding::FormEncodedJson);
        let plain = decoded(inner, &mut sheet.findings);
        return Some(json(plain.trim().trim_end_matches('='), sheet));
    }
    if text.starts_with(['"', '“', '«']) {
        return match super::exact(text) {
            Ok(Node::Text(inner)) if inner.trim_start().starts_with(['{', '[']) => {
                Some(json(inner.trim(), sheet))
            }
            Ok(_) => None,
            Err(_fault) => Some(forgiving(text, &mut sheet.findings)),
        };
    }
    form(text, &mut sheet.findings)
}

/// JSON as it should be, else as people break it.
fn json(text: &str, sheet: &mut Sheet) -> Node {
    super::exact(text).unwrap_or_else(|_fault| forgiving(text, &mut sheet.findings))
}

/// Braces as they are, but everything inside percent-encoded.
fn unescaped<'t>(text: &'t str, sheet: &mut Sheet) -> Cow<'t, str> {
    if !text.contains('"') && text.contains("%22") {
        sheet.findings.add(Finding::FormEncodedJson);
        return Cow::Owned(decoded(text, &mut sheet.findings));
    }
    Cow::Borrowed(text)
}

/// JSON that is a form's first key, or the value of its first key, in any encoding.
fn json_in_form(text: &str) -> Option<&str> {
    if opens(text) {
        return Some(text);
    }
    let (key, value) = text.split_once('=')?;
    let is_word = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    (is_word && opens(value) && crate::Notification::kind(key).is_none()).then_some(value)
}

fn opens(text: &str) -> bool {
    let head: String = text.chars().take(3).collect::<String>().to_lowercase();
    let is_brace = head.starts_with('{') && !text.starts_with("{{");
    is_brace || head == "%7b" || head == "%5b"
}

/// Where it stopped being JSON, without showing the token.
fn unreadable(text: &str, source: &[u8]) -> Finding {
    let (line, column) = match super::exact(text) {
        Ok(Node::Group(_) | Node::List(_)) => return Finding::MissingSession,
        Ok(_) => (1, 1),
        Err(fault) => (fault.line().max(1), fault.column()),
    };
    let there = text.lines().nth(line - 1).unwrap_or_default();
    let there = find_token(source).map_or(there.to_owned(), |token| there.replace(&token, "…"));
    let from = there
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|at| *at < column)
        .last()
        .unwrap_or(0);
    let near = clipped(there.get(from..).unwrap_or_default(), NEAR);
    Finding::NotJson {
        at_line: line,
        near,
    }
}
