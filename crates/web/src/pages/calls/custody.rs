//! What supervisors see of a call's recordings: who listened, and whether they must stay.

use axum::extract::Path;
use axum::response::Response;
use desk::calls::CallView;
use domain::Role;
use store::recordings::Deed;

use super::show::{Shown, again, call_id};
use crate::frame::{Flash, Frame, Moment};
use crate::pages::mistakes::mistakes;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// The care of a call's recordings.
pub struct Custody {
    /// Why they must stay, if they must.
    pub hold: Option<Held>,
    /// The latest first.
    pub listens: Vec<Heard>,
}

/// Why recordings must stay.
pub struct Held {
    /// In the words of whoever said so.
    pub reason: String,
    /// Who that was, and for how much.
    pub by: String,
    /// When.
    pub moment: Moment,
}

/// Somebody listened.
pub struct Heard {
    /// Who.
    pub who: String,
    /// Whether they took it as a file.
    pub as_file: bool,
    /// When, the last time.
    pub moment: Moment,
}

/// For supervisors, of calls that have recordings.
pub(super) async fn custody(
    visit: &Visit,
    view: &CallView,
    frame: &Frame,
) -> Result<Option<Custody>> {
    let may = matches!(visit.actor.role, Role::Admin | Role::Supervisor);
    if !may || view.recordings.is_empty() {
        return Ok(None);
    }
    let (desk, actor, id) = (&visit.desk, &visit.actor, view.call.id);
    let hold = desk.recordings_hold(actor, id).await?;
    let listens = desk.listeners(actor, id).await?;
    Ok(Some(Custody {
        hold: hold.map(|held| Held {
            reason: held.hold.reason,
            by: match held.whole_ticket {
                true => frame.t.msg_hold_by_ticket(held.agent.as_str()),
                false => frame.t.msg_hold_by(held.agent.as_str()),
            },
            moment: frame.exact(held.hold.at),
        }),
        listens: listens
            .into_iter()
            .map(|one| Heard {
                who: one.agent.name,
                as_file: one.listen.deed == Deed::Downloaded,
                moment: frame.exact(one.listen.at),
            })
            .collect(),
    }))
}

/// `POST /calls/{id}/recordings/hold`: they stay.
pub(super) async fn hold(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let view = visit.desk.call(&visit.actor, call_id(&id)?).await?;
    let (reason, whole) = (typed.one("reason"), typed.ticked("whole_ticket"));
    let held = visit
        .desk
        .hold_recordings(&visit.actor, view.call.id, whole, reason)
        .await;
    match held {
        Ok(()) => Ok(back(&visit, &view, visit.words().msg_hold_done())),
        Err(refusal) => {
            let shown = Shown {
                mistakes: mistakes(refusal, visit.words())?,
                typed,
                ..Shown::default()
            };
            again(&visit, &view, shown).await
        }
    }
}

/// `POST /calls/{id}/recordings/release`: the rules decide again.
pub(super) async fn release(
    visit: Visit,
    Path(id): Path<String>,
    Sent(_): Sent,
) -> Result<Response> {
    let view = visit.desk.call(&visit.actor, call_id(&id)?).await?;
    visit
        .desk
        .release_recordings(&visit.actor, view.call.id)
        .await?;
    Ok(back(&visit, &view, visit.words().msg_hold_released()))
}

fn back(visit: &Visit, view: &CallView, said: String) -> Response {
    visit.on_to_saying(&format!("/calls/{}", view.call.id), &Flash::said(said))
}
