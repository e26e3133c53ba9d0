//! Correcting a line of a transcript: the form on the call's page, and what the line said before.

use axum::extract::Path;
use axum::response::Response;
use desk::transcripts::Reading;
use desk::{Refusal, Thing};
use domain::transcript::format::clock;

use super::show::{Shown, again, call_id};
use crate::form::Mistakes;
use crate::frame::{Flash, Frame, Moment};
use crate::pages::mistakes::mistakes;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result};

/// The form as it is drawn.
pub struct Correcting {
    /// Where it is sent.
    pub action: String,
    /// When it is said.
    pub time: String,
    /// The text as it is, or as it was typed and not taken.
    pub text: String,
    /// When the line was corrected last, as the form sends it back.
    pub version: String,
    /// What is wrong with what was typed.
    pub mistake: String,
    /// What it said before: who changed it, when, the text.
    pub before: Vec<(String, Moment, String)>,
}

/// The form for the line that the address names; nothing when there is no such line, or it is not for this reader.
pub(super) async fn correcting(
    visit: &Visit,
    reading: Option<&Reading>,
    line: &str,
    (typed, notes): (&Typed, &Mistakes),
    frame: &Frame,
) -> Result<Option<Correcting>> {
    let (Some(reading), Ok(place)) = (reading, line.parse::<u32>()) else {
        return Ok(None);
    };
    let seen = reading
        .lines
        .iter()
        .find(|seen| seen.place == place && !seen.masked);
    let Some(seen) = seen else { return Ok(None) };
    let call = reading.making.call_id;
    let all = visit.desk.corrections(&visit.actor, call).await?;
    let of_line = all.into_iter().filter(|one| one.place == place);
    Ok(Some(Correcting {
        action: format!("/calls/{call}/transcript/lines/{place}"),
        time: clock(seen.line.start),
        text: typed.sent("text").unwrap_or(&seen.line.text).to_owned(),
        version: seen.edited_at.map(|at| at.to_string()).unwrap_or_default(),
        mistake: notes.of("text").to_owned(),
        before: of_line
            .map(|one| (one.name, frame.exact(one.at), one.before))
            .collect(),
    }))
}

/// `POST /calls/{id}/transcript/lines/{n}`
pub(super) async fn put(
    visit: Visit,
    Path((id, line)): Path<(String, String)>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id = call_id(&id)?;
    let place: u32 = line.parse().map_err(|_| Problem::NotFound(Thing::Line))?;
    let was = match typed.sent("edited") {
        Some("") => Some(None),
        Some(at) => at.parse().ok().map(Some),
        None => None,
    };
    let text = typed.one("text").to_owned();
    let done = visit
        .desk
        .correct_line(&visit.actor, id, place, &text, was)
        .await;
    let notes = match done {
        Ok(_) => {
            let said = visit.words().msg_said_line_saved();
            let back = format!("/calls/{id}#{id}-line-{place}");
            return Ok(visit.on_to_saying(&back, &Flash::said(said)));
        }
        Err(Refusal::Changed) => {
            let mut notes = Mistakes::default();
            notes.note("text", visit.words().msg_said_late());
            notes
        }
        Err(refusal) => mistakes(refusal, visit.words())?,
    };
    let view = visit.desk.call(&visit.actor, id).await?;
    let shown = Shown {
        typed,
        mistakes: notes,
        line,
    };
    again(&visit, &view, shown).await
}
