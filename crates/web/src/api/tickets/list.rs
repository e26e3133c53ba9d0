//! `GET /tickets`.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::{Actor, AgentId, Status};
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
    /// A client's id.
    client_id: Option<String>,
    /// A channel's id.
    channel_id: Option<String>,
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
    fn read(self, actor: &Actor) -> Result<(TicketFilter, Slice)> {
        let mut faults = Faults::default();
        let filter = TicketFilter {
            statuses: statuses(&mut faults, self.status.as_deref()),
            assignee: assignee(&mut faults, self.assignee_id.as_deref(), actor),
            client: form::id(&mut faults, "client_id", self.client_id.as_deref()),
            channel: form::id(&mut faults, "channel_id", self.channel_id.as_deref()),
            text: self.q,
            created_from: form::moment(&mut faults, "created_from", self.created_from.as_deref()),
            created_to: form::moment(&mut faults, "created_to", self.created_to.as_deref()),
        };
        let slice = paging::slice(&mut faults, self.limit.as_deref(), self.cursor.as_deref());
        faults.check()?;
        Ok((filter, slice))
    }
}

fn statuses(faults: &mut Faults, text: Option<&str>) -> Vec<Status> {
    let known = || desk::Why::NotOneOf(Status::ALL.iter().map(|status| status.as_str()).collect());
    let names = text.into_iter().flat_map(|text| text.split(','));
    names
        .filter_map(|name| form::maybe(faults, "status", Some(name), known))
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
/// The latest changed first.
#[utoipa::path(get, path = "/tickets", tag = "tickets", params(Wanted), responses((status = 200, body = Items<Ticket>)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<Ticket>>> {
    let (filter, slice) = wanted.read(&actor)?;
    let page = desk.tickets(&actor, &filter, slice).await?;
    Ok(Json(Items::of(page, shape_ticket)))
}
