//! The form of «Сводка разговора».

use axum::response::Response;
use desk::Refusal;
use desk::summaries::{SummaryChange, SummaryView};

use super::{Drawn, HERE};
use crate::form::Mistakes;
use crate::frame::{Flash, Section};
use crate::pages::mistakes::mistakes;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::Result;

/// The form as it is drawn; a key is never shown.
pub(super) struct SummaryForm {
    pub(super) on: bool,
    pub(super) url: String,
    pub(super) model: String,
    pub(super) has_key: bool,
    pub(super) version: i64,
    pub(super) mistakes: Mistakes,
}

/// As it is set.
pub(super) fn as_set(view: &SummaryView) -> SummaryForm {
    SummaryForm {
        on: view.settings.enabled,
        url: view.settings.url.clone(),
        model: view.settings.model.clone(),
        has_key: view.has_key,
        version: view.version,
        mistakes: Mistakes::default(),
    }
}

pub(super) async fn set(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let key = match (typed.ticked("no_key"), typed.some("key")) {
        (true, _) => Some(String::new()),
        (false, typed) => typed.map(str::to_owned),
    };
    let change = SummaryChange {
        enabled: Some(typed.ticked("enabled")),
        url: Some(typed.one("url").to_owned()),
        model: Some(typed.one("model").to_owned()),
        key,
        version: typed.some("version").and_then(|text| text.parse().ok()),
    };
    let t = visit.words();
    let wrong = match visit.desk.change_summary(&visit.actor, &change).await {
        Ok(_) => return Ok(visit.on_to_saying(HERE, &Flash::said(t.msg_summary_saved()))),
        Err(Refusal::Changed) => {
            let mut notes = Mistakes::default();
            notes.note("", t.msg_ext_conflict());
            notes
        }
        Err(refusal) => mistakes(refusal, t)?,
    };
    let view = visit.desk.summary_settings(&visit.actor).await?;
    let form = SummaryForm {
        mistakes: wrong,
        ..as_typed(&typed, &view)
    };
    let frame = visit.still(Section::Extensions, HERE).await?;
    super::draw(&visit, frame, Drawn::summary(form)).await
}

fn as_typed(typed: &Typed, view: &SummaryView) -> SummaryForm {
    SummaryForm {
        on: typed.ticked("enabled"),
        url: typed.one("url").to_owned(),
        model: typed.one("model").to_owned(),
        ..as_set(view)
    }
}
