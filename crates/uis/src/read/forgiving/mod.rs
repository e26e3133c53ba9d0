//! JSON as people break it: reads on over every fault it knows and tells of each.

mod cursor;
mod text;

use serde_json::Number;

use super::findings::{Findings, LONGEST_SHOWN, clipped};
use super::node::Node;
use crate::{Finding, Slip};

/// Nesting beyond this is nobody's template.
const DEEPEST: usize = 64;
/// Tries to read a quoted list before such texts are taken as they are: keeps hostile bodies linear.
const LIST_TRIES: u8 = 32;

/// Reads a text that is not JSON but resembles it. Never fails: what cannot be read is left out.
pub(super) fn forgiving(text: &str, findings: &mut Findings) -> Node {
    let mut reader = Forgiving {
        text,
        at: 0,
        depth: 0,
        key: String::new(),
        in_list: false,
        list_tries: LIST_TRIES,
        findings,
    };
    let node = reader.whole();
    reader.rest();
    node
}

struct Forgiving<'t, 'f> {
    text: &'t str,
    at: usize,
    depth: usize,
    /// The key being read, for findings.
    key: String,
    in_list: bool,
    list_tries: u8,
    findings: &'f mut Findings,
}

impl Forgiving<'_, '_> {
    fn whole(&mut self) -> Node {
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.group(),
            Some(b'[') => self.list(),
            Some(_) | None => {
                self.slip(Slip::NoBraces);
                Node::Group(self.entries())
            }
        }
    }

    fn rest(&mut self) {
        let left = self
            .text
            .get(self.at..)
            .unwrap_or_default()
            .trim_matches(['=', '\0']);
        if !left.trim().is_empty() {
            self.findings.add(Finding::TextAfterEnd);
        }
    }

    fn value(&mut self) -> Node {
        self.skip_space();
        match self.peek() {
            None | Some(b',' | b'}' | b']') => {
                self.findings.add(Finding::EmptyValue {
                    key: self.key.clone(),
                });
                Node::Nothing
            }
            Some(b'{') if self.take_placeholder() => {
                self.findings.add(Finding::Unrendered {
                    key: self.key.clone(),
                });
                Node::Unrendered
            }
            Some(b'{') => self.group(),
            Some(b'[') => self.list(),
            Some(b'"') => self.quoted(),
            Some(_) => self.bare(),
        }
    }

    fn group(&mut self) -> Node {
        if !self.dive() {
            return Node::Nothing;
        }
        self.at += 1;
        let was_in_list = std::mem::replace(&mut self.in_list, false);
        let entries = self.entries();
        self.in_list = was_in_list;
        self.depth -= 1;
        Node::Group(entries)
    }

    fn entries(&mut self) -> Vec<(String, Node)> {
        let mut entries = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => {
                    if self.depth > 0 {
                        self.findings.add(Finding::Truncated {
                            key: self.key.clone(),
                        });
                    }
                    return entries;
                }
                Some(b'}') => {
                    self.at += 1;
                    return entries;
                }
                Some(b',') => {
                    self.at += 1;
                    self.slip(Slip::ExtraComma);
                }
                Some(_) => match self.name() {
                    Some(key) => {
                        self.key = clipped(&key, LONGEST_SHOWN);
                        entries.extend(self.entry(key));
                        self.after_value();
                    }
                    None => self.step(),
                },
            }
        }
    }

    /// The value of a key; a word with neither colon nor value is no entry.
    fn entry(&mut self, key: String) -> Option<(String, Node)> {
        self.skip_space();
        if self.peek() == Some(b':') {
            self.at += 1;
            return Some((key, self.value()));
        }
        self.slip(Slip::NoColon);
        match self.peek() {
            None | Some(b',' | b'}' | b']') => None,
            Some(_) => Some((key, self.value())),
        }
    }

    /// A key, without its quotes.
    fn name(&mut self) -> Option<String> {
        self.skip_quotes();
        let rest = self.text.get(self.at..)?;
        let ends = |c: char| is_quote(c) || matches!(c, ':' | ',' | '{' | '}' | '[' | ']' | '\n');
        let key = rest.split(ends).next()?.trim();
        if key.is_empty() {
            return None;
        }
        self.at += rest.find(ends).unwrap_or(rest.len());
        self.skip_quotes();
        Some(key.to_owned())
    }

    /// The comma after a value; anything else up to it is passed over.
    fn after_value(&mut self) {
        self.skip_space();
        match self.peek() {
            None | Some(b'}') => {}
            Some(b',') => {
                self.at += 1;
                self.skip_space();
                if self.peek() == Some(b'}') {
                    self.slip(Slip::ExtraComma);
                }
            }
            Some(b'"') => self.slip(Slip::MissingComma),
            Some(_) => {
                let rest = self.text.get(self.at..).unwrap_or_default();
                self.at += rest.find([',', '}', '\n']).unwrap_or(rest.len());
                if self.peek() == Some(b',') {
                    self.at += 1;
                }
            }
        }
    }

    fn list(&mut self) -> Node {
        if !self.dive() {
            return Node::Nothing;
        }
        self.at += 1;
        let was_in_list = std::mem::replace(&mut self.in_list, true);
        let mut items = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => {
                    self.findings.add(Finding::Truncated {
                        key: self.key.clone(),
                    });
                    break;
                }
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(b'}') => break,
                Some(b',') => self.at += 1,
                Some(_) => items.push(self.value()),
            }
        }
        self.in_list = was_in_list;
        self.depth -= 1;
        Node::List(items)
    }

    /// A number, a literal or a text without quotes.
    fn bare(&mut self) -> Node {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find([',', '}', ']', '\n']).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default().trim();
        self.at += end;
        match word {
            "null" => Node::Nothing,
            "true" => Node::Flag(true),
            "false" => Node::Flag(false),
            _ => serde_json::from_str::<Number>(word)
                .map_or_else(|_text| self.unquoted(word), Node::Number),
        }
    }

    fn unquoted(&mut self, word: &str) -> Node {
        self.slip(Slip::NoQuotes);
        Node::Text(word.trim_matches(is_quote).to_owned())
    }

    /// One level deeper; at the bottom the rest of the text is given up.
    fn dive(&mut self) -> bool {
        if self.depth == DEEPEST {
            self.findings.add(Finding::TooDeep);
            self.at = self.text.len();
            return false;
        }
        self.depth += 1;
        true
    }

    fn slip(&mut self, slip: Slip) {
        self.findings.add(Finding::Slip {
            key: self.key.clone(),
            slip,
        });
    }
}

/// Marks people and their editors put round texts.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '«' | '»' | '‘' | '’')
}
