//! `POST /calls/{id}/outcome`: what came of a call, from the strip below the call bar or from the call's page.

use axum::extract::Path;
use axum::response::Response;
use desk::wrap_ups::OutcomeForm;
use desk::{Refusal, Why};
use domain::CallId;

use super::dial::refused;
use super::show::call_id;
use crate::frame::Flash;
use crate::pages::sign_in::here;
use crate::pages::tickets::split_tags;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn put(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id = call_id(&id)?;
    let done = done(&visit, id, &typed).await;
    told(&visit, &typed, done)
}

/// Has it be written into the telephony once more.
pub(super) async fn write_again(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let again = visit.desk.write_back_again(&visit.actor, call_id(&id)?);
    let said = again.await.map(|_| visit.words().msg_written_waiting());
    told(&visit, &typed, said)
}

async fn done(visit: &Visit, id: CallId, typed: &Typed) -> std::result::Result<String, Refusal> {
    let (desk, actor, t) = (&visit.desk, &visit.actor, visit.words());
    match typed.one("do") {
        "skip" => {
            desk.skip_outcome(actor, id).await?;
            Ok(t.msg_wrap_skipped())
        }
        "skip_all" => {
            while let Some(asked) = desk.asked_outcome(actor).await? {
                desk.skip_outcome(actor, asked.view.call.id).await?;
            }
            Ok(t.msg_wrap_skipped())
        }
        "give" => {
            desk.give_outcome(actor, id, &read(typed)?).await?;
            Ok(t.msg_wrap_saved())
        }
        _ => Err(Refusal::field("do", Why::Unknown)),
    }
}

fn read(typed: &Typed) -> std::result::Result<OutcomeForm, Refusal> {
    let outcome = typed.some("outcome_id").map(str::parse).transpose();
    let unknown = |_| Refusal::field("outcome_id", Why::Unknown);
    Ok(OutcomeForm {
        outcome: outcome.map_err(unknown)?,
        tags: split_tags(typed.one("tags")),
        note: typed.some("note").map(str::to_owned),
    })
}

fn told(
    visit: &Visit,
    typed: &Typed,
    done: std::result::Result<String, Refusal>,
) -> Result<Response> {
    let flash = match done {
        Ok(said) => Flash::said(said),
        Err(refusal) => Flash::refused(refused(refusal, visit.words())?),
    };
    Ok(visit.on_to_saying(here(typed.one("next")), &flash))
}
