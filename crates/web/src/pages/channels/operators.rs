//! `/channels/{id}/operators`: who works in the PBX's account, which agent each of them is, and whether a call reaches them.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use desk::people::{AgentChange, TelephonyForm};
use desk::phone::{Linked, Readiness};
use desk::{Refusal, Thing};
use domain::{Agent, Channel, ChannelId};

use super::super::calls::refused;
use super::super::draw::{on_to, page};
use super::super::named::{admins_only, named};
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use crate::Web;
use crate::frame::{Flash, Frame, Moment, Section};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "channels/operators.html")]
struct Operators {
    frame: Frame,
    channel: Channel,
    /// Where its forms are sent.
    path: String,
    /// How old all this is; nothing when it was never asked for.
    age: Option<Moment>,
    lines: Vec<Line>,
    numbers: Vec<desk::phone::OwnNumber>,
    /// Whom an operator can be linked with.
    free: Vec<Agent>,
}

/// An operator as they are drawn.
struct Line {
    id: String,
    name: String,
    email: Option<String>,
    extension: Option<String>,
    /// Each phone, with whether it is there: `yes`, `no`, `off`, or "" where nobody knows.
    phones: Vec<(String, &'static str)>,
    status: Option<String>,
    /// The icon, the meaning and the word of whether a call reaches them.
    readiness: (&'static str, &'static str, String),
    agents: Vec<Agent>,
    likely: Option<Agent>,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels/{id}/operators", get(show).post(change))
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let channel = visit.desk.channel(&visit.actor, id).await?;
    admins_only(&visit.actor)?;
    let frame = visit
        .frame(Section::Channels, format!("channel:{id} agents"))
        .await?;
    let known = visit.desk.directory(&visit.actor, id).await?;
    let mut free = visit.desk.agents(&visit.actor).await?;
    free.retain(|agent| agent.active && agent.telephony.operator_id.is_none());
    let linked = match &known {
        Some(known) => {
            let desk = &visit.desk;
            desk.linked_operators(&visit.actor, &channel, known).await?
        }
        None => Vec::new(),
    };
    page(&Operators {
        path: format!("/channels/{id}/operators"),
        age: known.as_ref().map(|known| frame.ago(known.fetched_at)),
        lines: linked
            .into_iter()
            .map(|one| Line::of(one, &frame))
            .collect(),
        numbers: known.map(|known| known.numbers).unwrap_or_default(),
        free,
        channel,
        frame,
    })
}

async fn change(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let channel = visit.desk.channel(&visit.actor, id).await?;
    admins_only(&visit.actor)?;
    let here = format!("/channels/{id}/operators");
    let done = match typed.some("agent") {
        Some(agent) => link(&visit, &channel, agent, &typed).await,
        None => {
            let fetched = visit.desk.fresh_directory(&visit.actor, id, true).await;
            fetched.map(drop)
        }
    };
    match done {
        Ok(()) => Ok(on_to(&here)),
        Err(refusal) => {
            let said = refused(refusal, visit.words())?;
            Ok(visit.on_to_saying(&here, &Flash::said(said)))
        }
    }
}

/// This agent is this operator from now on.
async fn link(
    visit: &Visit,
    channel: &Channel,
    agent: &str,
    typed: &Typed,
) -> std::result::Result<(), Refusal> {
    let id = agent.parse();
    let id = id.map_err(|_| Refusal::NotFound(Thing::Agent))?;
    let change = AgentChange {
        telephony: TelephonyForm {
            provider: Some(channel.provider.as_str().to_owned()),
            operator_id: Some(typed.one("operator").to_owned()),
            virtual_number: typed.some("virtual_number").map(str::to_owned),
        },
        ..AgentChange::default()
    };
    let changed = visit.desk.change_agent(&visit.actor, id, &change).await;
    changed.map(drop)
}

impl Line {
    fn of(one: Linked, frame: &Frame) -> Self {
        let t = frame.t;
        let readiness = match one.operator.readiness() {
            Readiness::Ready => ("circle-check", "talk", t.msg_operators_ready()),
            Readiness::NoPhone => ("circle-x", "miss", t.msg_operators_no_phone()),
            Readiness::NotRegistered => ("circle-alert", "miss", t.msg_operators_not_registered()),
            Readiness::Away => ("circle-dot", "wait", t.msg_operators_away()),
        };
        let phones = one.operator.phones.into_iter().map(|phone| {
            let there = match (phone.is_active, phone.is_registered) {
                (false, _) => "off",
                (true, Some(true)) => "yes",
                (true, Some(false)) => "no",
                (true, None) => "",
            };
            (phone.number, there)
        });
        Self {
            id: one.operator.id.to_string(),
            name: one.operator.name,
            email: one.operator.email,
            extension: one.operator.extension,
            phones: phones.collect(),
            status: one.operator.status,
            readiness,
            agents: one.agents,
            likely: one.likely,
        }
    }
}
