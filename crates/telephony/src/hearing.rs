//! What a provider's request says about a call, in the desk's words.

use jiff::tz::TimeZone;

use domain::notification::Notification;
use domain::{CallEvent, Country};

use crate::family;

/// What was read out of one request.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The call's session and what happened; nothing when the request is about no call.
    pub call: Option<(i64, CallEvent)>,
    /// The event's name at the provider, when it could be told.
    pub event: Option<String>,
    /// Whether anything at all could be read.
    pub readable: bool,
    /// Whether something is lost or the call cannot be built.
    pub faulty: bool,
    /// What was repaired or missing, as it is kept.
    pub findings: serde_json::Value,
}

/// Where a request came to: what its numbers and times are read by when they do not tell themselves.
#[derive(Debug, Clone)]
pub struct Place {
    /// Of numbers without a country code.
    pub country: Country,
    /// Of times, when the notification does not tell its offset.
    pub zone: TimeZone,
}

/// Reads a kept request. Pure and total: any bytes give an answer.
#[must_use]
pub fn hear(notification: &Notification, place: &Place) -> Heard {
    family::hear(
        &uis::Request {
            method: &notification.method,
            query: &notification.query,
            content_type: notification.content_type.as_deref(),
            body: &notification.body,
        },
        notification.received_at,
        place,
    )
}

/// The channel's token in a request's body, if it is there in whatever shape.
#[must_use]
pub fn find_token(body: &[u8]) -> Option<String> {
    uis::find_token(body)
}

/// The same for a query string.
#[must_use]
pub fn token_in_query(query: &str) -> Option<String> {
    uis::find_token(query.as_bytes())
}
