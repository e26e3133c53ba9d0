//! The timeline: entries by day, calls as cards, changes folded.

use std::collections::HashMap;

use desk::calls::{CallView, StartedFields};
use desk::tickets::mentions;
use desk::transcripts::Reading;
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
    /// Names of what goes on in it: transcripts on their way.
    pub going_on: String,
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
    /// What was said in a call.
    Said(Box<SaidThere>),
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

/// What was said in a call, as the comment it stands in.
pub struct SaidThere {
    /// The call's page.
    pub path: String,
    /// The first lines.
    pub first: Vec<String>,
    /// The others.
    pub rest: Vec<String>,
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
    let readings = visit.desk.transcripts(&visit.actor, &told).await?;
    let going_on = readings
        .values()
        .filter(|one| one.making.stage.is_on_its_way());
    let going_on: Vec<String> = going_on
        .map(|one| format!("transcript:{}", one.making.call_id))
        .collect();
    let calls = Calls { calls, readings };
    let mut days: Vec<Day> = Vec::new();
    for entry in entries {
        put(&mut days, entry, &calls, &drawing);
    }
    let later = later.map(|cursor| format!("/tickets/{}?entries={cursor}", ticket.number));
    Ok(Timeline {
        days,
        later: later.unwrap_or_default(),
        going_on: going_on.join(" "),
    })
}

/// The calls of a timeline, with what was said in them.
struct Calls {
    calls: HashMap<CallId, CallView>,
    readings: HashMap<CallId, Reading>,
}

/// What a timeline is drawn with.
struct Drawing<'a> {
    visit: &'a Visit,
    frame: &'a Frame,
    form: &'a Form,
    number: i64,
}

fn put(days: &mut Vec<Day>, entry: Entry, calls: &Calls, drawing: &Drawing<'_>) {
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

fn what(entry: Entry, calls: &Calls, drawing: &Drawing<'_>) -> Option<What> {
    let (frame, visit) = (drawing.frame, drawing.visit);
    if entry.kind == EntryKind::Comment {
        return Some(What::Comment(Box::new(comment(entry, drawing))));
    }
    let call = entry.call_id.and_then(|id| calls.calls.get(&id));
    let by = entry
        .author
        .map_or_else(|| frame.t.msg_app_name(), |author| author.name);
    match entry.kind {
        EntryKind::CallStarted => {
            started(&serde_json::from_value(entry.fields).ok()?, call?, frame).map(What::Started)
        }
        EntryKind::CallFinished => {
            let call = call?;
            let reading = calls.readings.get(&call.call.id);
            Some(What::Finished(Box::new(card(call, reading, frame, visit))))
        }
        EntryKind::Transcript => {
            let path = format!("/calls/{}", entry.call_id?);
            Some(What::Said(Box::new(said_there(path, &entry.text?))))
        }
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

/// Lines of a transcript that are shown unfolded.
const SHOWN: usize = 4;

fn said_there(path: String, text: &str) -> SaidThere {
    let mut first: Vec<String> = text.lines().map(str::to_owned).collect();
    let rest = first.split_off(first.len().min(SHOWN));
    SaidThere { path, first, rest }
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
