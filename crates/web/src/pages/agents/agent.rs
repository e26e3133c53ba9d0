//! `/settings/agents/{id}`: an administrator changes anybody's profile, and makes a new invitation.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use desk::Thing;
use desk::people::AgentChange;
use domain::{Agent, AgentId};

use super::super::draw::{mistaken, on_to, page};
use super::super::named::{admins_only, named};
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use super::fields::{Fields, telephony};
use super::form::{About, AgentForm, Invitation, notes, ticked};
use super::invite::shown_once;
use super::standing;
use crate::Web;
use crate::form::Mistakes;
use crate::frame::Section;
use crate::problem::Result;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/settings/agents/{id}", get(show).post(change))
        .route("/settings/agents/{id}/invitation", post(invite_again))
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Agent)?;
    let agent = visit.desk.agent(&visit.actor, id).await?;
    admins_only(&visit.actor)?;
    let kept = agent.groups.iter().map(ToString::to_string).collect();
    let about = about(&visit, &agent, kept).await?;
    let frame = visit.frame(Section::Agents, "agents").await?;
    let typed = Fields::kept(&agent);
    page(&AgentForm::of(frame, about, typed, Mistakes::default()))
}

async fn change(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id: AgentId = named(&id, Thing::Agent)?;
    let agent = visit.desk.agent(&visit.actor, id).await?;
    admins_only(&visit.actor)?;
    let changed = visit
        .desk
        .change_agent(&visit.actor, id, &read(&typed))
        .await;
    let Err(refusal) = changed else {
        return Ok(on_to("/settings/agents"));
    };
    let frame = visit
        .still(Section::Agents, &format!("/settings/agents/{id}"))
        .await?;
    let mistakes = notes(refusal, &frame)?;
    let about = about(&visit, &agent, ticked(&typed)).await?;
    let typed = Fields::kept(&agent).with(&typed);
    mistaken(&AgentForm::of(frame, about, typed, mistakes))
}

fn read(typed: &Typed) -> AgentChange {
    let text = |field: &str| typed.sent(field).map(str::to_owned);
    AgentChange {
        name: text("name"),
        language: text("language"),
        telephony: telephony(typed),
        email: text("email"),
        role: text("role"),
        groups: Some(ticked(typed)),
        // Who comes and goes is a deed of its own.
        active: None,
        open_tickets: None,
    }
}

async fn invite_again(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Agent)?;
    let link = visit.desk.invite_again(&visit.actor, id).await?;
    let agent = visit.desk.agent(&visit.actor, id).await?;
    shown_once(&visit, &agent.name, &link)
}

async fn about(visit: &Visit, agent: &Agent, ticked: Vec<String>) -> Result<About> {
    let invitation = Invitation {
        action: format!("/settings/agents/{}/invitation", agent.id),
        waiting: agent.invited,
    };
    Ok(About {
        title: agent.name.clone(),
        agent: Some(agent.id),
        groups: visit.desk.groups(&visit.actor).await?,
        numbers: visit.desk.known_numbers(&visit.actor).await?,
        ticked,
        invitation: agent.active.then_some(invitation),
        standing: Some(standing::of(visit, agent).await?),
    })
}
