//! `/channels/{id}`: settings at the left, the connection doctor at the right.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use desk::Thing;
use domain::{Agent, Channel, ChannelId};
use store::Slice;

use super::super::draw::page_as;
use super::super::named::{named, supervisors_only};
use super::super::typed::Typed;
use super::super::visit::Visit;
use super::doctor::{Doctor, Signs};
use super::row::Row;
use super::settings;
use super::setup::{Kept, Setup};
use crate::Web;
use crate::form::Mistakes;
use crate::frame::{Frame, Section};
use crate::problem::Result;

/// So many of the latest requests the doctor looks at.
const LOOKED_AT: i64 = 50;
/// So many of them are listed.
const LISTED: usize = 8;

#[derive(Template)]
#[template(path = "channels/channel.html")]
struct Page {
    frame: Frame,
    channel: Channel,
    setup: Setup,
    doctor: Doctor,
    requests: Vec<Row>,
}

#[derive(Template)]
#[template(path = "channels/reader.html")]
struct Reader {
    frame: Frame,
    channel: Channel,
    policy: [String; 2],
    people: Vec<String>,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels/{id}", get(show).post(settings::change))
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    if visit.actor.is_admin() {
        let nothing = (Typed::default(), Mistakes::default());
        return draw(&visit, id, StatusCode::OK, nothing).await;
    }
    read(&visit, id).await
}

/// The page of an administrator, with what was typed and what is wrong with it.
pub(super) async fn draw(
    visit: &Visit,
    id: ChannelId,
    status: StatusCode,
    (typed, mistakes): (Typed, Mistakes),
) -> Result<Response> {
    let frame = match mistakes.is_empty() {
        true => {
            visit
                .frame(Section::Channels, format!("channel:{id} agents"))
                .await?
        }
        false => {
            visit
                .still(Section::Channels, &format!("/channels/{id}"))
                .await?
        }
    };
    let (desk, actor) = (&visit.desk, &visit.actor);
    let kept = kept(visit, id).await?;
    let bodies = match kept.tokens.is_empty() {
        true => Vec::new(),
        false => desk.bodies(actor, id, None).await?,
    };
    let tallies = desk.tally(actor, id).await?;
    let latest = desk
        .notifications(actor, id, None, Slice::first(LOOKED_AT))
        .await?;
    let people = working(&kept);
    let signs = Signs {
        channel: &kept.channel,
        tallies: &tallies,
        bodies: &bodies,
        latest: &latest.items,
        people: &people,
        address: desk.options().hook_url(),
    };
    let doctor = Doctor::look(signs, &frame);
    let mut setup = Setup::over(&kept, &typed, mistakes, frame.t);
    setup.tokens_open = visit.query.ticked("tokens");
    let requests = latest.items.iter().take(LISTED);
    let page = Page {
        requests: requests.map(|one| Row::of(one, &frame)).collect(),
        channel: kept.channel,
        setup,
        doctor,
        frame,
    };
    page_as(status, &page)
}

async fn kept(visit: &Visit, id: ChannelId) -> Result<Kept> {
    let (desk, actor) = (&visit.desk, &visit.actor);
    Ok(Kept {
        channel: desk.channel(actor, id).await?,
        tokens: desk.tokens(actor, id).await?,
        access: desk.access(actor, id).await?,
        agents: desk.agents(actor).await?,
        groups: desk.groups(actor).await?,
    })
}

/// Who works in the channel: by their role, by themselves or by a group.
fn working(kept: &Kept) -> Vec<&Agent> {
    let lets_in = |agent: &&Agent| {
        agent.role.reaches_all_channels()
            || kept.access.agents.contains(&agent.id)
            || agent
                .groups
                .iter()
                .any(|id| kept.access.groups.contains(id))
    };
    let active = kept.agents.iter().filter(|agent| agent.active);
    active.filter(lets_in).collect()
}

/// The page of a supervisor: how the channel is set up, without anything that opens it.
async fn read(visit: &Visit, id: ChannelId) -> Result<Response> {
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
        policy: super::policy::told(channel.policy, frame.t),
        people: groups
            .map(|group| group.name)
            .chain(agents.map(|agent| agent.name))
            .collect(),
        channel,
        frame,
    };
    page_as(StatusCode::OK, &reader)
}
