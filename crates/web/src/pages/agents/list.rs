//! `/settings/agents`: everybody, with what they are in the desk and for the PBX, narrowed by the address.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use desk::people::Member;
use domain::presence::Presence;
use domain::{Group, Role};

use super::super::choices::choice;
use super::super::draw::page;
use super::super::named::supervisors_only;
use super::super::typed::Typed;
use super::super::visit::Visit;
use super::invite;
use crate::Web;
use crate::form::Choice;
use crate::frame::{self, Frame, Section, role_name};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "agents/list.html")]
struct List {
    frame: Frame,
    admin: bool,
    query: Typed,
    narrowed: bool,
    roles: Vec<Choice>,
    in_groups: Vec<Choice>,
    states: Vec<Choice>,
    rows: Vec<Row>,
    total: usize,
    groups: usize,
}

struct Row {
    member: Member,
    groups: String,
    sign: frame::Presence,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/settings/agents", get(show).post(invite::invite))
}

async fn show(visit: Visit) -> Result<Response> {
    supervisors_only(&visit.actor)?;
    let query = visit.query.clone();
    let groups = visit.desk.groups(&visit.actor).await?;
    let staff = visit.desk.staff(&visit.actor).await?;
    let frame = visit.frame(Section::Agents, "agents presence").await?;
    let total = staff.len();
    let shown = staff.into_iter().filter(|member| is_wanted(member, &query));
    let row = |member: Member| Row {
        groups: names(&member, &groups),
        sign: member.presence.into(),
        member,
    };
    page(&List {
        admin: visit.actor.is_admin(),
        rows: shown.map(row).collect(),
        roles: roles(&query, &frame),
        in_groups: in_groups(&query, &groups, &frame),
        states: states(&query, &frame),
        narrowed: ["q", "role", "group", "state"]
            .iter()
            .any(|field| query.some(field).is_some()),
        total,
        groups: groups.len(),
        query,
        frame,
    })
}

fn is_wanted(member: &Member, query: &Typed) -> bool {
    let agent = &member.agent;
    let text = query.one("q").trim().to_lowercase();
    let found = agent.name.to_lowercase().contains(&text) || agent.email.as_str().contains(&text);
    let role = query
        .some("role")
        .is_none_or(|role| agent.role.as_str() == role);
    let in_group = query
        .some("group")
        .is_none_or(|group| agent.groups.iter().any(|id| id.to_string() == group));
    let state = match query.some("state") {
        Some("here") => member.presence != Presence::Away,
        Some("active") => agent.active && !agent.invited,
        Some("invited") => agent.active && agent.invited,
        Some("off") => !agent.active,
        Some("no_factor") => agent.active && !member.second_factor,
        Some(_) | None => true,
    };
    found && role && in_group && state
}

fn roles(query: &Typed, frame: &Frame) -> Vec<Choice> {
    let any = choice(
        "",
        frame.t.msg_staff_any_role(),
        query.some("role").is_none(),
    );
    let all = Role::ALL.into_iter().map(|role| {
        let chosen = query.one("role") == role.as_str();
        choice(role.as_str(), role_name(frame.t, role), chosen)
    });
    std::iter::once(any).chain(all).collect()
}

fn in_groups(query: &Typed, groups: &[Group], frame: &Frame) -> Vec<Choice> {
    let any = choice(
        "",
        frame.t.msg_staff_any_group(),
        query.some("group").is_none(),
    );
    let all = groups.iter().map(|group| {
        let id = group.id.to_string();
        let chosen = query.one("group") == id;
        choice(id, group.name.as_str(), chosen)
    });
    std::iter::once(any).chain(all).collect()
}

fn states(query: &Typed, frame: &Frame) -> Vec<Choice> {
    let t = frame.t;
    let all = [
        ("", t.msg_staff_any_state()),
        ("here", t.msg_staff_here()),
        ("active", t.msg_agents_state_active()),
        ("invited", t.msg_agents_state_invited()),
        ("off", t.msg_agents_state_off()),
        ("no_factor", t.msg_staff_no_factor()),
    ];
    let chosen = query.one("state");
    all.into_iter()
        .map(|(value, label)| choice(value, label, value == chosen))
        .collect()
}

fn names(member: &Member, groups: &[Group]) -> String {
    let own = groups
        .iter()
        .filter(|group| member.agent.groups.contains(&group.id));
    own.map(|group| group.name.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}
