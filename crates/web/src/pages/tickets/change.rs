//! `POST /tickets/{number}`: one property changed in place.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Refusal;
use desk::tickets::{TicketChange, TicketView};
use desk::words::change_text;
use domain::EntryKind;
use domain::timeline::Change;
use store::Slice;

use super::props::tags;
use super::reminder;
use super::show::{again, by_number};
use super::ticket::Form;
use super::view::Wanted;
use crate::form::Mistakes;
use crate::pages::draw::on_to;
use crate::pages::find_client::the_client;
use crate::pages::mistakes::mistakes;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::Result;

/// Fields of the forms, with what the timeline calls a change of each.
const FIELDS: [(&str, &str); 8] = [
    ("status", "status"),
    ("assignee_id", "assignee"),
    ("group_id", "group"),
    ("remind", "reminder"),
    ("priority", "priority"),
    ("subject", "subject"),
    ("tags", "tags"),
    ("client", "client"),
];

pub(super) async fn change(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let view = by_number(&visit, &number).await?;
    let mut notes = Mistakes::default();
    let wanted = read(&visit, &typed, &mut notes).await?;
    if !notes.is_empty() {
        return refused(&visit, view, typed, notes).await;
    }
    let version = typed
        .some("version")
        .and_then(|version| version.parse().ok());
    let id = view.ticket.id;
    let mut done = visit
        .desk
        .change_ticket(&visit.actor, id, wanted.clone(), version)
        .await;
    if matches!(done, Err(Refusal::Changed)) {
        let now = visit.desk.ticket(&visit.actor, id).await?;
        if !is_untouched(&now, &typed) {
            return conflict(&visit, now, typed).await;
        }
        // Somebody has changed something else, or a call has come: that stands in nobody's way.
        done = visit
            .desk
            .change_ticket(&visit.actor, id, wanted, Some(now.ticket.version))
            .await;
    }
    match done {
        Ok(view) => Ok(on_to(&format!(
            "/tickets/{}{}",
            view.ticket.number,
            Wanted::of(&visit.query).suffix()
        ))),
        Err(refusal) => {
            let mut notes = mistakes(refusal, visit.words())?;
            let past = notes.of("reminder_at").to_owned();
            if !past.is_empty() {
                notes.note("remind", past);
            }
            refused(&visit, view, typed, notes).await
        }
    }
}

async fn read(visit: &Visit, typed: &Typed, notes: &mut Mistakes) -> Result<TicketChange> {
    let text = |field| typed.sent(field).map(str::to_owned);
    let client = match typed.sent("client") {
        Some(text) => the_client(visit, "client", text, notes).await?,
        None => None,
    };
    let reminder_at = match reminder::read(typed, &visit.zone()) {
        Some(Err(())) => {
            notes.note("remind", visit.words().msg_reminder_unread());
            None
        }
        Some(Ok(at)) => Some(at),
        None => None,
    };
    Ok(TicketChange {
        status: text("status"),
        assignee_id: typed.sent("assignee_id").map(|id| id.parse().ok()),
        tags: typed.sent("tags").map(split_tags),
        priority: text("priority"),
        subject: text("subject"),
        client_id: client.map(Some),
        group_id: typed.sent("group_id").map(|id| id.parse().ok()),
        reminder_at,
    })
}

/// Labels as typed: parted by commas.
pub(in crate::pages) fn split_tags(text: &str) -> Vec<String> {
    text.split(',').map(str::to_owned).collect()
}

/// Whether the property is still what the form was shown.
fn is_untouched(now: &TicketView, typed: &Typed) -> bool {
    let ticket = &now.ticket;
    let is = |field: &str| match field {
        "status" => Some(ticket.status.as_str().to_owned()),
        "assignee_id" => Some(
            ticket
                .assignee_id
                .map(|id| id.to_string())
                .unwrap_or_default(),
        ),
        "priority" => Some(ticket.priority.as_str().to_owned()),
        "subject" => Some(ticket.subject.as_str().to_owned()),
        "tags" => Some(tags(now)),
        "group_id" => Some(ticket.group_id.map(|id| id.to_string()).unwrap_or_default()),
        "remind" => Some(
            ticket
                .reminder_at
                .map(|at| at.to_string())
                .unwrap_or_default(),
        ),
        "client" => Some(
            ticket
                .client_id
                .map(|id| id.to_string())
                .unwrap_or_default(),
        ),
        _ => None,
    };
    let sent = FIELDS.iter().find(|(field, _)| typed.sent(field).is_some());
    sent.is_some_and(|(field, _)| typed.sent("was").map(str::to_owned) == is(field))
}

async fn refused(
    visit: &Visit,
    view: TicketView,
    typed: Typed,
    mistakes: Mistakes,
) -> Result<Response> {
    let form = Form {
        typed,
        mistakes,
        conflict: None,
    };
    again(visit, view, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Both wanted to change the same: what was typed stays, with who was quicker and what they did.
async fn conflict(visit: &Visit, now: TicketView, typed: Typed) -> Result<Response> {
    let t = visit.words();
    let said = match quicker(visit, &now, &typed).await? {
        Some((who, what)) => t.msg_ticket_conflict(who.as_str(), what.as_str()),
        None => t.msg_ticket_conflict_unknown(),
    };
    let form = Form {
        typed,
        mistakes: Mistakes::default(),
        conflict: Some(said),
    };
    again(visit, now, form, StatusCode::CONFLICT).await
}

/// Who changed the property last, and how.
async fn quicker(
    visit: &Visit,
    now: &TicketView,
    typed: &Typed,
) -> Result<Option<(String, String)>> {
    let sent = FIELDS
        .iter()
        .filter(|(field, _)| typed.sent(field).is_some());
    let sent: Vec<&str> = sent.map(|(_, name)| *name).collect();
    let mut slice = Slice::first(Slice::MOST);
    let mut last = None;
    loop {
        let page = visit
            .desk
            .timeline(&visit.actor, now.ticket.id, slice)
            .await?;
        for entry in page
            .items
            .into_iter()
            .filter(|entry| entry.kind == EntryKind::Change)
        {
            let change: Option<Change> = serde_json::from_value(entry.fields).ok();
            if let Some(change) = change.filter(|change| sent.contains(&change.field.as_str())) {
                let who = entry
                    .author
                    .map_or_else(|| visit.words().msg_app_name(), |author| author.name);
                last = Some((
                    who,
                    change_text(&change, visit.actor.language, &visit.zone()),
                ));
            }
        }
        slice.after = page.next;
        if slice.after.is_none() {
            return Ok(last);
        }
    }
}
