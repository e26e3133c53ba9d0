//! What is done with the rows that are picked: `POST /tickets/bulk`, and taken back: `POST /tickets/bulk/{id}/undo`.

use axum::extract::Path;
use axum::response::Response;
use desk::tickets::{BulkChange, BulkDone};
use desk::words::{priority_name, status_name};
use desk::{Refusal, Thing};
use domain::{BulkId, Priority, Status, TicketId};
use locale::Words;

use super::change::split_tags;
use super::narrow::Names;
use super::view::Wanted;
use crate::form::Choice;
use crate::frame::{Flash, Frame};
use crate::pages::choices::choice;
use crate::pages::named::named;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::{Visit, may_change};
use crate::problem::{self, Result};

/// Tickets that are named when they were left as they were; of more only how many.
const NAMED: usize = 3;

/// What can be done with the rows that are picked.
pub struct Picked {
    /// Where the form is sent.
    pub path: String,
    /// Statuses to give; "" is no choice.
    pub statuses: Vec<Choice>,
    /// Agents to give to.
    pub assignees: Vec<Choice>,
    /// Groups to give to; none where there are none.
    pub groups: Vec<Choice>,
    /// Priorities to give.
    pub priorities: Vec<Choice>,
}

/// For a list; nothing for those who may change nothing.
#[must_use]
pub fn picked(visit: &Visit, frame: &Frame, wanted: &Wanted, names: &Names) -> Option<Picked> {
    if !may_change(visit.actor.role) {
        return None;
    }
    let t = frame.t;
    let statuses = Status::SETTABLE.iter().map(|status| {
        let word = status_name(*status, frame.language);
        choice(status.as_str(), word, false)
    });
    let statuses = std::iter::once(choice("", t.msg_ticket_status(), true)).chain(statuses);
    let priorities = Priority::ALL.iter().rev().map(|one| {
        let word = priority_name(*one, frame.language);
        choice(one.as_str(), word, false)
    });
    let priorities = std::iter::once(choice("", t.msg_ticket_priority(), true)).chain(priorities);
    Some(Picked {
        path: format!("/tickets/bulk{}", wanted.suffix()),
        statuses: statuses.collect(),
        assignees: names.to_assign(t, visit.actor.agent),
        groups: names.to_group(t),
        priorities: priorities.collect(),
    })
}

pub(super) async fn change(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let t = visit.words();
    let back = back(&visit, &typed);
    let ids: Vec<TicketId> = typed
        .all("ticket")
        .filter_map(|id| id.parse().ok())
        .collect();
    if typed.ticked("merge") {
        return super::merge_many::merge(&visit, ids, &back).await;
    }
    let wanted = read(&typed);
    if ids.is_empty() || wanted.is_empty() {
        let said = if ids.is_empty() {
            t.msg_bulk_none_picked()
        } else {
            t.msg_bulk_nothing_chosen()
        };
        return Ok(visit.on_to_saying(&back, &Flash::said(&said)));
    }
    let done = match visit.desk.change_tickets(&visit.actor, &ids, &wanted).await {
        Err(Refusal::Invalid(faults)) => {
            let why = faults.into_iter().next().map(|fault| fault.why);
            let why = why.map(|why| problem::field(&why.into(), t));
            let said = why.unwrap_or_else(|| t.msg_bulk_nothing_chosen());
            return Ok(visit.on_to_saying(&back, &Flash::said(&said)));
        }
        done => done?,
    };
    let flash = Flash::said(said(&done, t));
    let flash = match done.id {
        Some(id) => flash.undo(
            &format!("/tickets/bulk/{id}/undo"),
            [("back", back.as_str())],
        ),
        None => flash,
    };
    Ok(visit.on_to_saying(&back, &flash))
}

pub(super) async fn undo(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id: BulkId = named(&id, Thing::Bulk)?;
    let done = visit.desk.undo_bulk(&visit.actor, id).await?;
    let t = visit.words();
    let mut text = t.msg_bulk_undone(done.changed.len());
    if !done.refused.is_empty() {
        text = format!("{text} {}", left(&done, t));
    }
    Ok(visit.on_to_saying(&back(&visit, &typed), &Flash::said(&text)))
}

fn read(typed: &Typed) -> BulkChange {
    // A button says its own value beside the empty one of the select.
    let last = |field: &'static str| {
        let values = typed.all(field).filter(|value| !value.is_empty());
        values.last().map(str::to_owned)
    };
    let or_none = |text: String| (text != "none").then_some(text);
    let tags = |field| {
        let mut tags = split_tags(typed.one(field));
        tags.retain(|tag| !tag.trim().is_empty());
        tags
    };
    BulkChange {
        status: last("status"),
        assignee_id: last("assignee_id").map(|id| or_none(id).and_then(|id| id.parse().ok())),
        group_id: last("group_id").map(|id| or_none(id).and_then(|id| id.parse().ok())),
        priority: last("priority"),
        add_tags: tags("add_tags"),
        remove_tags: tags("remove_tags"),
    }
}

/// Where the list stood: the page of a ticket, or the list.
pub(super) fn back(visit: &Visit, typed: &Typed) -> String {
    let back = typed.one("back");
    let ours = back == "/tickets" || back.starts_with("/tickets/") || back.starts_with("/tickets?");
    if ours && !back.contains(['\r', '\n', '\\']) {
        back.to_owned()
    } else {
        format!("/tickets{}", Wanted::of(&visit.query).suffix())
    }
}

/// "Изменено: 3 запроса. Не изменено: № 7 (…)".
fn said(done: &BulkDone, t: &Words) -> String {
    let mut parts = Vec::new();
    if !done.changed.is_empty() {
        parts.push(t.msg_bulk_changed(done.changed.len()));
    }
    if !done.same.is_empty() {
        parts.push(t.msg_bulk_same(done.same.len()));
    }
    if !done.refused.is_empty() {
        parts.push(left(done, t));
    }
    parts.join(" ")
}

fn left(done: &BulkDone, t: &Words) -> String {
    let named = done.refused.iter().take(NAMED).map(|left| {
        let why = match &left.why {
            Refusal::Invalid(faults) => {
                let why = faults.first().map(|fault| fault.why.clone());
                why.map(|why| problem::field(&why.into(), t))
            }
            Refusal::Changed => Some(t.msg_bulk_changed_since()),
            Refusal::NotFound(_)
            | Refusal::NotAllowed(_)
            | Refusal::SignedOut
            | Refusal::Unfinished(_)
            | Refusal::Conflict(_)
            | Refusal::TooMany(_)
            | Refusal::Gone
            | Refusal::NotReady
            | Refusal::Upstream(_)
            | Refusal::Storage(_)
            | Refusal::Unready(_)
            | Refusal::Pbx(_)
            | Refusal::Inside(_) => None,
        };
        let why = why.unwrap_or_else(|| t.msg_missing_ticket());
        let why = why.trim_end_matches('.').to_owned();
        match left.number {
            Some(number) => format!("№ {number} ({why})"),
            None => why,
        }
    });
    let named = named.collect::<Vec<_>>().join(", ");
    let more = done.refused.len().saturating_sub(NAMED);
    if more == 0 {
        t.msg_bulk_left(named)
    } else {
        t.msg_bulk_left_more(named, more)
    }
}
