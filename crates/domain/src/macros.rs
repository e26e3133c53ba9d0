//! Macros: ready texts with fields such as `{{client.name}}`, and what inserting one changes in the ticket.

use serde::{Deserialize, Serialize};

use crate::{AgentId, At, MacroId, Priority, Status};

/// A ready text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Macro {
    /// Its id.
    pub id: MacroId,
    /// Whose own; nobody's is everybody's.
    pub owner: Option<AgentId>,
    /// What it is called.
    pub name: String,
    /// What it writes; may be empty when it only changes something.
    pub text: String,
    /// What it changes.
    pub acts: Acts,
    /// Grows with each change.
    pub version: i64,
    /// The last change.
    pub updated_at: At,
}

/// What a macro changes in the ticket once the comment is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acts {
    /// The status it gets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The priority it gets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// Whether it goes to whoever uses the macro.
    #[serde(default)]
    pub assign_me: bool,
    /// Labels it gets on top of its own.
    #[serde(default)]
    pub tags: Vec<String>,
}

impl Acts {
    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.status.is_none() && self.priority.is_none() && !self.assign_me && self.tags.is_empty()
    }
}

/// The fields a text may have, by name; the order is that of the help beside the text.
pub const FIELDS: [&str; 9] = [
    "client.name",
    "client.phone",
    "client.company",
    "agent.name",
    "ticket.number",
    "ticket.subject",
    "channel.name",
    "call.time",
    "call.number",
];

/// A field that texts do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{{{{{name}}}}}` is not a field: did you mean `{{{{{nearest}}}}}`?")]
pub struct UnknownField {
    /// As it was written.
    pub name: String,
    /// The one it is most like.
    pub nearest: &'static str,
}

/// A field whose value is not known here stands as its name in brackets, so that nobody sends it unseen.
fn missing(field: &str) -> String {
    format!("[{field}]")
}

/// Checks that a text has only fields there are.
pub fn check(text: &str) -> Result<(), UnknownField> {
    for (_, field) in pieces(text) {
        if let Some(name) = field
            && !FIELDS.contains(&name)
        {
            return Err(UnknownField {
                name: name.chars().take(60).collect(),
                nearest: nearest(name),
            });
        }
    }
    Ok(())
}

/// The text with its fields filled in.
#[must_use]
pub fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    for (words, field) in pieces(text) {
        out.push_str(words);
        if let Some(name) = field {
            out.push_str(&value(name).unwrap_or_else(|| missing(name)));
        }
    }
    out
}

/// The text in pieces: words, and the field that follows them. Braces that do not close are words.
fn pieces(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once("{{")
        && let Some((name, next)) = after.split_once("}}")
    {
        pieces.push((words, Some(name.trim())));
        rest = next;
    }
    pieces.push((rest, None));
    pieces
}

fn nearest(name: &str) -> &'static str {
    let likeness = |field: &&str| strsim::jaro_winkler(field, name);
    FIELDS
        .into_iter()
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
        .unwrap_or("client.name")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_filled_in_and_what_is_not_known_can_be_seen() {
        let value = |name: &str| (name == "client.name").then(|| "Ирина".to_owned());
        let text = "{{client.name}}, перезвоним в {{ call.time }}.";
        assert_eq!(check(text), Ok(()));
        assert_eq!(fill(text, value), "Ирина, перезвоним в [call.time].");
        assert_eq!(fill("{{ не поле", value), "{{ не поле");
    }

    #[test]
    fn an_unknown_field_names_the_nearest() {
        let wrong = check("{{client.nmae}}").unwrap_err();
        assert_eq!(
            (wrong.name.as_str(), wrong.nearest),
            ("client.nmae", "client.name")
        );
        assert!(wrong.to_string().contains("{{client.name}}"), "{wrong}");
        assert_eq!(
            check("{{tiket.numer}}").unwrap_err().nearest,
            "ticket.number"
        );
    }
}
