//! A channel as supervisors see it: how it is set up, without anything that opens it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{Channel, ChannelId};

use super::super::policy;
use crate::frame::{Frame, Section};
use crate::pages::draw::page_as;
use crate::pages::named::supervisors_only;
use crate::pages::visit::Visit;
use crate::problem::Result;

#[derive(Template)]
#[template(path = "channels/reader.html")]
struct Reader {
    frame: Frame,
    channel: Channel,
    policy: [String; 2],
    people: Vec<String>,
}

/// The page of a supervisor: how the channel is set up, without anything that opens it.
pub(super) async fn read(visit: &Visit, id: ChannelId) -> Result<Response> {
    let channel = visit.desk.channel(&visit.actor, id).await?;
    supervisors_only(&visit.actor)?;
    let access = visit.desk.access(&visit.actor, id).await?;
    let groups = visit.desk.groups(&visit.actor).await?;
    let agents = visit.desk.agents(&visit.actor).await?;
    let groups = groups
        .into_iter()
        .filter(|group| access.groups.contains(&group.id));
    let agents = agents
        .into_iter()
        .filter(|agent| access.agents.contains(&agent.id));
    let frame = visit
        .frame(Section::Channels, format!("channel:{id} agents"))
        .await?;
    let reader = Reader {
        policy: policy::told(&channel.policy, frame.t),
        people: groups
            .map(|group| group.name)
            .chain(agents.map(|agent| agent.name))
            .collect(),
        channel,
        frame,
    };
    page_as(StatusCode::OK, &reader)
}
