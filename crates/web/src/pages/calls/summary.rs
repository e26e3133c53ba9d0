//! A call in short, under its dialogue; and `POST /calls/{id}/summary`.

use axum::extract::Path;
use axum::response::Response;
use desk::transcripts::Reading;
use desk::words;
use domain::summary::{Stage, Summary};

use super::show::{call_id, way_back};
use crate::frame::{Flash, Frame};
use crate::pages::typed::Sent;
use crate::pages::visit::{Visit, may_change};
use crate::problem::Result;

/// What stands there.
pub enum InShort {
    /// A button.
    Ask,
    /// It is on its way.
    Working,
    /// There is none, and why; whether one may try again.
    None(String, bool),
    /// The summary, and that a machine made it.
    Read(Summary, String),
}

impl InShort {
    /// What stands there for this visitor; nothing when the extension is off and nothing was ever made.
    pub fn of(reading: &Reading, frame: &Frame, visit: &Visit) -> Option<Self> {
        let may_ask =
            reading.summarises && !reading.lines.is_empty() && may_change(visit.actor.role);
        let Some(summing) = &reading.summary else {
            return may_ask.then_some(Self::Ask);
        };
        Some(match &summing.stage {
            Stage::Waiting => Self::Working,
            Stage::Failed(why) => Self::None(words::no_summary(why, visit.actor.language), may_ask),
            Stage::Ready(told) => {
                let by = frame.t.msg_summary_automatic(summing.model.as_str());
                Self::Read(told.clone(), by)
            }
        })
    }
}

/// `POST`: has the call be summed up, and goes back to where one was.
pub(super) async fn ask(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id = call_id(&id)?;
    visit.desk.ask_for_summary(&visit.actor, id).await?;
    let said = visit.words().msg_summary_begun();
    Ok(visit.on_to_saying(&way_back(&typed, id), &Flash::said(said)))
}
