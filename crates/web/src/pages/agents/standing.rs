//! Whether somebody works here and how they sign in: let go with their tickets, taken back, signed out, given a new second factor.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use desk::people::{AgentChange, Handover, Member};
use desk::{Refusal, Thing};
use domain::{Agent, AgentId, At};

use super::super::choices::choice;
use super::super::draw::on_to;
use super::super::named::named;
use super::super::settings::called;
use super::super::typed::Sent;
use super::super::visit::Visit;
use crate::Web;
use crate::form::Choice;
use crate::problem::{Problem, Result};

/// What stands beside the form of somebody known.
pub(super) struct Standing {
    pub(super) path: String,
    pub(super) member: Member,
    /// Whether this is the administrator who looks.
    pub(super) own: bool,
    /// What they still have to do.
    pub(super) open_tickets: usize,
    /// Who could take it over.
    pub(super) heirs: Vec<Choice>,
    pub(super) sessions: Vec<SignedIn>,
}

/// A browser somebody is signed in with.
pub(super) struct SignedIn {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) address: Option<String>,
    pub(super) seen: At,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/settings/agents/{id}/departure", post(depart))
        .route("/settings/agents/{id}/return", post(take_back))
        .route("/settings/agents/{id}/sessions/end", post(end_all))
        .route("/settings/agents/{id}/sessions/{session}/end", post(end))
        .route("/settings/agents/{id}/second_factor/removal", post(reset))
}

/// How somebody stands.
pub(super) async fn of(visit: &Visit, agent: &Agent) -> Result<Standing> {
    let (desk, actor) = (&visit.desk, &visit.actor);
    let colleagues = desk.colleagues(actor).await?.into_iter();
    let heirs = colleagues.filter(|one| one.id != agent.id);
    let sessions = desk.sessions_of(actor, agent.id).await?.into_iter();
    let t = visit.words();
    Ok(Standing {
        path: path(agent.id),
        member: desk.member(actor, agent.id).await?,
        own: agent.id == actor.agent,
        open_tickets: desk.open_tickets_of(actor, agent.id).await?,
        heirs: heirs
            .map(|one| choice(one.id.to_string(), one.name, false))
            .collect(),
        sessions: sessions
            .map(|session| SignedIn {
                id: session.id.to_string(),
                name: called(&session.browser, t),
                address: session.address,
                seen: session.last_seen_at,
            })
            .collect(),
    })
}

/// Lets somebody go; in the same step their open tickets stay theirs, are nobody's, or somebody else's.
async fn depart(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id: AgentId = named(&id, Thing::Agent)?;
    let open_tickets = match typed.one("open_tickets") {
        "nobody" => Some(Handover::ToNobody),
        "heir" => Some(Handover::To(named(typed.one("heir"), Thing::Agent)?)),
        _ => None,
    };
    let change = AgentChange {
        active: Some(false),
        open_tickets,
        ..AgentChange::default()
    };
    visit.desk.change_agent(&visit.actor, id, &change).await?;
    Ok(on_to(&path(id)))
}

async fn take_back(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Agent)?;
    let change = AgentChange {
        active: Some(true),
        ..AgentChange::default()
    };
    visit.desk.change_agent(&visit.actor, id, &change).await?;
    Ok(on_to(&path(id)))
}

async fn end_all(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Agent)?;
    visit.desk.end_sessions_of(&visit.actor, id, None).await?;
    Ok(on_to(&path(id)))
}

async fn end(visit: Visit, Path((id, session)): Path<(String, String)>) -> Result<Response> {
    let id = named(&id, Thing::Agent)?;
    let one = Some(named(&session, Thing::Session)?);
    visit.desk.end_sessions_of(&visit.actor, id, one).await?;
    Ok(on_to(&path(id)))
}

/// Once more is as good as once: whoever pressed twice has what they wanted.
async fn reset(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Agent)?;
    match visit.desk.reset_second_factor(&visit.actor, id).await {
        Ok(()) | Err(Refusal::NotFound(Thing::SecondFactor)) => Ok(on_to(&path(id))),
        Err(refusal) => Err(Problem::from(refusal)),
    }
}

fn path(id: AgentId) -> String {
    format!("/settings/agents/{id}")
}
