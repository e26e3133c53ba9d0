//! Texts in quotes: doubled, unclosed, with quotes and line breaks inside.

use super::Forgiving;
use crate::read::node::Node;
use crate::{Finding, Slip};

impl Forgiving<'_, '_> {
    /// A value that begins with a quote.
    pub(super) fn quoted(&mut self) -> Node {
        if let Some(list) = self.quoted_list() {
            return list;
        }
        self.at += 1;
        let is_doubled = self.peek() == Some(b'"');
        if is_doubled {
            self.at += 1;
            if self.is_boundary(self.at) {
                return Node::Text(String::new());
            }
            self.findings.add(Finding::DoubledQuotes {
                key: self.key.clone(),
            });
        }
        Node::Text(self.quoted_text(is_doubled))
    }

    /// `"["a", "b"]"`: a list whose placeholder stood in quotes.
    fn quoted_list(&mut self) -> Option<Node> {
        let start = self.at;
        let inner = self.text.get(start + 1..)?.strip_prefix('[')?;
        if !inner.trim_start().starts_with('"') || self.list_tries == 0 {
            return None;
        }
        self.list_tries -= 1;
        let tries = std::mem::take(&mut self.list_tries);
        let mark = self.findings.mark();
        self.at += 1;
        let list = self.list();
        self.list_tries = tries;
        if self.peek() == Some(b'"') && self.is_boundary(self.at + 1) {
            self.at += 1;
            self.findings.add(Finding::DoubledQuotes {
                key: self.key.clone(),
            });
            return Some(list);
        }
        self.findings.rewind(mark);
        self.at = start;
        None
    }

    fn quoted_text(&mut self, is_doubled: bool) -> String {
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let run = rest
                .find(|c: char| matches!(c, '"' | '\\') || c.is_control())
                .unwrap_or(rest.len());
            text.push_str(rest.get(..run).unwrap_or_default());
            self.at += run;
            match self.peek() {
                None => {
                    self.findings.add(Finding::Truncated {
                        key: self.key.clone(),
                    });
                    return text;
                }
                Some(b'\\') => self.escape(&mut text),
                Some(b'"') => {
                    if self.closes(is_doubled) {
                        return text;
                    }
                    text.push('"');
                    self.at += 1;
                    self.slip(Slip::InnerQuote);
                }
                Some(b'\n') if self.is_next_line_a_key() => {
                    self.slip(Slip::UnclosedQuote);
                    let kept = text.trim_end().trim_end_matches(',').trim_end().len();
                    text.truncate(kept);
                    self.step_back_to_comma();
                    return text;
                }
                Some(_) => self.control(&mut text),
            }
        }
    }

    /// Passes the quotes here if the text ends with them.
    fn closes(&mut self, is_doubled: bool) -> bool {
        if is_doubled && self.byte(self.at + 1) == Some(b'"') && self.is_boundary(self.at + 2) {
            self.at += 2;
            return true;
        }
        let closes = self.is_boundary(self.at + 1);
        if closes {
            self.at += 1;
        }
        closes
    }

    /// A line break followed by `"key":` means the quote before it was forgotten.
    fn is_next_line_a_key(&self) -> bool {
        let ahead = self.window(self.at);
        let next = ahead.trim_start();
        next.starts_with('"') && self.is_key(self.at + ahead.len() - next.len())
    }

    /// The comma at the end of an unclosed text belongs to the entries, not to the text.
    fn step_back_to_comma(&mut self) {
        let before = self.text.get(..self.at).unwrap_or_default().trim_end();
        if before.ends_with(',') {
            self.at = before.len() - 1;
        }
    }

    fn control(&mut self, text: &mut String) {
        let next = self
            .text
            .get(self.at..)
            .and_then(|rest| rest.chars().next());
        text.extend(next);
        self.step();
        self.slip(Slip::ControlCharacter);
    }

    fn escape(&mut self, text: &mut String) {
        let meant = match self.byte(self.at + 1) {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') if self.unicode(text) => return,
            Some(_) | None => {
                text.push('\\');
                self.at += 1;
                self.slip(Slip::Backslash);
                return;
            }
        };
        text.push(meant);
        self.at += 2;
    }

    /// `\u0441`, or a pair of them for a letter beyond the first 65,536.
    fn unicode(&mut self, text: &mut String) -> bool {
        let Some(unit) = self.unit(self.at) else {
            return false;
        };
        if let Some(letter) = char::from_u32(u32::from(unit)) {
            text.push(letter);
            self.at += 6;
            return true;
        }
        let pair = [unit, self.unit(self.at + 6).unwrap_or_default()];
        match char::decode_utf16(pair).next() {
            Some(Ok(letter)) => {
                text.push(letter);
                self.at += 12;
            }
            Some(Err(_)) | None => {
                text.push(char::REPLACEMENT_CHARACTER);
                self.at += 6;
            }
        }
        true
    }

    fn unit(&self, at: usize) -> Option<u16> {
        let digits = self.text.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    }
}
