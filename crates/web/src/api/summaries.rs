//! `/calls/{id}/summary`, `/extensions/summary`: a call in short, and the service that tells it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::summaries::{SUMMARY, SummaryChange, SummaryView};
use desk::words;
use desk::{Desk, Thing};
use domain::Language;
use domain::summary::{Stage, Summing};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{At, Sent};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(read, ask))
        .routes(routes!(settings, change))
}

/// A call in short, told by a machine.
#[derive(Debug, Serialize, ToSchema)]
struct CallSummary {
    /// `waiting`, `ready` or `failed`.
    #[schema(example = "ready")]
    state: &'static str,
    /// What it was about; empty until it is there.
    topic: String,
    /// What came of it.
    outcome: String,
    /// What was promised.
    promises: Vec<String>,
    /// Always: it may be wrong.
    automatic: bool,
    /// Who made it, by its name.
    model: String,
    /// Why there is none, in the language of the key's agent.
    message: Option<String>,
    asked_at: Timestamp,
    finished_at: Option<Timestamp>,
}

fn shape(summing: Summing, language: Language) -> CallSummary {
    let state = summing.stage.as_str();
    let (told, message) = match summing.stage {
        Stage::Ready(told) => (told, None),
        Stage::Waiting => Default::default(),
        Stage::Failed(why) => (Default::default(), Some(words::no_summary(&why, language))),
    };
    CallSummary {
        state,
        topic: told.topic,
        outcome: told.outcome,
        promises: told.promises,
        automatic: true,
        model: summing.model,
        message,
        asked_at: summing.asked_at,
        finished_at: summing.finished_at,
    }
}

/// A call in short
///
/// For those who may listen to it. 404 when nobody has asked for a summary.
#[utoipa::path(get, path = "/calls/{id}/summary", tag = "calls", params(("id" = String, Path, description = "The call's id")),
    responses((status = 200, body = CallSummary)))]
async fn read(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<CallSummary>> {
    let summing = desk.summary(&actor, at.id(Thing::Call)?).await?;
    Ok(Json(shape(summing, actor.language)))
}

/// Have a call be summed up
///
/// Its transcript, without numbers of cards and documents, is sent to the service that the extension names. 403 when the extension
/// is off, 404 while there is no transcript. Asked again, nothing more is begun.
#[utoipa::path(post, path = "/calls/{id}/summary", tag = "calls", params(("id" = String, Path, description = "The call's id")),
    responses((status = 202, body = CallSummary)))]
async fn ask(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<(StatusCode, Json<CallSummary>)> {
    let summing = desk.ask_for_summary(&actor, at.id(Thing::Call)?).await?;
    Ok((StatusCode::ACCEPTED, Json(shape(summing, actor.language))))
}

/// The extension that tells calls in short.
#[derive(Debug, Serialize, ToSchema)]
struct SummaryExtension {
    #[schema(example = "summary")]
    name: &'static str,
    /// Whether it is on. While it is off nothing is sent anywhere.
    enabled: bool,
    /// The whole address of an endpoint for chats that speaks the protocol of OpenAI.
    #[schema(example = "http://127.0.0.1:11434/v1/chat/completions")]
    url: String,
    /// The model, by its name there.
    model: String,
    /// Whether a key is kept; it is never shown.
    has_key: bool,
    /// Grows with each change.
    version: i64,
}

/// What is to be different; what is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SummaryExtensionChange)]
struct Form {
    enabled: Option<bool>,
    /// The whole address: nothing is appended to it.
    url: Option<String>,
    model: Option<String>,
    /// Sent as a bearer's; empty takes it away.
    key: Option<String>,
}

/// The extension that tells calls in short
///
/// Administrators only.
#[utoipa::path(get, path = "/extensions/summary", tag = "extensions", responses((status = 200, body = SummaryExtension)))]
async fn settings(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<SummaryExtension>> {
    Ok(Json(shown(desk.summary_settings(&actor).await?)))
}

/// Set the extension that tells calls in short
#[utoipa::path(patch, path = "/extensions/summary", tag = "extensions", request_body = Form,
    responses((status = 200, body = SummaryExtension)))]
async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Json<SummaryExtension>> {
    let change = SummaryChange {
        enabled: form.enabled,
        url: form.url,
        model: form.model,
        key: form.key,
        version: None,
    };
    Ok(Json(shown(desk.change_summary(&actor, &change).await?)))
}

fn shown(view: SummaryView) -> SummaryExtension {
    SummaryExtension {
        name: SUMMARY,
        enabled: view.settings.enabled,
        url: view.settings.url,
        model: view.settings.model,
        has_key: view.has_key,
        version: view.version,
    }
}
