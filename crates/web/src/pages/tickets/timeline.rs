//! The timeline: entries by day, calls as cards, changes folded.

use std::collections::HashMap;

use desk::calls::{CallView, StartedFields};
use desk::tickets::mentions;
use desk::words::change_text;
use domain::timeline::Change;
use domain::{At, CallId, Direction, Entry, EntryKind, PhoneNumber, State, Ticket};
use store::Slice;

use super::ticket::Form;
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
    /// Somebody wrote.
    Comment(Box<Comment>),
    /// Properties changed: who changed them, and how.
    Changed(String, Vec<String>),
}

/// What somebody wrote.
pub struct Comment {
    /// Its id.
    pub id: String,
    /// Where it is changed, taken back, put back.
    pub path: String,
    /// Who.
    pub by: String,
    /// The text as HTML that was made harmless.
    pub html: String,
    /// When it was changed last.
    pub edited: Option<Moment>,
    /// The same as its form sends it back.
    pub version: String,
    /// Whether it is the reader's own.
    pub own: bool,
    /// The text as it was written, or typed again and not taken.
    pub text: String,
    /// What is wrong with what was typed.
    pub mistake: String,
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
pub async fn timeline(
    visit: &Visit,
    frame: &Frame,
    ticket: &Ticket,
    form: &Form,
) -> Result<Timeline> {
    let drawing = Drawing {
        visit,
        frame,
        form,
        number: ticket.number,
    };
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
        put(&mut days, entry, &calls, &drawing);
    }
    let later = later.map(|cursor| format!("/tickets/{}?entries={cursor}", ticket.number));
    Ok(Timeline {
        days,
        later: later.unwrap_or_default(),
    })
}

/// What a timeline is drawn with.
struct Drawing<'a> {
    visit: &'a Visit,
    frame: &'a Frame,
    form: &'a Form,
    number: i64,
}

fn put(
    days: &mut Vec<Day>,
    entry: Entry,
    calls: &HashMap<CallId, CallView>,
    drawing: &Drawing<'_>,
) {
    let (at, frame) = (entry.at, drawing.frame);
    let Some(what) = what(entry, calls, drawing) else {
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

fn what(entry: Entry, calls: &HashMap<CallId, CallView>, drawing: &Drawing<'_>) -> Option<What> {
    let (frame, visit) = (drawing.frame, drawing.visit);
    if entry.kind == EntryKind::Comment {
        return Some(What::Comment(Box::new(comment(entry, drawing))));
    }
    let call = entry.call_id.and_then(|id| calls.get(&id));
    let by = entry
        .author
        .map_or_else(|| frame.t.msg_app_name(), |author| author.name);
    match entry.kind {
        EntryKind::CallStarted => {
            started(&serde_json::from_value(entry.fields).ok()?, call?, frame).map(What::Started)
        }
        EntryKind::CallFinished => Some(What::Finished(Box::new(card(call?, frame, visit)))),
        EntryKind::Comment => None,
        EntryKind::Change => {
            let change: Change = serde_json::from_value(entry.fields).ok()?;
            Some(What::Changed(
                by,
                vec![change_text(&change, frame.language, &frame.zone)],
            ))
        }
    }
}

fn comment(entry: Entry, drawing: &Drawing<'_>) -> Comment {
    let (frame, me) = (drawing.frame, &drawing.visit.actor);
    let people = mentions(&entry);
    let text = entry.text.unwrap_or_default();
    let field = format!("text-{}", entry.id);
    let edited = entry.edited_at;
    Comment {
        path: format!("/tickets/{}/comments/{}", drawing.number, entry.id),
        html: markdown::html_naming(&text, &people, me.agent),
        own: entry.author.as_ref().is_some_and(|by| by.id == me.agent),
        by: entry
            .author
            .map_or_else(|| frame.t.msg_app_name(), |author| author.name),
        edited: edited.map(|at| frame.exact(at)),
        version: edited
            .map(|at| at.as_microsecond().to_string())
            .unwrap_or_default(),
        text: drawing.form.typed.sent(&field).unwrap_or(&text).to_owned(),
        mistake: drawing.form.mistakes.of(&field).to_owned(),
        id: entry.id.to_string(),
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
