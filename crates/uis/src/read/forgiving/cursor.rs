//! Moving through the text, and looking ahead a bounded way.

use super::{Forgiving, is_quote};

/// Keys longer than this are not looked for ahead.
const LONGEST_KEY: usize = 64;
/// Quotes on one side of a key: doubled at most.
const MOST_MARKS: usize = 2;
/// How far is looked ahead for a key.
const WINDOW: usize = 160;
/// Placeholders longer than this are text.
const LONGEST_PLACEHOLDER: usize = 96;

impl Forgiving<'_, '_> {
    pub(super) fn peek(&self) -> Option<u8> {
        self.byte(self.at)
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Passes one character.
    pub(super) fn step(&mut self) {
        let next = self
            .text
            .get(self.at..)
            .and_then(|rest| rest.chars().next());
        self.at += next.map_or(1, char::len_utf8);
    }

    pub(super) fn skip_space(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    pub(super) fn skip_quotes(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at += rest.len() - rest.trim_start_matches(is_quote).len();
    }

    /// Passes `{{name}}` if it stands here.
    pub(super) fn take_placeholder(&mut self) -> bool {
        let inner = self
            .text
            .get(self.at..)
            .and_then(|rest| rest.strip_prefix("{{"));
        let Some(end) = inner.and_then(|inner| inner.find(['{', '}', '"', '\n'])) else {
            return false;
        };
        let closes = inner
            .and_then(|inner| inner.get(end..))
            .is_some_and(|rest| rest.starts_with("}}"));
        if closes && end <= LONGEST_PLACEHOLDER {
            self.at += end + 4;
            return true;
        }
        false
    }

    /// Whether a value can have ended just before `at`: what follows is the end, a closing bracket, a
    /// comma with another entry after it, or a new key whose comma was forgotten.
    pub(super) fn is_boundary(&self, at: usize) -> bool {
        let at = self.after_space(at);
        match self.byte(at) {
            None => true,
            Some(b'}') => true,
            Some(b']') => self.in_list,
            Some(b'"') => self.is_key(at),
            Some(b',') => self.in_list || self.is_entry(self.after_space(at + 1)),
            Some(_) => false,
        }
    }

    /// Whether an entry of a group, or the group's end, stands at `at`.
    fn is_entry(&self, at: usize) -> bool {
        match self.byte(at) {
            None | Some(b'}' | b',') => true,
            Some(_) => self.is_key(at),
        }
    }

    /// Whether a key with its colon stands at `at`.
    pub(super) fn is_key(&self, at: usize) -> bool {
        let rest = self.window(at);
        let Some(name) = without_marks(rest) else {
            return false;
        };
        let is_quoted = name.len() < rest.len();
        let ends = |c: char| is_quote(c) || matches!(c, ':' | '\n' | ',' | '{' | '}');
        let Some(end) = name
            .find(ends)
            .filter(|end| (1..=LONGEST_KEY).contains(end))
        else {
            return false;
        };
        let after = name.get(end..).unwrap_or_default();
        let Some(colon) = without_marks(after) else {
            return false;
        };
        let is_paired = (colon.len() < after.len()) == is_quoted;
        is_paired && colon.trim_start_matches(is_space).starts_with(':')
    }

    /// The next few characters: looking ahead must not cost more than a step.
    pub(super) fn window(&self, at: usize) -> &str {
        let longest = self.text.len().min(at.saturating_add(WINDOW));
        let end = (at..=longest)
            .rev()
            .find(|end| self.text.is_char_boundary(*end));
        end.and_then(|end| self.text.get(at..end))
            .unwrap_or_default()
    }

    fn after_space(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches(is_space).len()
    }
}

/// The text after the quotes it begins with; `None` when there are more than a key has.
fn without_marks(text: &str) -> Option<&str> {
    let marks = text
        .chars()
        .take_while(|c| is_quote(*c))
        .take(MOST_MARKS + 1)
        .count();
    let (end, _) = text.char_indices().nth(marks).unwrap_or((text.len(), ' '));
    (marks <= MOST_MARKS).then(|| text.get(end..)).flatten()
}

/// White space, and what invisible marks editors leave.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\0')
}
