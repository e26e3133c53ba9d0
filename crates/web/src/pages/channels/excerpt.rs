//! A request's text with the places marked that are wrong.

use std::ops::Range;

/// So many characters of a text without lines stand on each side of a fault.
const AROUND: usize = 80;
/// So many lines of a text without a known fault are shown.
const FIRST_LINES: usize = 6;

/// A piece of text, wrong or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// As it came.
    pub(super) text: String,
    /// Whether the fault is here.
    pub(super) is_fault: bool,
}

/// The whole text with the values of these parameters marked.
pub(super) fn whole(text: &str, keys: &[&str]) -> Vec<Piece> {
    let mut faults: Vec<Range<usize>> = keys.iter().filter_map(|key| place(text, key)).collect();
    faults.sort_by_key(|fault| fault.start);
    let mut pieces = Vec::new();
    let mut from = 0;
    for fault in faults {
        if fault.start >= from {
            push(&mut pieces, &text[from..fault.start], false);
            push(&mut pieces, &text[fault.clone()], true);
            from = fault.end;
        }
    }
    push(&mut pieces, &text[from..], false);
    pieces
}

/// What stands round the parameter, which is marked; the beginning of the text when it is about none or that is not there.
pub(super) fn around(text: &str, key: Option<&str>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    match key.and_then(|key| place(text, key)) {
        Some(fault) => {
            push(&mut pieces, before(&text[..fault.start]), false);
            push(&mut pieces, &text[fault.clone()], true);
            push(&mut pieces, after(&text[fault.end..]), false);
        }
        None => push(&mut pieces, beginning(text), false),
    }
    pieces
}

/// Where a parameter's value stands, or the parameter itself when it has none.
fn place(text: &str, key: &str) -> Option<Range<usize>> {
    json(text, key).or_else(|| form(text, key))
}

fn json(text: &str, key: &str) -> Option<Range<usize>> {
    let quoted = format!("\"{key}\"");
    let start = text.find(&quoted)?;
    let colon = start + quoted.len();
    let rest = &text[colon..];
    let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let next = rest.find(",\"").unwrap_or(rest.len());
    let said = &rest[..line.min(next)];
    let value = said.trim_start_matches([':', ' ', '\t']);
    let from = colon + (said.len() - value.len());
    let value = value.trim_end_matches([',', ' ', '\t', '}']);
    if value.is_empty() {
        return Some(start..colon);
    }
    // An unrendered {{x}} ends in braces of its own.
    let closed = if value.starts_with("{{") { 2 } else { 0 };
    let end = (from + value.len() + closed).min(colon + said.len());
    Some(from..end)
}

fn form(text: &str, key: &str) -> Option<Range<usize>> {
    let named = format!("{key}=");
    let mut starts = text.match_indices(&named).map(|(at, _)| at);
    let start = starts.find(|at| *at == 0 || text[..*at].ends_with(['&', '?']))?;
    let rest = &text[start..];
    Some(start..start + rest.find('&').unwrap_or(rest.len()))
}

/// Back to the beginning of the line before.
fn before(text: &str) -> &str {
    let lines = text.rmatch_indices('\n').nth(1).map(|(at, _)| at + 1);
    let from = lines.unwrap_or_default();
    let far = text.char_indices().rev().nth(AROUND - 1);
    &text[from.max(far.map_or(0, |(at, _)| at))..]
}

/// On to the end of the next but one line.
fn after(text: &str) -> &str {
    let lines = text.match_indices('\n').nth(2).map(|(at, _)| at);
    let to = lines.unwrap_or(text.len());
    let far = text.char_indices().nth(2 * AROUND);
    &text[..to.min(far.map_or(text.len(), |(at, _)| at))]
}

fn beginning(text: &str) -> &str {
    let lines = text.match_indices('\n').nth(FIRST_LINES - 1);
    let to = lines.map_or(text.len(), |(at, _)| at);
    let far = text.char_indices().nth(4 * AROUND);
    &text[..to.min(far.map_or(text.len(), |(at, _)| at))]
}

fn push(pieces: &mut Vec<Piece>, text: &str, is_fault: bool) {
    if !text.is_empty() {
        pieces.push(Piece {
            text: text.to_owned(),
            is_fault,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "{\n\"app_id\":1,\n\"employee_full_name\":\"\"Марина Ким\"\",\n\"finish_reason\":\"operator_disconnects\",\n\"group_ids\":,\n\"lost_reason\":{{lost_reason}}\n}";

    fn marked(pieces: &[Piece]) -> Vec<&str> {
        let faults = pieces.iter().filter(|piece| piece.is_fault);
        faults.map(|piece| piece.text.as_str()).collect()
    }

    fn joined(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn the_value_of_a_faulty_parameter_is_marked() {
        let pieces = whole(BODY, &["lost_reason", "employee_full_name", "group_ids"]);
        assert_eq!(
            marked(&pieces),
            ["\"\"Марина Ким\"\"", "\"group_ids\"", "{{lost_reason}}"]
        );
        assert_eq!(joined(&pieces), BODY);
    }

    #[test]
    fn a_parameter_that_is_not_there_marks_nothing() {
        assert_eq!(marked(&whole(BODY, &["direction"])), [""; 0]);
        assert!(joined(&around(BODY, Some("direction"))).starts_with("{\n\"app_id\""));
    }

    #[test]
    fn an_excerpt_shows_the_lines_round_the_fault() {
        let pieces = around(BODY, Some("employee_full_name"));
        assert_eq!(marked(&pieces), ["\"\"Марина Ким\"\""]);
        assert!(joined(&pieces).starts_with("\"app_id\":1,"), "{pieces:?}");
        assert!(joined(&pieces).ends_with("\"group_ids\":,"), "{pieces:?}");
    }

    #[test]
    fn a_form_is_marked_up_to_its_ampersand() {
        let text = "my_direction=x&direction=вбок&start_time=1";
        assert_eq!(marked(&whole(text, &["direction"])), ["direction=вбок"]);
    }

    #[test]
    fn a_text_without_lines_is_cut_on_both_sides() {
        let text = format!(
            "{{\"a\":\"{}\",\"direction\":5,\"b\":\"{}\"}}",
            "я".repeat(500),
            "ю".repeat(500)
        );
        let pieces = around(&text, Some("direction"));
        assert_eq!(marked(&pieces), ["5"]);
        assert!(joined(&pieces).chars().count() < 300);
    }
}
