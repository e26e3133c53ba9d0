//! `/settings/agents`: everybody, with what they are in the desk and for the PBX.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use domain::{Agent, Group};

use super::super::draw::page;
use super::super::named::supervisors_only;
use super::super::visit::Visit;
use super::invite;
use crate::Web;
use crate::frame::{Frame, Section};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "agents/list.html")]
struct List {
    frame: Frame,
    admin: bool,
    rows: Vec<Row>,
    groups: usize,
}

struct Row {
    agent: Agent,
    groups: String,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/settings/agents", get(show).post(invite::invite))
}

async fn show(visit: Visit) -> Result<Response> {
    supervisors_only(&visit.actor)?;
    let groups = visit.desk.groups(&visit.actor).await?;
    let agents = visit.desk.agents(&visit.actor).await?;
    let row = |agent: Agent| Row {
        groups: names(&agent, &groups),
        agent,
    };
    page(&List {
        frame: visit.frame(Section::Agents, "agents").await?,
        admin: visit.actor.is_admin(),
        rows: agents.into_iter().map(row).collect(),
        groups: groups.len(),
    })
}

fn names(agent: &Agent, groups: &[Group]) -> String {
    let own = groups
        .iter()
        .filter(|group| agent.groups.contains(&group.id));
    own.map(|group| group.name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}
