//! A request of the provider outside, with what became of it.

use domain::Language;
use jiff::Timestamp;
use serde::Serialize;
use telephony::findings::{Told, tell};
use utoipa::ToSchema;

use super::text;

/// One request of the provider, as it arrived.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Notification {
    #[schema(example = "ntf_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    channel_id: String,
    /// The token it came with.
    token_id: Option<String>,
    received_at: Timestamp,
    /// When the same request came last.
    last_received_at: Timestamp,
    /// How often the same request came again.
    repeats: i64,
    #[schema(example = "POST")]
    method: String,
    /// The query string, without tokens.
    query: String,
    content_type: Option<String>,
    /// As sent; what is not UTF-8 is replaced.
    body: String,
    /// Who sent it.
    address: Option<String>,
    /// `waiting`, `heard`, `aside` (about no call), `unreadable` or `failed`.
    #[schema(example = "heard")]
    verdict: &'static str,
    /// The event it was taken for.
    #[schema(example = "in_call_session")]
    event: Option<String>,
    /// The provider's `call_session_id`.
    session_id: Option<i64>,
    /// The call it belongs to.
    call_id: Option<String>,
    /// What was repaired or missing.
    findings: Vec<Finding>,
    /// Why it could not be heard.
    error: Option<String>,
}

/// What was repaired or missing in a notification.
#[derive(Debug, Serialize, ToSchema)]
struct Finding {
    /// `note`, `repaired` or `fault`.
    #[schema(example = "repaired")]
    severity: &'static str,
    /// The key it is about.
    key: Option<String>,
    /// What was found.
    text: String,
    /// What to do in the provider's cabinet.
    fix: String,
}

impl From<Told> for Finding {
    fn from(told: Told) -> Self {
        Self {
            severity: told.severity,
            key: told.key,
            text: told.text,
            fix: told.fix,
        }
    }
}

pub(crate) fn shape_notification(
    language: Language,
) -> impl Fn(domain::notification::Notification) -> Notification {
    move |one| Notification {
        findings: tell(&one.findings, language)
            .into_iter()
            .map(Finding::from)
            .collect(),
        id: text(one.id),
        channel_id: text(one.channel_id),
        token_id: one.token_id.map(text),
        received_at: one.received_at,
        last_received_at: one.last_received_at,
        repeats: one.repeats,
        method: one.method,
        query: one.query,
        content_type: one.content_type,
        body: String::from_utf8_lossy(&one.body).into_owned(),
        address: one.address,
        verdict: one.verdict.as_str(),
        event: one.event,
        session_id: one.session_id,
        call_id: one.call_id.map(text),
        error: one.error,
    }
}
