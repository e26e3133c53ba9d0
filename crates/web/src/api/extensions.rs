//! `/extensions/{name}`.

use axum::Json;
use axum::extract::{Path, State};
use desk::extensions::{ChannelPart, TRANSCRIPTION, TranscriptionChange, TranscriptionView};
use desk::{Desk, Thing};
use domain::extension::When;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Sent;
use super::shape::text;
use crate::Web;
use crate::problem::{Problem, Result};
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default().routes(routes!(one, change))
}

/// An extension.
#[derive(Debug, Serialize, ToSchema)]
struct Extension {
    #[schema(example = "transcription")]
    name: &'static str,
    /// Whether it is on.
    enabled: bool,
    /// Who turns speech into text: `server`, the engine of the server's settings; `provider`, the telephony provider.
    #[schema(example = "server")]
    recognised_by: &'static str,
    /// Which calls are transcribed by themselves: `on_demand` (none), `all_calls` or `longer_than`; missed ones never are.
    #[schema(example = "on_demand")]
    mode: &'static str,
    /// For `longer_than`: than so many seconds.
    seconds: Option<u32>,
    /// What is spoken: `ru`, `en`, or `auto` to find it out.
    #[schema(example = "ru")]
    language: String,
    /// The engine and its model; `null` when there is none.
    #[schema(example = "whisper base")]
    engine: Option<String>,
    /// Whether the engine could work now: it has its model.
    engine_ready: bool,
    /// Names and products that may be said.
    names: Vec<String>,
    /// What is heard wrongly, and what it should be.
    corrections: Vec<Correction>,
    /// Minutes of sound that may be transcribed a month; `null`: any number.
    limit_minutes: Option<u32>,
    /// Minutes of sound that were transcribed this month.
    used_minutes: i64,
    /// Roles that see numbers of cards and documents, besides administrators.
    sees_secrets: Vec<String>,
    /// The rules by which promises are found, a line each.
    promises: String,
    /// Channels that differ.
    channels: Vec<Channel>,
    /// Grows with each change.
    version: i64,
}

/// What is heard wrongly.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SpeechCorrection)]
struct Correction {
    heard: String,
    meant: String,
}

/// How a channel differs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExtensionInChannel)]
struct Channel {
    channel_id: String,
    enabled: bool,
    /// `ru`, `en`, `auto`; `null`: the desk's.
    language: Option<String>,
}

/// What is to be different; what is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExtensionChange)]
struct Form {
    enabled: Option<bool>,
    /// `server` or `provider`.
    recognised_by: Option<String>,
    /// `on_demand`, `all_calls` or `longer_than`.
    mode: Option<String>,
    seconds: Option<i64>,
    /// `ru`, `en` or `auto`.
    language: Option<String>,
    names: Option<Vec<String>>,
    corrections: Option<Vec<Correction>>,
    /// 0: no limit.
    limit_minutes: Option<i64>,
    sees_secrets: Option<Vec<String>>,
    /// Empty: the rules the desk comes with.
    promises: Option<String>,
    channels: Option<Vec<ChannelForm>>,
}

/// How a channel is to differ; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ExtensionInChannelChange)]
struct ChannelForm {
    channel_id: String,
    enabled: Option<bool>,
    /// `ru`, `en`, `auto`, or empty for the desk's.
    language: Option<String>,
}

/// An extension
///
/// Administrators only.
#[utoipa::path(get, path = "/extensions/{name}", tag = "extensions",
    params(("name" = String, Path, description = "`transcription`")), responses((status = 200, body = Extension)))]
async fn one(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Path(name): Path<String>,
) -> Result<Json<Extension>> {
    known(&name)?;
    Ok(Json(shape(desk.transcription(&actor).await?)))
}

/// Turn an extension on or off, and set it
#[utoipa::path(patch, path = "/extensions/{name}", tag = "extensions",
    params(("name" = String, Path, description = "`transcription`")), request_body = Form,
    responses((status = 200, body = Extension)))]
async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Path(name): Path<String>,
    Sent(form): Sent<Form>,
) -> Result<Json<Extension>> {
    known(&name)?;
    let changed = desk.change_transcription(&actor, &form.into()).await?;
    Ok(Json(shape(changed)))
}

fn known(name: &str) -> Result<()> {
    if name == TRANSCRIPTION {
        Ok(())
    } else {
        Err(Problem::NotFound(Thing::Extension))
    }
}

impl From<Form> for TranscriptionChange {
    fn from(form: Form) -> Self {
        let pair = |one: Correction| (one.heard, one.meant);
        let part = |one: ChannelForm| ChannelPart {
            channel: one.channel_id,
            enabled: one.enabled,
            language: one.language,
        };
        Self {
            enabled: form.enabled,
            recognised_by: form.recognised_by,
            mode: form.mode,
            seconds: form.seconds,
            language: form.language,
            names: form.names,
            corrections: form
                .corrections
                .map(|all| all.into_iter().map(pair).collect()),
            limit_minutes: form
                .limit_minutes
                .map(|minutes| Some(minutes).filter(|minutes| *minutes != 0)),
            sees_secrets: form.sees_secrets,
            promises: form.promises,
            channels: form.channels.map(|all| all.into_iter().map(part).collect()),
            version: None,
        }
    }
}

fn shape(view: TranscriptionView) -> Extension {
    let set = view.settings;
    let (mode, seconds) = match set.when {
        When::OnDemand => ("on_demand", None),
        When::AllCalls => ("all_calls", None),
        When::LongerThan { seconds } => ("longer_than", Some(seconds)),
    };
    let correction = |(heard, meant)| Correction { heard, meant };
    let channels = set.channels.into_iter().map(|(id, part)| Channel {
        channel_id: text(id),
        enabled: part.enabled,
        language: part.language,
    });
    Extension {
        name: TRANSCRIPTION,
        enabled: set.enabled,
        recognised_by: set.recognised_by.as_str(),
        mode,
        seconds,
        language: set
            .language
            .unwrap_or_else(|| domain::extension::ANY_LANGUAGE.to_owned()),
        engine: view.engine,
        engine_ready: view.is_ready,
        names: set.names,
        corrections: set.corrections.into_iter().map(correction).collect(),
        limit_minutes: set.limit_minutes,
        used_minutes: (view.used + 59_999) / 60_000,
        sees_secrets: set.sees_secrets.iter().map(text).collect(),
        promises: set
            .promises
            .unwrap_or_else(|| domain::promise::USUAL.to_owned()),
        channels: channels.collect(),
        version: view.version,
    }
}
