//! `/settings/security`: which roles must have a second factor; for administrators.

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use desk::{Denied, Refusal};
use domain::Role;

use super::super::choices::choice;
use super::super::draw::{on_to, page_as};
use super::super::named::admins_only;
use super::super::typed::Sent;
use super::super::visit::Visit;
use crate::Web;
use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Section, role_name};
use crate::problem::{self, Problem, Result};

const HERE: &str = "/settings/security";

#[derive(Template)]
#[template(path = "settings/security.html")]
struct Security {
    frame: Frame,
    roles: Vec<Choice>,
    done: bool,
    mistakes: Mistakes,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route(HERE, get(show).post(change))
}

async fn show(visit: Visit) -> Result<Response> {
    let required = visit.desk.second_factor_roles(&visit.actor).await?;
    draw(&visit, &required, Mistakes::default()).await
}

async fn change(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    admins_only(&visit.actor)?;
    let wanted: Vec<Role> = typed
        .all("roles")
        .filter_map(|role| role.parse().ok())
        .collect();
    match visit
        .desk
        .require_second_factor(&visit.actor, &wanted)
        .await
    {
        Ok(()) => Ok(on_to("/settings/security?saved")),
        Err(refusal @ Refusal::NotAllowed(Denied::OwnFactorFirst)) => {
            let mut mistakes = Mistakes::default();
            mistakes.note("", problem::detail(&Problem::from(refusal), visit.words()));
            draw(&visit, &wanted, mistakes).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn draw(visit: &Visit, required: &[Role], mistakes: Mistakes) -> Result<Response> {
    let (status, frame) = match mistakes.is_empty() {
        true => (StatusCode::OK, visit.frame(Section::Agents, "").await?),
        false => (
            StatusCode::UNPROCESSABLE_ENTITY,
            visit.still(Section::Agents, HERE).await?,
        ),
    };
    let named = |role: Role| {
        choice(
            role.as_str(),
            role_name(frame.t, role),
            required.contains(&role),
        )
    };
    let page = Security {
        roles: Role::ALL.into_iter().map(named).collect(),
        done: visit.query.ticked("saved"),
        mistakes,
        frame,
    };
    page_as(status, &page)
}
