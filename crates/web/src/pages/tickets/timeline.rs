//! The timeline: entries by day, calls as cards, changes folded.

use std::collections::HashMap;

use desk::calls::{CallView, StartedFields};
use desk::words::change_text;
use domain::timeline::Change;
use domain::{At, CallId, Direction, Entry, EntryKind, PhoneNumber, State, Ticket};
use store::Slice;

use crate::frame::{Frame, Moment};
use crate::pages::calls::{Card, card};
use crate::pages::markdown;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// The most entries on one page; a longer timeline goes on on the next.
const MOST: usize = 1000;

/// What happened, day by day.
pub struct Timeline {
    /// The days.
    pub days: Vec<Day>,
    /// The address of what came later, "" mostly.
    pub later: String,
}

/// One day.
pub struct Day {
    /// Its heading.
    pub title: String,
    /// What happened.
    pub lines: Vec<Line>,
}

/// One thing that happened.
pub struct Line {
    /// When.
    pub moment: Moment,
    /// What.
    pub what: What,
}

/// What happened.
pub enum What {
    /// A call began.
    Started(Started),
    /// A call is over.
    Finished(Box<Card>),
    /// Somebody wrote; the text is HTML that was made harmless.
    Comment(String, String),
    /// Properties changed: who changed them, and how.
    Changed(String, Vec<String>),
}

/// The line of a call's start.
pub struct Started {
    /// Its page.
    pub path: String,
    /// Its icon.
    pub icon: &'static str,
    /// That it began.
    pub text: String,
    /// The client's number.
    pub number: Option<PhoneNumber>,
    /// Whether the number is hidden.
    pub hidden: bool,
    /// While it is not over: what goes on, and since when.
    pub live: Option<(String, Moment)>,
}

/// The timeline of a ticket.
pub async fn timeline(visit: &Visit, frame: &Frame, ticket: &Ticket) -> Result<Timeline> {
    let mut slice = Slice {
        after: visit
            .query
            .some("entries")
            .and_then(|text| text.parse().ok()),
        ..Slice::first(Slice::MOST)
    };
    let mut entries: Vec<Entry> = Vec::new();
    let later = loop {
        let page = visit.desk.timeline(&visit.actor, ticket.id, slice).await?;
        entries.extend(page.items);
        slice.after = page.next;
        if page.next.is_none() || entries.len() >= MOST {
            break page.next;
        }
    };
    let mut told: Vec<CallId> = entries.iter().filter_map(|entry| entry.call_id).collect();
    told.sort_unstable();
    told.dedup();
    let calls = visit.desk.calls_by_id(&visit.actor, &told).await?;
    let calls: HashMap<CallId, CallView> =
        calls.into_iter().map(|view| (view.call.id, view)).collect();
    let mut days: Vec<Day> = Vec::new();
    for entry in entries {
        put(&mut days, entry, &calls, frame, visit);
    }
    let later = later.map(|cursor| format!("/tickets/{}?entries={cursor}", ticket.number));
    Ok(Timeline {
        days,
        later: later.unwrap_or_default(),
    })
}

fn put(
    days: &mut Vec<Day>,
    entry: Entry,
    calls: &HashMap<CallId, CallView>,
    frame: &Frame,
    visit: &Visit,
) {
    let at = entry.at;
    let Some(what) = what(entry, calls, frame, visit) else {
        return;
    };
    let title = frame.day(at);
    if days.last().is_none_or(|day| day.title != title) {
        days.push(Day {
            title,
            lines: Vec::new(),
        });
    }
    let Some(day) = days.last_mut() else { return };
    if let (
        What::Changed(by, more),
        Some(Line {
            what: What::Changed(before, all),
            ..
        }),
    ) = (&what, day.lines.last_mut())
        && by == before
    {
        all.extend(more.iter().cloned());
        return;
    }
    day.lines.push(Line {
        moment: frame.hour(at),
        what,
    });
}

fn what(
    entry: Entry,
    calls: &HashMap<CallId, CallView>,
    frame: &Frame,
    visit: &Visit,
) -> Option<What> {
    let call = entry.call_id.and_then(|id| calls.get(&id));
    let by = entry
        .author
        .map_or_else(|| frame.t.msg_app_name(), |author| author.name);
    match entry.kind {
        EntryKind::CallStarted => {
            started(&serde_json::from_value(entry.fields).ok()?, call?, frame).map(What::Started)
        }
        EntryKind::CallFinished => Some(What::Finished(Box::new(card(call?, frame, visit)))),
        EntryKind::Comment => Some(What::Comment(
            by,
            markdown::html_of(&entry.text.unwrap_or_default()),
        )),
        EntryKind::Change => {
            let change: Change = serde_json::from_value(entry.fields).ok()?;
            Some(What::Changed(
                by,
                vec![change_text(&change, frame.language)],
            ))
        }
    }
}

fn started(fields: &StartedFields, view: &CallView, frame: &Frame) -> Option<Started> {
    let (icon, text) = match fields.direction {
        Direction::In => ("phone-incoming", frame.t.msg_timeline_started_in()),
        Direction::Out => ("phone-outgoing", frame.t.msg_timeline_started_out()),
    };
    let facts = &view.call.facts;
    let live = |word: String, since: At| Some((word, frame.since(since)));
    let number = fields.client_number.as_deref();
    Some(Started {
        path: format!("/calls/{}", view.call.id),
        icon,
        text,
        hidden: number.is_none(),
        number: number.and_then(|number| number.parse().ok()),
        live: match facts.state {
            State::Ringing => live(frame.t.msg_timeline_ringing(), facts.started_at),
            State::Talking => live(
                frame.t.msg_timeline_talking(),
                facts.answered_at.unwrap_or(facts.started_at),
            ),
            State::Finished => None,
        },
    })
}
