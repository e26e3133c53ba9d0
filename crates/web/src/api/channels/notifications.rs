//! `/channels/{id}/notifications`: the raw log.

use axum::Json;
use axum::extract::State;
use desk::{Desk, Refusal, Thing, Why};
use domain::notification::{Notification as Kept, Verdict};
use domain::{Actor, ChannelId};
use serde::Deserialize;
use store::notifications::LogFilter;
use utoipa::IntoParams;

use crate::api::paging::{self, Items};
use crate::api::shape::{Notification, shape_notification};
use crate::api::{Asked, At, Two, form, known};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// `waiting`, `heard`, `aside`, `unreadable` or `failed`.
    verdict: Option<String>,
    /// The event's mnemonic: `in_call_session`, …; `unknown` for requests that tell of none.
    event: Option<String>,
    /// The provider's `call_session_id`.
    #[param(value_type = Option<i64>)]
    session_id: Option<String>,
    /// Received at this moment or later.
    from: Option<String>,
    /// Received before this moment.
    to: Option<String>,
    /// How many notifications a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A channel's notifications
///
/// Requests of the provider as they arrived, newest first, with what became of them. For administrators.
#[utoipa::path(get, path = "/channels/{id}/notifications", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), Wanted),
    responses((status = 200, body = Items<Notification>)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<Notification>>> {
    let id = at.id(Thing::Channel)?;
    let mut faults = Faults::default();
    let known = || Why::NotOneOf(Verdict::ALL.map(Verdict::as_str).to_vec());
    let session = || Why::NotWithin(i64::MIN, i64::MAX);
    let filter = LogFilter {
        verdict: form::maybe(&mut faults, "verdict", wanted.verdict.as_deref(), known),
        event: wanted.event,
        session: form::maybe(
            &mut faults,
            "session_id",
            wanted.session_id.as_deref(),
            session,
        ),
        from: form::moment(&mut faults, "from", wanted.from.as_deref()),
        to: form::moment(&mut faults, "to", wanted.to.as_deref()),
    };
    let slice = paging::slice(
        &mut faults,
        wanted.limit.as_deref(),
        wanted.cursor.as_deref(),
    );
    faults.check()?;
    let page = desk.notifications(&actor, id, filter, slice).await?;
    Ok(Json(Items::of(page, shape_notification(actor.language))))
}

/// One notification
#[utoipa::path(get, path = "/channels/{id}/notifications/{notification_id}", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), ("notification_id" = String, Path, description = "Its id")),
    responses((status = 200, body = Notification)))]
pub(super) async fn one(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(channel, id): Two,
) -> Result<Json<Notification>> {
    let kept = of_channel(&desk, &actor, &channel, &id).await?;
    Ok(Json(shape_notification(actor.language)(kept)))
}

/// A notification at its address: one of another channel is not there.
pub(super) async fn of_channel(
    desk: &Desk,
    actor: &Actor,
    channel: &str,
    id: &str,
) -> Result<Kept> {
    let channel: ChannelId = known(channel, Thing::Channel)?;
    let kept = desk
        .notification(actor, known(id, Thing::Notification)?)
        .await?;
    if kept.channel_id != channel {
        return Err(Refusal::NotFound(Thing::Notification).into());
    }
    Ok(kept)
}
