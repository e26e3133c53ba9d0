//! `POST /tickets/bulk`, and `DELETE /tickets/bulk/{id}`, which takes it back.

use axum::Json;
use axum::extract::State;
use desk::tickets::{BulkChange, BulkDone};
use desk::{Desk, Refusal, Thing};
use domain::{Actor, TicketId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::body::nullable;
use crate::api::{At, Sent, form};
use crate::problem::{self, Faults, Result};
use crate::who::Keyed;

/// What to change in each of the tickets; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BulkChange)]
pub(super) struct Form {
    /// Ids of 1 to 200 tickets.
    ids: Vec<String>,
    /// `new`, `open`, `pending`, `on_hold`, `solved`, `closed`, `spam` or `deleted`.
    #[schema(example = "solved")]
    status: Option<String>,
    /// Somebody with access to the tickets' channels; `null`: nobody.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    assignee_id: Option<Option<String>>,
    /// Whose job they are when nobody's; `null`: no group's.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    group_id: Option<Option<String>>,
    /// `low`, `normal`, `high` or `urgent`.
    priority: Option<String>,
    /// Labels to give.
    #[serde(default)]
    add_tags: Vec<String>,
    /// Labels to take away.
    #[serde(default)]
    remove_tags: Vec<String>,
}

impl Form {
    fn read(self) -> Result<(Vec<TicketId>, BulkChange)> {
        let mut faults = Faults::default();
        let ids =
            self.ids.iter().enumerate().filter_map(|(place, id)| {
                form::id(&mut faults, &format!("ids[{place}]"), Some(id))
            });
        let ids = ids.collect();
        let change = BulkChange {
            assignee_id: form::id_or_null(&mut faults, "assignee_id", self.assignee_id.as_ref()),
            group_id: form::id_or_null(&mut faults, "group_id", self.group_id.as_ref()),
            status: self.status,
            priority: self.priority,
            add_tags: self.add_tags,
            remove_tags: self.remove_tags,
        };
        faults.check()?;
        Ok((ids, change))
    }
}

/// What became of a change of many tickets.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BulkDone)]
pub(super) struct Done {
    /// Take it back by this within a day; `null` when nothing was changed.
    #[schema(example = "bulk_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: Option<String>,
    /// Ids of the tickets that are different now.
    changed: Vec<String>,
    /// Ids of those that were so already.
    same: Vec<String>,
    /// Those that stayed as they were, and why.
    refused: Vec<Left>,
}

/// A ticket that stayed as it was.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BulkRefused)]
struct Left {
    id: String,
    /// Its short number, when you may see it.
    number: Option<i64>,
    /// Why, in the language of the key's owner.
    message: String,
}

fn shape(done: BulkDone, actor: &Actor) -> Done {
    let t = locale::words(actor.language);
    let text = |id: &TicketId| id.to_string();
    let left = |left: desk::tickets::Left| Left {
        id: left.ticket.to_string(),
        number: left.number,
        message: match left.why {
            Refusal::Invalid(faults) => {
                let why = faults.into_iter().next().map(|fault| fault.why);
                why.map_or_else(|| t.msg_field_wrong(), |why| problem::field(&why.into(), t))
            }
            Refusal::Changed => t.msg_bulk_changed_since(),
            Refusal::NotFound(_)
            | Refusal::NotAllowed(_)
            | Refusal::SignedOut
            | Refusal::Unfinished(_)
            | Refusal::Conflict(_)
            | Refusal::TooMany(_)
            | Refusal::Gone
            | Refusal::NotReady
            | Refusal::Upstream(_)
            | Refusal::Unready(_)
            | Refusal::Pbx(_)
            | Refusal::Storage(_)
            | Refusal::Inside(_) => t.msg_missing_ticket(),
        },
    };
    Done {
        id: done.id.map(|id| id.to_string()),
        changed: done.changed.iter().map(text).collect(),
        same: done.same.iter().map(text).collect(),
        refused: done.refused.into_iter().map(left).collect(),
    }
}

/// Change many tickets
///
/// Each by the rights and rules of one: those that cannot be changed stay as they are and stand in nobody's way.
#[utoipa::path(post, path = "/tickets/bulk", tag = "tickets", request_body = Form,
    responses((status = 200, body = Done)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Json<Done>> {
    let (ids, wanted) = form.read()?;
    let done = desk.change_tickets(&actor, &ids, &wanted).await?;
    Ok(Json(shape(done, &actor)))
}

/// Take a change of many tickets back
///
/// Each property that nobody has changed since becomes what it was. For who made the change, within a day.
#[utoipa::path(delete, path = "/tickets/bulk/{id}", tag = "tickets",
    params(("id" = String, Path, description = "The change's id")), responses((status = 200, body = Done)))]
pub(super) async fn undo(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Done>> {
    let done = desk.undo_bulk(&actor, at.id(Thing::Bulk)?).await?;
    Ok(Json(shape(done, &actor)))
}
