//! An entry of a timeline outside.

use desk::words::entry_text;
use desk::{Desk, Options};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use utoipa::ToSchema;

use super::text;

/// One entry of a ticket's timeline.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TimelineEntry)]
pub(crate) struct Entry {
    id: String,
    /// `call_started`, `call_finished`, `comment`, `transcript` or `change`; more kinds may come.
    #[schema(example = "call_finished")]
    kind: &'static str,
    at: Timestamp,
    /// Who wrote it; `null` when the desk did.
    author: Option<Author>,
    /// The entry in the desk's language: a comment's text, a finished call's lines under the names of the comment.
    text: String,
    /// Facts, by kind. Of `call_finished`: `type`, `status`, `operator_id`, `started_at`, `finished_at`, `operator_name`,
    /// `duration` as hh:mm:ss, `recordings`.
    #[schema(value_type = Object)]
    fields: serde_json::Value,
    /// The call it is about.
    call_id: Option<String>,
    /// When its author changed it.
    edited_at: Option<Timestamp>,
}

/// Who wrote an entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EntryAuthor)]
struct Author {
    id: String,
    name: String,
}

/// How the desk says all entries.
pub(crate) fn shape_entry(desk: &Desk) -> impl Fn(domain::Entry) -> Entry {
    let Options {
        language,
        time_zone,
        public_url,
        ..
    } = desk.options().clone();
    let zone = TimeZone::get(&time_zone).unwrap_or(TimeZone::UTC);
    move |entry| Entry {
        text: entry_text(&entry, language, &zone, &public_url),
        id: text(entry.id),
        kind: entry.kind.as_str(),
        at: entry.at,
        author: entry.author.map(|author| Author {
            id: text(author.id),
            name: author.name,
        }),
        fields: entry.fields,
        call_id: entry.call_id.map(text),
        edited_at: entry.edited_at,
    }
}
