//! An entry of the timeline as plain text: the article's lines under the article's names.

use jiff::tz::TimeZone;

use domain::call::Direction;
use domain::timeline::Change;
use domain::{At, Entry, EntryKind, Language, PhoneNumber, Priority, Status};
use locale::Words;

use super::{priority_name, status_name};
use crate::calls::{FinishedFields, StartedFields};

/// The entry's text; `zone` is the reader's, `site` the desk's address in front of recordings.
#[must_use]
pub fn entry_text(entry: &Entry, language: Language, zone: &TimeZone, site: &str) -> String {
    let words = locale::words(language);
    let fields = entry.fields.clone();
    match entry.kind {
        EntryKind::Comment | EntryKind::Transcript => entry.text.clone().unwrap_or_default(),
        EntryKind::CallStarted => serde_json::from_value(fields)
            .map(|fields| started(words, &fields))
            .unwrap_or_default(),
        EntryKind::CallFinished => serde_json::from_value(fields)
            .map(|fields| finished(words, &fields, zone, site))
            .unwrap_or_default(),
        EntryKind::Change => serde_json::from_value(fields)
            .map(|change| change_text(&change, language, zone))
            .unwrap_or_default(),
    }
}

fn started(words: &Words, fields: &StartedFields) -> String {
    let number = fields.client_number.as_deref().map(pretty);
    let number = number.unwrap_or_else(|| words.msg_subject_withheld());
    match fields.direction {
        Direction::In => words.msg_entry_started_in(number.as_str()),
        Direction::Out => words.msg_entry_started_out(number.as_str()),
    }
}

fn pretty(number: &str) -> String {
    number
        .parse::<PhoneNumber>()
        .map_or_else(|_| number.to_owned(), |number| number.pretty())
}

fn finished(words: &Words, fields: &FinishedFields, zone: &TimeZone, site: &str) -> String {
    let nothing = || words.msg_entry_nothing();
    let kind = match fields.direction {
        Direction::In => words.msg_entry_type_in(),
        Direction::Out => words.msg_entry_type_out(),
    };
    let status = match fields.status.as_deref() {
        Some("success") => words.msg_entry_status_success(),
        Some(_) => words.msg_entry_status_failure(),
        None => words.msg_entry_status_unknown(),
    };
    let recordings: Vec<String> = fields
        .recordings
        .iter()
        .map(|path| format!("{site}{path}"))
        .collect();
    let lines = [
        (words.msg_entry_type(), kind),
        (words.msg_entry_status(), status),
        (
            words.msg_entry_id(),
            fields.operator_id.clone().unwrap_or_else(nothing),
        ),
        (words.msg_entry_started(), moment(fields.started_at, zone)),
        (
            words.msg_entry_finished(),
            fields
                .finished_at
                .map_or_else(nothing, |at| moment(at, zone)),
        ),
        (
            words.msg_entry_operator(),
            fields.operator_name.clone().unwrap_or_else(nothing),
        ),
        (
            words.msg_entry_duration(),
            fields.duration.clone().unwrap_or_else(nothing),
        ),
        (
            words.msg_entry_recording(),
            if recordings.is_empty() {
                nothing()
            } else {
                recordings.join(", ")
            },
        ),
    ];
    let lines: Vec<String> = lines
        .iter()
        .map(|(label, value)| format!("{label}: {value}"))
        .collect();
    lines.join("\n")
}

fn moment(at: At, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone())
        .strftime("%d.%m.%Y %H:%M:%S")
        .to_string()
}

/// A moment that people have chosen: to the minute.
fn soon(at: At, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone())
        .strftime("%d.%m.%Y %H:%M")
        .to_string()
}

/// A changed property in a line; `zone` is the reader's.
#[must_use]
pub fn change_text(change: &Change, language: Language, zone: &TimeZone) -> String {
    let words = locale::words(language);
    let side = |value: &Option<String>| match (change.field.as_str(), value) {
        ("status", Some(name)) => name
            .parse::<Status>()
            .map_or_else(|_| name.clone(), |s| status_name(s, language)),
        ("priority", Some(name)) => name.parse::<Priority>().map_or_else(
            |_| name.clone(),
            |priority| priority_name(priority, language),
        ),
        ("call_moved", Some(number)) => words.msg_entry_ticket_number(number.as_str()),
        ("call_moved", None) => words.msg_entry_ticket_none(),
        ("reminder" | "reminder_due", Some(at)) => {
            at.parse().map_or_else(|_| at.clone(), |at| soon(at, zone))
        }
        (_, Some(value)) => value.clone(),
        (_, None) => words.msg_entry_nothing(),
    };
    let (from, to) = (side(&change.from), side(&change.to));
    let (from, to) = (from.as_str(), to.as_str());
    match change.field.as_str() {
        "status" => words.msg_entry_change_status(from, to),
        "assignee" => words.msg_entry_change_assignee(from, to),
        "priority" => words.msg_entry_change_priority(from, to),
        "subject" => words.msg_entry_change_subject(from, to),
        "tags" => words.msg_entry_change_tags(from, to),
        "client" => words.msg_entry_change_client(from, to),
        "call_moved" => words.msg_entry_change_call_moved(from, to),
        "created" => words.msg_entry_change_created(),
        "group" => words.msg_entry_change_group(from, to),
        "reminder" => words.msg_entry_change_reminder(from, to),
        "reminder_due" => words.msg_entry_change_reminder_due(from),
        "merged_into" => words.msg_entry_change_merged_into(to),
        "merged_from" => words.msg_entry_change_merged_from(to),
        "unmerged_into" => words.msg_entry_change_unmerged_into(to),
        "unmerged_from" => words.msg_entry_change_unmerged_from(to),
        other => words.msg_entry_change_other(other),
    }
}
