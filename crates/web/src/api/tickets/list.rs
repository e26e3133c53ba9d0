//! `GET /tickets`.

use std::str::FromStr;

use axum::Json;
use axum::extract::State;
use desk::{Desk, Why};
use domain::view::BuiltIn;
use domain::{Actor, AgentId, Order, Priority, Status, ViewId};
use serde::Deserialize;
use store::Slice;
use store::tickets::TicketFilter;
use utoipa::IntoParams;

use crate::api::paging::{self, Items};
use crate::api::shape::{Ticket, shape_ticket};
use crate::api::{Asked, form};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// One status or several, parted by commas. When absent, all but `deleted`, `spam` and `merged`.
    #[param(example = "new,open")]
    status: Option<String>,
    /// An agent's id, `me` or `none`.
    assignee_id: Option<String>,
    /// A group's id, or `none`.
    group_id: Option<String>,
    /// A client's id.
    client_id: Option<String>,
    /// A channel's id.
    channel_id: Option<String>,
    /// Labels that a ticket has, all of them, parted by commas.
    tag: Option<String>,
    /// One priority or several, parted by commas.
    #[param(example = "high,urgent")]
    priority: Option<String>,
    /// A view to begin with: `all`, `mine`, `free`, `waiting`, `solved`, `missed`, or the id of one that is kept. The other
    /// fields narrow it further; a field that the view has too stands in its place.
    #[param(example = "missed")]
    view: Option<String>,
    /// `newest` (the latest changed), `waiting` (who has waited longest to be called back, then what was left longest) or
    /// `priority` first. When absent, as the view has it.
    sort: Option<String>,
    /// Words that stand in the subject, the number or the tags.
    q: Option<String>,
    /// Made at this moment or later.
    created_from: Option<String>,
    /// Made before this moment.
    created_to: Option<String>,
    /// How many tickets a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

impl Wanted {
    async fn read(self, desk: &Desk, actor: &Actor) -> Result<(TicketFilter, Slice)> {
        let mut faults = Faults::default();
        let mut filter = self.of_view(desk, actor, &mut faults).await?;
        if self.status.is_some() {
            filter.statuses = several(&mut faults, "status", self.status.as_deref(), || {
                Why::NotOneOf(Status::ALL.iter().map(|status| status.as_str()).collect())
            });
        }
        let assignee = assignee(&mut faults, self.assignee_id.as_deref(), actor);
        filter.assignee = assignee.or(filter.assignee);
        let group = match self.group_id.as_deref() {
            Some("none") => Some(None),
            other => form::id(&mut faults, "group_id", other).map(Some),
        };
        filter.group = group.or(filter.group);
        let client = form::id(&mut faults, "client_id", self.client_id.as_deref());
        filter.client = client.or(filter.client);
        let channel = form::id(&mut faults, "channel_id", self.channel_id.as_deref());
        filter.channel = channel.or(filter.channel);
        if let Some(tags) = &self.tag {
            let tags = tags.split(',').map(str::trim).filter(|tag| !tag.is_empty());
            filter.tags = tags.map(str::to_owned).collect();
        }
        if self.priority.is_some() {
            filter.priorities = several(&mut faults, "priority", self.priority.as_deref(), || {
                Why::NotOneOf(Priority::ALL.iter().map(|one| one.as_str()).collect())
            });
        }
        let order = form::maybe(&mut faults, "sort", self.sort.as_deref(), || {
            Why::NotOneOf(Order::ALL.iter().map(|order| order.as_str()).collect())
        });
        filter.order = order.unwrap_or(filter.order);
        filter.text = self.q.or(filter.text);
        let from = form::moment(&mut faults, "created_from", self.created_from.as_deref());
        filter.created_from = from.or(filter.created_from);
        let to = form::moment(&mut faults, "created_to", self.created_to.as_deref());
        filter.created_to = to.or(filter.created_to);
        let slice = paging::slice(&mut faults, self.limit.as_deref(), self.cursor.as_deref());
        faults.check()?;
        Ok((filter, slice))
    }

    /// What the view holds, before it is narrowed further.
    async fn of_view(
        &self,
        desk: &Desk,
        actor: &Actor,
        faults: &mut Faults,
    ) -> Result<TicketFilter> {
        let Some(name) = self.view.as_deref() else {
            return Ok(TicketFilter::default());
        };
        if let Ok(built_in) = name.parse::<BuiltIn>() {
            return Ok(desk.ticket_filter(actor, &built_in.narrowing(), built_in.order()));
        }
        let id: Option<ViewId> = form::id(faults, "view", Some(name));
        let Some(id) = id else {
            return Ok(TicketFilter::default());
        };
        let view = desk.view(actor, id).await?;
        Ok(desk.ticket_filter(actor, &view.narrowing, view.order))
    }
}

fn several<T: FromStr>(
    faults: &mut Faults,
    field: &str,
    text: Option<&str>,
    why: impl Fn() -> Why,
) -> Vec<T> {
    let names = text.into_iter().flat_map(|text| text.split(','));
    names
        .filter_map(|name| form::maybe(faults, field, Some(name), &why))
        .collect()
}

fn assignee(faults: &mut Faults, text: Option<&str>, actor: &Actor) -> Option<Option<AgentId>> {
    match text? {
        "none" => Some(None),
        "me" => Some(Some(actor.agent)),
        other => form::id(faults, "assignee_id", Some(other)).map(Some),
    }
}

/// Tickets
///
/// The latest changed first, unless `sort` or the view say otherwise.
#[utoipa::path(get, path = "/tickets", tag = "tickets", params(Wanted), responses((status = 200, body = Items<Ticket>)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<Ticket>>> {
    let (filter, slice) = wanted.read(&desk, &actor).await?;
    let page = desk.tickets(&actor, &filter, slice).await?;
    Ok(Json(Items::of(page, shape_ticket)))
}
