//! `POST /channels`.

use axum::extract::State;
use axum::response::Response;
use desk::Desk;
use desk::channels::NewChannel;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{SentHours, SentPolicy};
use crate::api::shape::{Channel, shape_channel};
use crate::api::{Sent, made};
use crate::problem::Result;
use crate::who::Keyed;

/// A channel that is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewChannel)]
pub(super) struct Form {
    /// At most 100 characters.
    #[schema(example = "Отдел доставки")]
    name: String,
    /// `uis`, `comagic`, `novofon` or `callgear`.
    #[schema(example = "uis")]
    provider: String,
    /// The key made in the provider's cabinet; only its last characters are ever shown.
    app_secret: Option<String>,
    #[serde(default)]
    ticket_policy: SentPolicy,
    /// Two letters: where numbers without a country code are from.
    country: Option<String>,
    /// The account's time zone when notifications do not tell it.
    time_zone: Option<String>,
    /// After how many minutes without a notification an unfinished call is closed; 240 when absent.
    close_after_minutes: Option<i64>,
    /// When calls are taken; round the clock when absent.
    working_hours: Option<SentHours>,
    /// After how many minutes of working time without an event administrators are told, 5 to 4320; never when absent.
    silence_minutes: Option<i64>,
    /// After how many minutes of working time a missed caller should have been called back; no limit when absent.
    callback_minutes: Option<i64>,
    /// Whether the PBX may ask at whom to ring, at `/hooks/uis/{token}/route`.
    #[serde(default)]
    routes: bool,
    /// Whether what agents say of their calls is written into the telephony as tags and a comment.
    #[serde(default)]
    writes_back: bool,
}

impl From<Form> for NewChannel {
    fn from(form: Form) -> Self {
        Self {
            name: form.name,
            provider: form.provider,
            app_secret: form.app_secret,
            ticket_policy: form.ticket_policy.into(),
            country: form.country,
            time_zone: form.time_zone,
            close_after_minutes: form.close_after_minutes,
            working_hours: form.working_hours.map(Into::into),
            silence_minutes: form.silence_minutes,
            callback_minutes: form.callback_minutes,
            routes: form.routes,
            writes_back: form.writes_back,
        }
    }
}

/// Add a channel
///
/// It has no token until one is made.
#[utoipa::path(post, path = "/channels", tag = "channels", request_body = Form,
    responses((status = 201, body = Channel, description = "The channel; Location is its address")))]
pub(super) async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let channel = desk.create_channel(&actor, &form.into()).await?;
    let address = format!("/api/v1/channels/{}", channel.id);
    Ok(made(address, shape_channel(&desk)(channel)))
}
