//! A macro outside.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::text;

/// A ready text, with what it changes.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Macro {
    #[schema(example = "mac_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    name: String,
    /// What it writes; with fields such as `{{client.name}}`.
    text: String,
    /// Whether it is everybody's; else it is the asker's own.
    shared: bool,
    /// The status the ticket gets.
    status: Option<&'static str>,
    /// The priority the ticket gets.
    priority: Option<&'static str>,
    /// Whether the ticket goes to whoever uses it.
    assign_me: bool,
    /// Labels the ticket gets on top of its own.
    tags: Vec<String>,
    /// Grows with each change.
    version: i64,
    updated_at: Timestamp,
}

pub(crate) fn shape_macro(one: domain::Macro) -> Macro {
    Macro {
        id: text(one.id),
        name: one.name,
        text: one.text,
        shared: one.owner.is_none(),
        status: one.acts.status.map(domain::Status::as_str),
        priority: one.acts.priority.map(domain::Priority::as_str),
        assign_me: one.acts.assign_me,
        tags: one.acts.tags,
        version: one.version,
        updated_at: one.updated_at,
    }
}
