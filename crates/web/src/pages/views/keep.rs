//! A list kept under a name: `GET /views/new`, `POST /views`; a kept view brought up to the list as it is shown.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use desk::Thing;
use desk::views::{NewView, ViewChange};
use domain::{Order, ViewId};

use crate::form::Mistakes;
use crate::frame::{Flash, Frame, Section};
use crate::pages::draw::{mistaken, page};
use crate::pages::mistakes::mistakes;
use crate::pages::named::named;
use crate::pages::tickets::{Chip, Names, Wanted, chips, fields};
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::{Visit, may_share};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "pages/views/new.html")]
struct NewPage {
    frame: Frame,
    typed: Typed,
    mistakes: Mistakes,
    /// What the list is narrowed to.
    chips: Vec<Chip>,
    /// The same as fields.
    fields: Vec<(&'static str, String)>,
    /// Whether the visitor may share it.
    may_share: bool,
}

/// `GET /views/new?…`
pub(super) async fn show(visit: Visit) -> Result<Response> {
    let frame = visit.frame(Section::Tickets, "").await?;
    let typed = visit.query.clone();
    page(&form(&visit, frame, typed, Mistakes::default()).await?)
}

/// `POST /views`
pub(super) async fn create(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let new = NewView {
        name: typed.one("name").to_owned(),
        shared: typed.ticked("shared"),
        narrowing: fields::read(&typed),
        order: order(&typed).unwrap_or_default(),
    };
    match visit.desk.create_view(&visit.actor, new).await {
        Ok(view) => {
            let said = visit.words().msg_views_kept(view.name.as_str());
            let path = format!("/tickets{}", Wanted::kept(view.id).suffix());
            Ok(visit.on_to_saying(&path, &Flash::said(&said)))
        }
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            let frame = visit.still(Section::Tickets, "/views").await?;
            mistaken(&form(&visit, frame, typed, notes).await?)
        }
    }
}

/// `POST /views/{id}/narrowing`
pub(super) async fn rewrite(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id: ViewId = named(&id, Thing::View)?;
    let change = ViewChange {
        narrowing: Some(fields::read(&typed)),
        order: order(&typed),
        ..ViewChange::default()
    };
    let version = typed.some("version").and_then(|text| text.parse().ok());
    let view = visit
        .desk
        .change_view(&visit.actor, id, change, version)
        .await?;
    let said = visit.words().msg_views_rewritten(view.name.as_str());
    let path = format!("/tickets{}", Wanted::kept(view.id).suffix());
    Ok(visit.on_to_saying(&path, &Flash::said(&said)))
}

fn order(typed: &Typed) -> Option<Order> {
    typed.some("sort").and_then(|text| text.parse().ok())
}

async fn form(visit: &Visit, frame: Frame, typed: Typed, mistakes: Mistakes) -> Result<NewPage> {
    let wanted = Wanted::everything(fields::read(&typed), order(&typed));
    let names = Names::of(visit).await?;
    Ok(NewPage {
        chips: chips(visit, &frame, &wanted, None, &names).await?,
        fields: wanted.pairs(),
        may_share: may_share(visit.actor.role),
        frame,
        typed,
        mistakes,
    })
}
