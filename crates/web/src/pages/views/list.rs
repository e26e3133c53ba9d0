//! One's views and those that are shared: `GET /views`; each is renamed, shared, moved, thrown away and brought back.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::views::{Step, ViewChange, may_change_view};
use desk::{Refusal, Thing};
use domain::{View, ViewId};

use crate::form::Mistakes;
use crate::frame::{Flash, Frame, Section};
use crate::pages::draw::{on_to, page, page_as};
use crate::pages::mistakes::mistakes;
use crate::pages::named::named;
use crate::pages::tickets::{Chip, Names, Wanted, chips};
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::{Visit, may_share};
use crate::problem::Result;

const PAGE: &str = "/views";

#[derive(Template)]
#[template(path = "pages/views/list.html")]
struct ViewsPage {
    frame: Frame,
    own: Vec<Line>,
    others: Vec<Line>,
    may_share: bool,
}

/// A view as it stands on the page.
struct Line {
    view: View,
    path: String,
    chips: Vec<Chip>,
    may_change: bool,
    is_own: bool,
    /// The name in the field: what was typed, when it was not taken.
    name: String,
    mistake: String,
}

/// What was typed of one view and not taken.
struct Refused {
    id: ViewId,
    name: String,
    mistakes: Mistakes,
}

/// `GET /views`
pub(super) async fn show(visit: Visit) -> Result<Response> {
    let frame = visit.frame(Section::Tickets, "").await?;
    page(&drawn(&visit, frame, None).await?)
}

/// `POST /views/{id}`
pub(super) async fn change(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id: ViewId = named(&id, Thing::View)?;
    let t = visit.words();
    let version = typed.some("version").and_then(|text| text.parse().ok());
    let done = visit
        .desk
        .change_view(&visit.actor, id, read(&visit, &typed), version)
        .await;
    let (status, notes) = match done {
        Ok(view) => {
            let said = t.msg_views_changed(view.name.as_str());
            return Ok(visit.on_to_saying(PAGE, &Flash::said(&said)));
        }
        Err(Refusal::Changed) => {
            let now = visit.desk.view(&visit.actor, id).await?;
            let mut notes = Mistakes::default();
            notes.note("name", t.msg_views_conflict(now.name.as_str()));
            (StatusCode::CONFLICT, notes)
        }
        Err(refusal) => (StatusCode::UNPROCESSABLE_ENTITY, mistakes(refusal, t)?),
    };
    let refused = Refused {
        id,
        name: typed.one("name").to_owned(),
        mistakes: notes,
    };
    let frame = visit.still(Section::Tickets, PAGE).await?;
    page_as(status, &drawn(&visit, frame, Some(refused)).await?)
}

fn read(visit: &Visit, typed: &Typed) -> ViewChange {
    ViewChange {
        name: typed.sent("name").map(str::to_owned),
        shared: may_share(visit.actor.role).then(|| typed.ticked("shared")),
        ..ViewChange::default()
    }
}

/// `POST /views/{id}/place`
pub(super) async fn step(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let step = if typed.one("step") == "up" {
        Step::Up
    } else {
        Step::Down
    };
    let id = named(&id, Thing::View)?;
    visit.desk.move_view(&visit.actor, id, step).await?;
    Ok(on_to(PAGE))
}

/// `POST /views/{id}/delete`
pub(super) async fn delete(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::View)?;
    let view = visit.desk.delete_view(&visit.actor, id).await?;
    let said = visit.words().msg_views_deleted(view.name.as_str());
    let back = format!("/views/{id}/restore");
    Ok(visit.on_to_saying(PAGE, &Flash::said(&said).undo(&back, [])))
}

/// `POST /views/{id}/restore`
pub(super) async fn restore(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::View)?;
    let view = visit.desk.restore_view(&visit.actor, id).await?;
    let said = visit.words().msg_views_restored(view.name.as_str());
    Ok(visit.on_to_saying(PAGE, &Flash::said(&said)))
}

async fn drawn(visit: &Visit, frame: Frame, refused: Option<Refused>) -> Result<ViewsPage> {
    let names = Names::of(visit).await?;
    let mut own = Vec::new();
    let mut others = Vec::new();
    for view in visit.desk.views(&visit.actor).await? {
        let wanted = Wanted::everything(view.narrowing.clone(), None);
        let refused = refused.as_ref().filter(|refused| refused.id == view.id);
        let line = Line {
            path: format!("/tickets{}", Wanted::kept(view.id).suffix()),
            chips: chips(visit, &frame, &wanted, None, &names).await?,
            may_change: may_change_view(&visit.actor, &view),
            is_own: view.owner == visit.actor.agent,
            name: refused.map_or_else(|| view.name.clone(), |refused| refused.name.clone()),
            mistake: refused
                .map(|refused| refused.mistakes.of("name").to_owned())
                .unwrap_or_default(),
            view,
        };
        if line.is_own {
            own.push(line);
        } else {
            others.push(line);
        }
    }
    Ok(ViewsPage {
        frame,
        own,
        others,
        may_share: may_share(visit.actor.role),
    })
}
