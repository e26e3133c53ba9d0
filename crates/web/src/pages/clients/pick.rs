//! `/clients/pick`: whose call or ticket it is, when several share a number or nobody has been named yet.

use askama::Template;
use axum::response::Response;
use desk::Thing;
use desk::clients::{Candidate, Pick};
use domain::{CallId, Client, ClientId, TicketId};

use super::show::client_id;
use crate::frame::{Frame, Section};
use crate::pages::draw::page;
use crate::pages::find_client::find_clients;
use crate::pages::named::named;
use crate::pages::tickets::{Likely, likely};
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::{Visit, may_change};
use crate::problem::{Problem, Result};

#[derive(Template)]
#[template(path = "pages/clients/pick.html")]
struct PickPage {
    frame: Frame,
    /// `ticket` or `call`, and its id.
    what: (&'static str, String),
    back: String,
    candidates: Vec<Likely>,
    search: String,
    found: Vec<Client>,
    /// Whose it is now.
    present: Option<ClientId>,
}

pub(super) async fn show(visit: Visit) -> Result<Response> {
    if !may_change(visit.actor.role) {
        return Err(Problem::NotAllowed(desk::Denied::InternalOnly));
    }
    let (desk, actor) = (&visit.desk, &visit.actor);
    let frame = visit.frame(Section::Clients, "").await?;
    let pick = read(&visit.query)?;
    let (what, back, present, candidates): (_, _, _, Vec<Candidate>) = match pick {
        Pick::Ticket(id) => {
            let view = desk.ticket(actor, id).await?;
            let found = desk.candidates_of_ticket(actor, id).await?;
            (
                ("ticket", id.to_string()),
                format!("/tickets/{}", view.ticket.number),
                view.ticket.client_id,
                found.map(|(_, candidates)| candidates).unwrap_or_default(),
            )
        }
        Pick::Call(id) => {
            let view = desk.call(actor, id).await?;
            let number = view
                .call
                .facts
                .client
                .as_ref()
                .and_then(domain::Party::phone);
            let candidates = match number {
                Some(number) => desk.look_up(actor, number.as_str()).await?.candidates,
                None => Vec::new(),
            };
            (
                ("call", id.to_string()),
                format!("/calls/{id}"),
                view.call.client_id,
                candidates,
            )
        }
    };
    let search = visit.query.one("q").trim().to_owned();
    let mut found = match search.as_str() {
        "" => Vec::new(),
        typed => find_clients(&visit, typed).await?,
    };
    found.retain(|client| !candidates.iter().any(|one| one.client.id == client.id));
    page(&PickPage {
        back: back_to(&visit.query, &back),
        candidates: likely(candidates, present, &frame),
        what,
        search,
        found,
        present,
        frame,
    })
}

pub(super) async fn pick(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let pick = read(&typed)?;
    let client = client_id(typed.one("client"))?;
    let picked = visit.desk.pick_client(&visit.actor, pick, client).await?;
    let back = back_to(&typed, &format!("/clients/{client}"));
    let undo = format!("/clients/moves/{}/undo", picked.undo);
    let t = visit.words();
    let said = if picked.merged {
        t.msg_client_picked_merged(picked.client.name.as_str())
    } else {
        t.msg_client_picked(picked.client.name.as_str())
    };
    Ok(super::undo::done(&visit, &back, &said, &undo))
}

fn read(typed: &Typed) -> Result<Pick> {
    match (typed.some("ticket"), typed.some("call")) {
        (Some(ticket), _) => Ok(Pick::Ticket(named::<TicketId>(ticket, Thing::Ticket)?)),
        (None, Some(call)) => Ok(Pick::Call(named::<CallId>(call, Thing::Call)?)),
        (None, None) => Err(Problem::NoRoute),
    }
}

/// The page of ours that a form was sent from; nothing else is gone back to.
pub(super) fn back_to(typed: &Typed, usual: &str) -> String {
    let back = typed.one("back");
    let ours = back.starts_with('/') && !back.starts_with("//") && !back.contains('\\');
    if ours { back } else { usual }.to_owned()
}
