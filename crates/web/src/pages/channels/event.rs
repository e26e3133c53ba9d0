//! One of the four events in the doctor: its ready body, whether it arrives, what is wrong with it.

use desk::channels::ReadyBody;
use domain::At;
use domain::channel::EventTally;
use domain::notification::Notification;
use telephony::findings::Told;

use super::excerpt::{self, Piece};
use super::row::lang;
use crate::frame::Frame;

/// So many findings are told here; the request's own page tells all.
const TOLD: usize = 3;

/// One of the four.
pub(super) struct Event {
    /// The provider's word for it.
    pub(super) mnemonic: String,
    /// As the provider's cabinet lists it.
    pub(super) name: String,
    /// `ok`, `bad` or `wait`.
    pub(super) state: &'static str,
    /// How often it came.
    pub(super) tally: Option<EventTally>,
    /// What to paste, once there is a token.
    pub(super) body: Option<Body>,
    /// What is wrong with the latest.
    pub(super) stumble: Option<Stumble>,
}

/// What to paste.
pub(super) struct Body {
    /// What the copy button finds it by.
    pub(super) id: String,
    /// The text.
    pub(super) text: String,
}

/// What is wrong with a request, and where.
pub(super) struct Stumble {
    /// When it came.
    pub(super) at: At,
    /// In words.
    pub(super) told: Vec<Told>,
    /// The request round its first fault.
    pub(super) excerpt: Vec<Piece>,
    /// The request's own page.
    pub(super) link: String,
}

/// The four in the order they are set up.
pub(super) fn four(
    tallies: &[EventTally],
    bodies: &[ReadyBody],
    latest: &[Notification],
    frame: &Frame,
) -> Vec<Event> {
    let draw = |four: uis::Four| {
        let mnemonic = four.event().mnemonic().to_owned();
        let tally = tallies.iter().find(|tally| tally.event == mnemonic);
        let newest = latest
            .iter()
            .find(|one| one.event.as_deref() == Some(&mnemonic));
        let body = bodies.iter().find(|body| body.event == mnemonic);
        Event {
            name: four.name(lang(frame.language)),
            state: state(tally),
            tally: tally.cloned(),
            body: body.map(|body| Body {
                id: format!("body-{mnemonic}"),
                text: body.body.clone(),
            }),
            stumble: newest.and_then(|one| Stumble::of(one, frame)),
            mnemonic,
        }
    };
    uis::Four::ALL.into_iter().map(draw).collect()
}

fn state(tally: Option<&EventTally>) -> &'static str {
    match tally {
        Some(tally) if tally.faults > 0 => "bad",
        Some(_) => "ok",
        None => "wait",
    }
}

impl Stumble {
    /// What is wrong with a request; nothing when there is nothing to correct.
    pub(super) fn of(one: &Notification, frame: &Frame) -> Option<Self> {
        let mut told = telephony::findings::tell(&one.findings, frame.language);
        told.retain(|told| told.severity != "note");
        told.sort_by_key(|told| told.severity != "fault");
        told.truncate(TOLD);
        let key = told.first()?.key.clone();
        Some(Self::with(one, told, key.as_deref()))
    }

    /// The same of one that could not be read or kept at all, whatever was found.
    pub(super) fn unheard(one: &Notification, frame: &Frame) -> Self {
        let told = telephony::findings::tell(&one.findings, frame.language);
        let key = told.iter().find_map(|told| told.key.clone());
        Self::with(one, told, key.as_deref())
    }

    fn with(one: &Notification, told: Vec<Told>, key: Option<&str>) -> Self {
        let text = String::from_utf8_lossy(&one.body);
        let text = if text.is_empty() {
            one.query.as_str().into()
        } else {
            text
        };
        Self {
            at: one.received_at,
            told,
            excerpt: excerpt::around(&text, key),
            link: format!("/channels/{}/notifications/{}", one.channel_id, one.id),
        }
    }
}
