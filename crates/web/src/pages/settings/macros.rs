//! Macros: one's own and everybody's, made, changed, tried, taken away and put back.

mod form;
mod preview;

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use desk::{Denied, Refusal, Thing};
use domain::{Macro, MacroId};

use super::super::draw::page;
use super::super::mistakes::mistakes;
use super::super::named::named;
use super::super::tickets::acts_in_words;
use super::super::typed::{Sent, Typed};
use super::super::visit::{Visit, may_change};
use crate::Web;
use crate::form::Mistakes;
use crate::frame::{Flash, Frame, Section};
use crate::problem::{Problem, Result};

const HERE: &str = "/settings/macros";

/// The pages under `/settings/macros`.
pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(HERE, get(list).post(create))
        .route("/settings/macros/new", get(new))
        .route("/settings/macros/preview", post(preview::show))
        .route("/settings/macros/{id}", get(one).post(change))
        .route("/settings/macros/{id}/deletion", post(delete))
        .route("/settings/macros/{id}/restoration", post(restore))
}

#[derive(Template)]
#[template(path = "settings/macros.html")]
struct List {
    frame: Frame,
    own: Vec<Line>,
    shared: Vec<Line>,
}

/// A macro in the list.
struct Line {
    id: String,
    name: String,
    text: String,
    acts: String,
    may_edit: bool,
}

async fn list(visit: Visit) -> Result<Response> {
    may_have_macros(&visit)?;
    let frame = visit.frame(Section::Macros, "").await?;
    let all = visit.desk.macros(&visit.actor).await?;
    let line = |one: &Macro| Line {
        id: one.id.to_string(),
        may_edit: desk::macros::may_edit(&visit.actor, one),
        acts: acts_in_words(&one.acts, frame.t, frame.language),
        name: one.name.clone(),
        text: one.text.clone(),
    };
    let (own, shared): (Vec<&Macro>, Vec<&Macro>) = all.iter().partition(|one| one.owner.is_some());
    page(&List {
        own: own.into_iter().map(line).collect(),
        shared: shared.into_iter().map(line).collect(),
        frame,
    })
}

async fn new(visit: Visit) -> Result<Response> {
    may_have_macros(&visit)?;
    let frame = visit.frame(Section::Macros, "").await?;
    let typed = visit.query.clone();
    form::draw(&visit, frame, None, typed, Mistakes::default())
}

async fn one(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let one = visit.desk.one_macro(&visit.actor, macro_id(&id)?).await?;
    if !desk::macros::may_edit(&visit.actor, &one) {
        return Err(Problem::NotAllowed(Denied::SupervisorsOnly));
    }
    let frame = visit.frame(Section::Macros, "").await?;
    let typed = form::typed_of(&one);
    form::draw(&visit, frame, Some(&one), typed, Mistakes::default())
}

async fn create(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let wanted = form::read(&typed);
    match visit.desk.create_macro(&visit.actor, &wanted).await {
        Ok(one) => {
            let said = visit.words().msg_macro_made(one.name.as_str());
            Ok(visit.on_to_saying(HERE, &Flash::said(said)))
        }
        Err(refusal) => refused(&visit, None, typed, refusal).await,
    }
}

async fn change(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id = macro_id(&id)?;
    let wanted = form::read(&typed);
    let version = typed.some("version").and_then(|text| text.parse().ok());
    let done = visit.desk.change_macro(&visit.actor, id, &wanted, version);
    match done.await {
        Ok(one) => {
            let said = visit.words().msg_macro_changed(one.name.as_str());
            Ok(visit.on_to_saying(HERE, &Flash::said(said)))
        }
        Err(refusal) => {
            let now = visit.desk.one_macro(&visit.actor, id).await?;
            refused(&visit, Some(&now), typed, refusal).await
        }
    }
}

async fn delete(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = macro_id(&id)?;
    visit.desk.delete_macro(&visit.actor, id).await?;
    let undo = format!("{HERE}/{id}/restoration");
    let flash = Flash::said(visit.words().msg_macro_deleted()).undo(&undo, []);
    Ok(visit.on_to_saying(HERE, &flash))
}

async fn restore(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let one = visit
        .desk
        .restore_macro(&visit.actor, macro_id(&id)?)
        .await?;
    let said = visit.words().msg_macro_restored(one.name.as_str());
    Ok(visit.on_to_saying(HERE, &Flash::said(said)))
}

/// The form once more with what was typed; somebody who was quicker is told of, and the next try goes over theirs.
async fn refused(
    visit: &Visit,
    now: Option<&Macro>,
    typed: Typed,
    refusal: Refusal,
) -> Result<Response> {
    let notes = if matches!(refusal, Refusal::Changed) {
        let mut notes = Mistakes::default();
        notes.note("", visit.words().msg_macro_conflict());
        notes
    } else {
        mistakes(refusal, visit.words())?
    };
    let here = now.map_or_else(|| format!("{HERE}/new"), |one| format!("{HERE}/{}", one.id));
    let frame = visit.still(Section::Macros, &here).await?;
    form::draw(visit, frame, now, typed, notes)
}

fn macro_id(text: &str) -> Result<MacroId> {
    named(text, Thing::Macro)
}

/// Who only comments changes nothing, and has no use for a page of macros.
fn may_have_macros(visit: &Visit) -> Result<()> {
    if may_change(visit.actor.role) {
        Ok(())
    } else {
        Err(Problem::NotAllowed(Denied::InternalOnly))
    }
}
