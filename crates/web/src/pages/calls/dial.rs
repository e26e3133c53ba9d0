//! `POST /calls`: somebody pressed the button beside a number. They stay where they were, and are told there what came of it.

use axum::response::Response;
use desk::phone::DialForm;
use desk::{Refusal, Thing};
use domain::{Party, TicketId};
use locale::Words;

use crate::frame::Flash;
use crate::pages::sign_in::here;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::{self, Problem, Result};

pub(super) async fn begin(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let begun = match form(&visit, &typed).await {
        Ok(form) => visit.desk.dial(&visit.actor, &form).await,
        Err(refusal) => Err(refusal),
    };
    let t = visit.words();
    let flash = match begun {
        Ok(view) => {
            let number = view.call.facts.client.as_ref().and_then(Party::phone);
            let number = number.map(|it| it.pretty()).unwrap_or_default();
            Flash::said(t.msg_phone_calling(number))
        }
        Err(refusal) => Flash::refused(refused(refusal, t)?),
    };
    Ok(visit.on_to_saying(here(typed.one("next")), &flash))
}

pub(super) async fn form(visit: &Visit, typed: &Typed) -> std::result::Result<DialForm, Refusal> {
    let text = |field| typed.some(field).map(str::to_owned);
    let ticket = match typed.some("ticket") {
        Some(named) => Some(ticket(visit, named).await?),
        None => None,
    };
    let client = typed.some("client").map(str::parse).transpose();
    let channel = typed.some("channel").map(str::parse).transpose();
    Ok(DialForm {
        ticket,
        client: client.map_err(|_| Refusal::NotFound(Thing::Client))?,
        channel: channel.map_err(|_| Refusal::NotFound(Thing::Channel))?,
        phone: text("phone"),
        virtual_number: text("virtual_number"),
    })
}

/// A ticket by its id, or by the number that people say.
async fn ticket(visit: &Visit, named: &str) -> std::result::Result<TicketId, Refusal> {
    if let Ok(id) = named.parse() {
        return Ok(id);
    }
    let number = named.parse();
    let number = number.map_err(|_| Refusal::NotFound(Thing::Ticket))?;
    let view = visit.desk.ticket_by_number(&visit.actor, number).await?;
    Ok(view.ticket.id)
}

/// What stood in the way, as one sentence.
pub(in crate::pages) fn refused(refusal: Refusal, t: &Words) -> Result<String> {
    let problem = Problem::from(refusal);
    if let Problem::Invalid(faults) = &problem {
        let said = faults.iter().map(|fault| problem::field(&fault.why, t));
        return Ok(said.collect::<Vec<_>>().join(" "));
    }
    if matches!(problem, Problem::SignedOut | Problem::NotAllowed(_)) {
        return Err(problem);
    }
    Ok(problem::detail(&problem, t))
}
