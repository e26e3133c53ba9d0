//! A ticket made by hand: `GET /tickets/new`, `POST /tickets`.

use askama::Template;
use axum::Json;
use axum::response::Response;
use desk::tickets::NewTicket;
use desk::words::priority_name;
use domain::{Client, ClientId, Priority};
use serde_json::{Value, json};

use super::change::split_tags;
use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Section};
use crate::pages::choices::colleague;
use crate::pages::draw::{mistaken, on_to, page};
use crate::pages::find_client::{find_clients, the_client};
use crate::pages::mistakes::mistakes;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::{Visit, may_change};
use crate::problem::{Problem, Result};

const PAGE: &str = "/tickets/new";

#[derive(Template)]
#[template(path = "pages/tickets/new.html")]
struct NewPage {
    frame: Frame,
    typed: Typed,
    mistakes: Mistakes,
    /// The client that was meant, by name, when the address names one.
    client: Option<String>,
    channels: Vec<Choice>,
    assignees: Vec<Choice>,
    /// Groups there are, and none; empty where the desk has none.
    groups: Vec<Choice>,
    known_tags: Vec<String>,
    people: Vec<String>,
    priorities: Vec<Choice>,
}

pub(super) async fn show(visit: Visit) -> Result<Response> {
    if !may_change(visit.actor.role) {
        return Err(Problem::NotAllowed(desk::Denied::InternalOnly));
    }
    let frame = visit.frame(Section::Tickets, "").await?;
    let typed = visit.query.clone();
    page(&form(&visit, frame, typed, Mistakes::default()).await?)
}

pub(super) async fn create(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let mut notes = Mistakes::default();
    let client_id = match typed.some("client") {
        Some(text) => the_client(&visit, "client", text, &mut notes).await?,
        None => None,
    };
    let new = NewTicket {
        subject: typed.one("subject").to_owned(),
        client_id,
        channel_id: typed.some("channel_id").and_then(|id| id.parse().ok()),
        assignee_id: typed.some("assignee_id").and_then(|id| id.parse().ok()),
        group_id: typed.some("group_id").and_then(|id| id.parse().ok()),
        priority: typed.some("priority").map(str::to_owned),
        tags: split_tags(typed.one("tags")),
        text: typed.some("text").map(str::to_owned),
    };
    if notes.is_empty() {
        match visit.desk.create_ticket(&visit.actor, new).await {
            Ok(view) => return Ok(on_to(&format!("/tickets/{}", view.ticket.number))),
            Err(refusal) => notes = mistakes(refusal, visit.words())?,
        }
    }
    let frame = visit.still(Section::Tickets, PAGE).await?;
    mistaken(&form(&visit, frame, typed, notes).await?)
}

/// `GET /tickets/clients`: clients that fit what is typed, for the field where one is named.
pub(super) async fn clients(visit: Visit) -> Result<Json<Value>> {
    let typed = visit.query.one("q");
    let found = if typed.trim().is_empty() {
        Vec::new()
    } else {
        find_clients(&visit, typed).await?
    };
    let offer = |client: &Client| {
        let phone = client.phones.first().map(|phone| phone.number.pretty());
        let company = client.company.as_deref().unwrap_or_default();
        let label = format!("{} {company}", client.name);
        let value = phone.unwrap_or_else(|| client.name.clone());
        json!({ "value": value, "label": label.trim() })
    };
    let clients: Vec<Value> = found.iter().map(offer).collect();
    Ok(Json(json!({ "clients": clients })))
}

async fn form(visit: &Visit, frame: Frame, typed: Typed, mistakes: Mistakes) -> Result<NewPage> {
    let t = frame.t;
    let client = match typed.one("client").parse::<ClientId>() {
        Ok(id) => visit
            .desk
            .client(&visit.actor, id)
            .await
            .ok()
            .map(|client| client.name),
        Err(_) => None,
    };
    let choice = |field: &str, value: String, label: String| Choice {
        chosen: typed.one(field) == value,
        value,
        label,
    };
    let channels = visit.desk.channels(&visit.actor).await?;
    let colleagues = visit.desk.colleagues(&visit.actor).await?;
    let people = colleagues.iter().map(|one| one.name.clone()).collect();
    let mut channel_choices = vec![choice(
        "channel_id",
        String::new(),
        t.msg_ticket_no_channel(),
    )];
    channel_choices.extend(
        channels
            .into_iter()
            .map(|channel| choice("channel_id", channel.id.to_string(), channel.name)),
    );
    let mut assignees = vec![choice("assignee_id", String::new(), t.msg_ticket_nobody())];
    assignees.extend(
        colleagues
            .iter()
            .map(|agent| choice("assignee_id", agent.id.to_string(), colleague(agent, t))),
    );
    let known = visit.desk.group_names(&visit.actor).await?;
    let mut groups = Vec::new();
    if !known.is_empty() {
        groups.push(choice("group_id", String::new(), t.msg_ticket_no_group()));
        let offered = known
            .into_iter()
            .map(|(id, name)| choice("group_id", id.to_string(), name));
        groups.extend(offered);
    }
    let chosen = typed
        .some("priority")
        .unwrap_or(Priority::Normal.as_str())
        .to_owned();
    let priorities = Priority::ALL.iter().map(|priority| Choice {
        value: priority.as_str().to_owned(),
        label: priority_name(*priority, frame.language),
        chosen: priority.as_str() == chosen,
    });
    Ok(NewPage {
        priorities: priorities.collect(),
        channels: channel_choices,
        groups,
        people,
        known_tags: visit.desk.known_tags(&visit.actor).await?,
        assignees,
        client,
        frame,
        typed,
        mistakes,
    })
}
