//! `PATCH /channels/{id}`.

use axum::Json;
use axum::extract::State;
use desk::channels::ChannelChange;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{SentHours, SentPolicy};
use crate::api::body::nullable;
use crate::api::shape::{Channel, shape_channel};
use crate::api::{At, Sent};
use crate::problem::Result;
use crate::who::Keyed;

/// What to change; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChannelChange)]
pub(super) struct Form {
    name: Option<String>,
    /// `uis`, `comagic`, `novofon` or `callgear`.
    provider: Option<String>,
    /// A new key made in the provider's cabinet.
    app_secret: Option<String>,
    ticket_policy: Option<SentPolicy>,
    /// Two letters: where numbers without a country code are from.
    country: Option<String>,
    /// The account's time zone when notifications do not tell it.
    time_zone: Option<String>,
    /// After how many minutes without a notification an unfinished call is closed.
    close_after_minutes: Option<i64>,
    /// When calls are taken; all of it anew.
    working_hours: Option<SentHours>,
    /// After how many minutes of working time without an event administrators are told, 5 to 4320; `null`: never.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<i64>)]
    silence_minutes: Option<Option<i64>>,
    /// After how many minutes of working time a missed caller should have been called back; `null`: there is no limit.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<i64>)]
    callback_minutes: Option<Option<i64>>,
    /// Whether the PBX may ask at whom to ring, at `/hooks/uis/{token}/route`.
    routes: Option<bool>,
    /// Whether what agents say of their calls is written into the telephony as tags and a comment.
    writes_back: Option<bool>,
    /// Changes it only when it is still this version.
    version: Option<i64>,
}

impl From<Form> for ChannelChange {
    fn from(form: Form) -> Self {
        Self {
            name: form.name,
            provider: form.provider,
            app_secret: form.app_secret,
            ticket_policy: form.ticket_policy.unwrap_or_default().into(),
            country: form.country,
            time_zone: form.time_zone,
            close_after_minutes: form.close_after_minutes,
            working_hours: form.working_hours.map(Into::into),
            silence_minutes: form.silence_minutes,
            callback_minutes: form.callback_minutes,
            routes: form.routes,
            writes_back: form.writes_back,
            version: form.version,
        }
    }
}

/// Change a channel
#[utoipa::path(patch, path = "/channels/{id}", tag = "channels", params(("id" = String, Path, description = "Its id")),
    request_body = Form, responses((status = 200, body = Channel)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Channel>> {
    let id = at.id(Thing::Channel)?;
    let channel = desk.change_channel(&actor, id, &form.into()).await?;
    Ok(Json(shape_channel(&desk)(channel)))
}
