//! `GET /clients/{id}`: who it is, what was, who else it may be.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use desk::Thing;
use desk::clients::{ClientView, Double};
use domain::{Client, ClientId};
use store::calls::CallFilter;
use store::{Cursor, Slice};

use super::history::{Changed, history};
use super::value::{ShownValue, shown_values};
use crate::frame::{Frame, Moment, Section};
use crate::pages::calls::CallLine;
use crate::pages::draw::{on_to, page};
use crate::pages::markdown;
use crate::pages::tickets::{TicketLine, tickets_page};
use crate::pages::visit::{Visit, may_change};
use crate::problem::{Problem, Result};

/// Tickets and calls on a page.
const SHOWN: i64 = 20;

#[derive(Template)]
#[template(path = "pages/clients/show.html")]
struct ClientPage {
    frame: Frame,
    path: String,
    since: String,
    last: Option<Moment>,
    note: Option<String>,
    values: Vec<ShownValue>,
    responsible: Option<String>,
    /// Whether somebody has said so, or it follows from tickets and calls.
    responsible_said: bool,
    tickets: Vec<TicketLine>,
    tickets_newer: String,
    tickets_older: String,
    calls: Vec<CallLine>,
    calls_newer: String,
    calls_older: String,
    all_calls: String,
    doubles: Vec<Proposed>,
    mergings: Vec<Merging>,
    changes: Vec<Changed>,
    may_change: bool,
    client: Client,
}

/// Somebody who may be the same person.
struct Proposed {
    client: Client,
    why: String,
}

/// Somebody who was merged into this one.
struct Merging {
    undo: String,
    text: String,
    moment: Moment,
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = client_id(&id)?;
    let client = visit.desk.client(&visit.actor, id).await?;
    if client.id != id {
        // Merged: their page is that of whom they were merged into.
        return Ok(on_to(&format!("/clients/{}", client.id)));
    }
    let live = format!("client:{id} tickets calls");
    let frame = visit.frame(Section::Clients, live).await?;
    let view = visit.desk.client_view(&visit.actor, client).await?;
    draw(&visit, frame, view).await
}

/// The id of a client, as it stands in an address.
pub(super) fn client_id(text: &str) -> Result<ClientId> {
    text.parse().map_err(|_| Problem::NotFound(Thing::Client))
}

async fn draw(visit: &Visit, frame: Frame, view: ClientView) -> Result<Response> {
    let (desk, actor) = (&visit.desk, &visit.actor);
    let client = &view.client;
    let theirs = CallFilter {
        client: Some(client.id),
        ..CallFilter::default()
    };
    let calls = desk.calls(actor, &theirs, from(visit, "calls")).await?;
    let (tickets, older) =
        tickets_page(visit, &frame, client.id, from(visit, "tickets"), None).await?;
    let responsible = match &view.responsible {
        Some(agent) => Some(agent.clone()),
        None => desk.responsible_for(actor, client).await?,
    };
    let day = frame.date(client.created_at);
    let path = format!("/clients/{}", client.id);
    let doubles = desk.doubles(actor, client.id).await?;
    let turned = |list: &str| {
        let shown = visit.query.some(list).is_some();
        if shown { path.clone() } else { String::new() }
    };
    let further = |list: &str, next: Option<Cursor>| {
        next.map(|next| format!("{path}?{list}={next}#client-{list}"))
            .unwrap_or_default()
    };
    page(&ClientPage {
        since: frame.t.msg_client_since(day.as_str()),
        last: client.last_contact_at.map(|at| frame.day_or_hour(at)),
        note: client.note.as_deref().map(markdown::html_of),
        values: shown_values(&view.values, &frame),
        responsible_said: view.responsible.is_some(),
        responsible: responsible.map(|agent| agent.name),
        tickets,
        tickets_newer: turned("tickets"),
        tickets_older: further("tickets", older),
        calls: calls
            .items
            .iter()
            .map(|view| CallLine::of(view, &frame))
            .collect(),
        calls_newer: turned("calls"),
        calls_older: further("calls", calls.next),
        all_calls: format!("/calls?client_id={}", client.id),
        doubles: doubles
            .into_iter()
            .map(|double| proposed(double, &frame))
            .collect(),
        mergings: mergings(visit, &frame, client.id).await?,
        changes: history(visit, &frame, &view).await?,
        may_change: may_change(actor.role),
        path,
        frame,
        client: view.client,
    })
}

fn from(visit: &Visit, list: &str) -> Slice {
    Slice {
        after: visit.query.some(list).and_then(|text| text.parse().ok()),
        ..Slice::first(SHOWN)
    }
}

fn proposed(double: Double, frame: &Frame) -> Proposed {
    let t = frame.t;
    let common = &double.common;
    let all = [
        (common.number, t.msg_client_same_number()),
        (common.email, t.msg_client_same_email()),
        (common.name, t.msg_client_same_name()),
    ];
    let why = all
        .into_iter()
        .filter_map(|(holds, word)| holds.then_some(word));
    Proposed {
        why: why.collect::<Vec<_>>().join(", "),
        client: double.client,
    }
}

async fn mergings(visit: &Visit, frame: &Frame, id: ClientId) -> Result<Vec<Merging>> {
    let all = visit.desk.mergings(&visit.actor, id).await?;
    let merging = |(moved, name): (store::clients::Move, String)| Merging {
        undo: format!("/clients/moves/{}/undo", moved.id),
        text: frame.t.msg_client_merged(name, moved.author.name),
        moment: frame.day_or_hour(moved.at),
    };
    Ok(all.into_iter().map(merging).collect())
}
