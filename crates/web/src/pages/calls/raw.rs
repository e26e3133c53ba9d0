//! What the provider sent of a call, for administrators: each request with its verdict, findings and body.

use domain::notification::Notification;
use telephony::findings::Told;

use crate::frame::{Frame, Moment};
use crate::pages::channels::{event_name, verdict_name};

/// A request as it is drawn.
pub struct Raw {
    /// Its own page.
    pub link: String,
    /// When it came.
    pub moment: Moment,
    /// The event as the provider's cabinet lists it.
    pub event: String,
    /// What became of it.
    pub verdict: String,
    /// How often it came again.
    pub repeats: i64,
    /// What was repaired or missing.
    pub told: Vec<Told>,
    /// As it came.
    pub body: String,
}

/// The requests a call is derived from.
pub fn raw(requests: &[Notification], frame: &Frame) -> Vec<Raw> {
    let draw = |one: &Notification| Raw {
        link: format!("/channels/{}/notifications/{}", one.channel_id, one.id),
        moment: frame.second(one.received_at),
        event: event_name(one, frame.t, frame.language),
        verdict: verdict_name(one.verdict, frame.t),
        repeats: one.repeats,
        told: telephony::findings::tell(&one.findings, frame.language),
        body: if one.body.is_empty() {
            one.query.clone()
        } else {
            String::from_utf8_lossy(&one.body).into_owned()
        },
    };
    requests.iter().map(draw).collect()
}
