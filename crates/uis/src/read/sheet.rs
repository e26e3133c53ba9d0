//! The parameters of a body gathered in one place, however deep they stood.

use std::collections::BTreeSet;

use serde_json::Value;

use super::coerce::{Expected, Fit, place};
use super::findings::{Findings, LONGEST_SHOWN, clipped};
use super::node::Node;
use crate::token::KEY as TOKEN;
use crate::{Finding, Notification};

/// JSON inside of texts inside of JSON: deeper than this is no template.
const DEEPEST_TEXT: u8 = 3;
/// Keys of secrets, which are kept nowhere.
const SECRET: [&str; 2] = [TOKEN, "token"];

/// What has been read so far. The first value of a parameter that is not nothing stays.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) notification: Notification,
    pub(super) token: Option<String>,
    pub(super) findings: Findings,
    /// Parameters the body has, with a value or without.
    pub(super) given: BTreeSet<String>,
    /// Keys seen, known or not, secrets aside.
    pub(super) keys: usize,
    texts: u8,
}

impl Sheet {
    /// Takes everything in. Of several calls only the first.
    pub(super) fn take_in(&mut self, node: Node) {
        match node {
            Node::Group(entries) => {
                for (key, node) in entries {
                    self.take(key.trim(), node);
                }
            }
            Node::List(items) => {
                for item in items {
                    if self.is_of_another_call(&item) {
                        self.findings.add(Finding::SeveralCalls);
                    } else {
                        self.take_in(item);
                    }
                }
            }
            Node::Nothing | Node::Unrendered | Node::Flag(_) | Node::Number(_) | Node::Text(_) => {}
        }
    }

    fn is_of_another_call(&self, item: &Node) -> bool {
        let own = self.notification.call_session_id;
        let theirs = item
            .text_at("call_session_id")
            .and_then(|text| text.trim().parse().ok());
        own.is_some() && theirs.is_some() && own != theirs
    }

    fn take(&mut self, key: &str, node: Node) {
        let name = spelled(key);
        if SECRET.contains(&name) {
            return self.take_token(name, &node);
        }
        self.keys += 1;
        match self.notification.slot(name) {
            None => self.keep(key, node),
            Some(slot) if slot.is_filled() => {}
            Some(slot) => match place(&node, slot) {
                Fit::Placed | Fit::Nothing => {
                    self.given.insert(name.to_owned());
                }
                Fit::Unrendered => self.findings.add(Finding::Unrendered {
                    key: name.to_owned(),
                }),
                Fit::Misfit(expected) => self.misfit(name, node, &expected),
            },
        }
    }

    fn take_token(&mut self, name: &str, node: &Node) {
        let text = match node {
            Node::Text(text) => text.trim().to_owned(),
            Node::Number(number) => number.to_string(),
            Node::Nothing | Node::Unrendered | Node::Flag(_) | Node::List(_) | Node::Group(_) => {
                return;
            }
        };
        if name == TOKEN && self.token.is_none() && !text.is_empty() && text != "null" {
            self.token = Some(text);
        }
    }

    /// A group under a parameter's name is gone into; any other misfit is kept as it came.
    fn misfit(&mut self, name: &str, node: Node, expected: &Expected) {
        self.given.insert(name.to_owned());
        if matches!(node, Node::Group(_)) {
            return self.take_in(node);
        }
        let raw = node.into_value();
        let shown = raw.as_str().map_or_else(|| raw.to_string(), str::to_owned);
        let (key, value) = (name.to_owned(), clipped(&shown, LONGEST_SHOWN));
        match expected {
            Expected::Number => self.findings.add(Finding::NumberUnreadable { key, value }),
            Expected::Flag => self.findings.add(Finding::FlagUnreadable { key, value }),
            Expected::Time => self.findings.add(Finding::TimeUnreadable { key, value }),
            Expected::Text => {}
        }
        self.keep_value(name, raw);
    }

    /// What no parameter is known for.
    fn keep(&mut self, key: &str, node: Node) {
        match node {
            Node::Group(_) => self.take_in(node),
            Node::List(items) if items.iter().any(|item| matches!(item, Node::Group(_))) => {
                self.take_in(Node::List(items));
            }
            Node::Text(text) if text.trim_start().starts_with('{') => self.keep_text(key, text),
            Node::Nothing
            | Node::Unrendered
            | Node::Flag(_)
            | Node::Number(_)
            | Node::Text(_)
            | Node::List(_) => {
                self.keep_value(key, node.into_value());
            }
        }
    }

    /// A text that may be JSON of its own.
    fn keep_text(&mut self, key: &str, text: String) {
        let inner = if self.texts < DEEPEST_TEXT {
            super::exact(text.trim()).ok()
        } else {
            None
        };
        match inner {
            Some(node @ Node::Group(_)) => {
                self.texts += 1;
                self.take_in(node);
                self.texts -= 1;
            }
            Some(_) | None => self.keep_value(key, Value::String(text)),
        }
    }

    fn keep_value(&mut self, key: &str, value: Value) {
        let kept = self.notification.other.entry(key.to_owned()).or_default();
        if kept.is_null() {
            *kept = value;
        }
    }
}

/// A parameter's own name for the names the platform's default bodies give it.
fn spelled(key: &str) -> &str {
    match key {
        "contact_fullname" => "contact_full_name",
        "call_record_duration" => "file_duration",
        other => other,
    }
}
