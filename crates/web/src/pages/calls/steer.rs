//! `POST /calls/{id}/steer`: the buttons of the call bar. The agent stays where they were, with the bar as it stands then.

use axum::extract::Path;
use axum::response::Response;
use desk::phone::{Passing, Target};
use desk::{Refusal, Thing, Why};
use domain::CallId;

use super::dial::refused;
use super::show::call_id;
use crate::frame::Flash;
use crate::pages::draw::on_to;
use crate::pages::sign_in::here;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::Result;

type Done = std::result::Result<Option<String>, Refusal>;

pub(super) async fn steer(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id = call_id(&id)?;
    let next = here(typed.one("next"));
    match done(&visit, id, &typed).await {
        Ok(None) => Ok(on_to(next)),
        Ok(Some(said)) => Ok(visit.on_to_saying(next, &Flash::said(said))),
        Err(refusal) => {
            let said = refused(refusal, visit.words())?;
            Ok(visit.on_to_saying(next, &Flash::refused(said)))
        }
    }
}

async fn done(visit: &Visit, id: CallId, typed: &Typed) -> Done {
    let (desk, actor, t) = (&visit.desk, &visit.actor, visit.words());
    match typed.one("do") {
        "hold" => desk.hold(actor, id).await.map(|_| None),
        "unhold" => desk.unhold(actor, id).await.map(|_| None),
        "hangup" => desk.hang_up(actor, id).await.map(|_| None),
        "pass" => {
            desk.pass_on(actor, id).await?;
            Ok(Some(t.msg_bar_passed()))
        }
        "key" => {
            let symbol = typed.one("symbol").chars().next().unwrap_or_default();
            desk.press_key(actor, id, symbol).await.map(|_| None)
        }
        "consult" => {
            let to = target(typed)?;
            let asked = desk.transfer(actor, id, &to, Passing::Asking).await;
            asked.map(|_| None)
        }
        "transfer" => {
            let to = target(typed)?;
            desk.transfer(actor, id, &to, Passing::AtOnce).await?;
            Ok(Some(t.msg_bar_passed()))
        }
        "note" => {
            let view = desk.call(actor, id).await?;
            let ticket = view.call.ticket_id;
            let ticket = ticket.ok_or(Refusal::NotFound(Thing::Ticket))?;
            desk.comment(actor, ticket, typed.one("text")).await?;
            Ok(Some(t.msg_bar_noted()))
        }
        _ => Err(Refusal::field("do", Why::Unknown)),
    }
}

fn target(typed: &Typed) -> std::result::Result<Target, Refusal> {
    match (typed.some("agent"), typed.some("number")) {
        (Some(agent), _) => {
            let id = agent.parse();
            let unknown = |_| Refusal::field("agent", Why::Unknown);
            Ok(Target::Agent(id.map_err(unknown)?))
        }
        (None, Some(number)) => Ok(Target::Number(number.to_owned())),
        (None, None) => Err(Refusal::field("number", Why::NotAPhone)),
    }
}
