//! Comments: `POST /tickets/{number}/comments`, and one's own rewritten, taken back, put back.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::{Refusal, Thing};
use domain::{At, EntryId};

use super::show::{again, by_number};
use super::ticket::Form;
use super::view::Wanted;
use crate::form::Mistakes;
use crate::frame::Flash;
use crate::pages::draw::on_to;
use crate::pages::mistakes::mistakes;
use crate::pages::named::named;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn write(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let view = by_number(&visit, &number).await?;
    let path = here(&visit, view.ticket.number);
    let macros: Vec<_> = typed
        .all("macro")
        .filter_map(|id| id.parse().ok())
        .collect();
    let (id, text) = (view.ticket.id, typed.one("text"));
    match visit.desk.answer(&visit.actor, id, text, &macros).await {
        Ok(_) => Ok(on_to(&path)),
        Err(refusal) => {
            let mistakes = mistakes(refusal, visit.words())?;
            let form = Form {
                typed,
                mistakes,
                conflict: None,
            };
            again(&visit, view, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// A comment's new text; when it was changed in another tab meanwhile, what was typed stays.
pub(super) async fn edit(
    visit: Visit,
    Path((number, id)): Path<(String, String)>,
    Sent(typed): Sent,
) -> Result<Response> {
    let entry: EntryId = named(&id, Thing::Comment)?;
    let was = typed.sent("edited").map(edited);
    let text = typed.one("text");
    let done = visit.desk.edit_comment(&visit.actor, entry, text, was);
    let (notes, status) = match done.await {
        Ok(_) => {
            let view = by_number(&visit, &number).await?;
            return Ok(on_to(&here(&visit, view.ticket.number)));
        }
        Err(Refusal::Changed) => {
            let mut notes = Mistakes::default();
            notes.note("text", visit.words().msg_comment_conflict());
            (notes, StatusCode::CONFLICT)
        }
        Err(refusal) => (
            mistakes(refusal, visit.words())?,
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
    };
    let view = by_number(&visit, &number).await?;
    let mut mistakes = Mistakes::default();
    mistakes.note(&format!("text-{entry}"), notes.of("text"));
    let form = Form {
        typed: retyped(&entry, &typed),
        mistakes,
        conflict: None,
    };
    again(&visit, view, form, status).await
}

pub(super) async fn delete(
    visit: Visit,
    Path((number, id)): Path<(String, String)>,
) -> Result<Response> {
    let entry: EntryId = named(&id, Thing::Comment)?;
    visit.desk.delete_comment(&visit.actor, entry).await?;
    let view = by_number(&visit, &number).await?;
    let number = view.ticket.number;
    let undo = format!("/tickets/{number}/comments/{entry}/restoration");
    let flash = Flash::said(visit.words().msg_comment_deleted()).undo(&undo, []);
    Ok(visit.on_to_saying(&here(&visit, number), &flash))
}

pub(super) async fn restore(
    visit: Visit,
    Path((number, id)): Path<(String, String)>,
) -> Result<Response> {
    let entry: EntryId = named(&id, Thing::Comment)?;
    visit.desk.restore_comment(&visit.actor, entry).await?;
    let view = by_number(&visit, &number).await?;
    let flash = Flash::said(visit.words().msg_comment_restored());
    Ok(visit.on_to_saying(&here(&visit, view.ticket.number), &flash))
}

fn here(visit: &Visit, number: i64) -> String {
    format!("/tickets/{number}{}", Wanted::of(&visit.query).suffix())
}

/// When the comment was last changed, as its form was shown; "" when never.
fn edited(text: &str) -> Option<At> {
    let micros = text.parse().ok()?;
    At::from_microsecond(micros).ok()
}

/// What was typed, under the name of the comment's own field: the composer's stays as it is.
fn retyped(entry: &EntryId, typed: &Typed) -> Typed {
    Typed::of([(format!("text-{entry}"), typed.one("text").to_owned())])
}
