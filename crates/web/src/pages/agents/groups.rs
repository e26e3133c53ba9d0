//! `/settings/groups`: agents who are let into channels together.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use desk::people::{GroupChange, NewGroup};
use desk::{Refusal, Thing};
use domain::GroupId;

use super::super::draw::{on_to, page_as};
use super::super::mistakes::mistakes;
use super::super::named::{named, supervisors_only};
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use super::group::GroupForm;
use crate::Web;
use crate::form::Mistakes;
use crate::frame::{Frame, Section};
use crate::problem::Result;

const HERE: &str = "/settings/groups";

#[derive(Template)]
#[template(path = "agents/groups.html")]
struct Groups {
    frame: Frame,
    admin: bool,
    agents: usize,
    groups: Vec<GroupForm>,
    fresh: GroupForm,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(HERE, get(show).post(create))
        .route("/settings/groups/{id}", post(change))
        .route("/settings/groups/{id}/deletion", post(remove))
}

async fn show(visit: Visit) -> Result<Response> {
    supervisors_only(&visit.actor)?;
    let frame = visit.frame(Section::Agents, "agents").await?;
    let groups = all(&visit, frame).await?;
    page_as(StatusCode::OK, &groups)
}

async fn create(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let new = NewGroup {
        name: typed.one("name").to_owned(),
        members: members(&typed),
    };
    match visit.desk.create_group(&visit.actor, &new).await {
        Ok(_) => Ok(on_to(HERE)),
        Err(refusal) => refused(&visit, None, &typed, refusal).await,
    }
}

async fn change(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id = named(&id, Thing::Group)?;
    let change = GroupChange {
        name: typed.sent("name").map(str::to_owned),
        members: Some(members(&typed)),
    };
    match visit.desk.change_group(&visit.actor, id, &change).await {
        Ok(_) => Ok(on_to(HERE)),
        Err(refusal) => refused(&visit, Some(id), &typed, refusal).await,
    }
}

async fn remove(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Group)?;
    visit.desk.delete_group(&visit.actor, id).await?;
    Ok(on_to(HERE))
}

fn members(typed: &Typed) -> Vec<String> {
    typed.all("members").map(str::to_owned).collect()
}

/// The page with the form that was not taken, folded out.
async fn refused(
    visit: &Visit,
    id: Option<GroupId>,
    typed: &Typed,
    refusal: Refusal,
) -> Result<Response> {
    let wrong: Mistakes = mistakes(refusal, visit.words())?;
    let frame = visit.still(Section::Agents, HERE).await?;
    let mut page = all(visit, frame).await?;
    let noted = |form: GroupForm| match form.id == id {
        true => form.with(typed, wrong.clone()),
        false => form,
    };
    page.groups = page.groups.into_iter().map(noted).collect();
    page.fresh = noted(page.fresh);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn all(visit: &Visit, frame: Frame) -> Result<Groups> {
    let agents = visit.desk.agents(&visit.actor).await?;
    let groups = visit.desk.groups(&visit.actor).await?;
    Ok(Groups {
        frame,
        admin: visit.actor.is_admin(),
        groups: groups
            .iter()
            .map(|group| GroupForm::of(group, &agents))
            .collect(),
        fresh: GroupForm::fresh(&agents),
        agents: agents.len(),
    })
}
