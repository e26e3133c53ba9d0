//! One request of the telephony as a row: when, what, about which call, what became of it.

use domain::call::is_test_session;
use domain::notification::{Notification, Verdict};
use domain::{At, CallId, Language};
use locale::Words;
use telephony::findings::Told;

use super::health::NAMELESS;
use crate::frame::{Frame, Moment};

/// A row of the log.
pub(super) struct Row {
    /// Its own page.
    pub(super) link: String,
    /// When it came.
    pub(super) at: Moment,
    /// The event as the provider's cabinet lists it.
    pub(super) event: String,
    /// The call session it told of.
    pub(super) session: Option<i64>,
    /// The call it belongs to.
    pub(super) call: Option<CallId>,
    /// `ok`, `dup`, `bad` or "".
    pub(super) sign: &'static str,
    /// What became of it.
    pub(super) word: String,
}

impl Row {
    /// The row of a request.
    pub(super) fn of(one: &Notification, frame: &Frame) -> Self {
        let told = telephony::findings::tell(&one.findings, frame.language);
        Self {
            link: format!("/channels/{}/notifications/{}", one.channel_id, one.id),
            at: moment(one.received_at, frame),
            event: event_name(one, frame.t, frame.language),
            session: one.session_id,
            call: one.call_id,
            sign: sign(one, &told),
            word: word(one, &told, frame.t),
        }
    }
}

/// The event as the provider's cabinet lists it, in the reader's language.
pub(in crate::pages) fn event_name(one: &Notification, t: &Words, language: Language) -> String {
    let named = one.event.as_ref().filter(|event| *event != NAMELESS);
    match named {
        Some(mnemonic) => {
            let event = uis::Event::from(mnemonic.clone());
            event.name(lang(language)).to_owned()
        }
        None => t.msg_log_event_unknown(),
    }
}

/// The reader's language for the provider's own words.
pub(super) fn lang(language: Language) -> uis::Lang {
    match language {
        Language::Ru => uis::Lang::Ru,
        Language::En => uis::Lang::En,
    }
}

/// A verdict for people.
pub(in crate::pages) fn verdict_name(verdict: Verdict, t: &Words) -> String {
    match verdict {
        Verdict::Waiting => t.msg_log_verdict_waiting(),
        Verdict::Heard => t.msg_log_verdict_heard(),
        Verdict::Aside => t.msg_log_verdict_aside(),
        Verdict::Unreadable => t.msg_log_verdict_unreadable(),
        Verdict::Failed => t.msg_log_verdict_failed(),
    }
}

fn sign(one: &Notification, told: &[Told]) -> &'static str {
    match one.verdict {
        Verdict::Unreadable | Verdict::Failed => "bad",
        Verdict::Heard | Verdict::Aside if fault(told).is_some() => "bad",
        Verdict::Heard | Verdict::Aside if one.repeats > 0 => "dup",
        Verdict::Heard => "ok",
        Verdict::Waiting | Verdict::Aside => "",
    }
}

/// The verdict, how often it came again, then the fault or that there is something to remark.
fn word(one: &Notification, told: &[Told], t: &Words) -> String {
    let mut word = verdict_name(one.verdict, t);
    if one.session_id.is_some_and(is_test_session) {
        word = format!("{}, {word}", t.msg_log_test());
    }
    if one.repeats > 0 {
        word = format!("{word}, {}", t.msg_log_repeats(one.repeats));
    }
    match fault(told) {
        Some(fault) => format!("{word}. {}", fault.text),
        None if told.iter().any(|told| told.severity == "repaired") => {
            format!("{word}, {}", t.msg_log_remarked())
        }
        None => word,
    }
}

fn fault(told: &[Told]) -> Option<&Told> {
    told.iter().find(|told| told.severity == "fault")
}

/// To the second today: notifications of one call follow each other closely.
fn moment(at: At, frame: &Frame) -> Moment {
    let day = |at: At| at.to_zoned(frame.zone.clone()).date();
    if day(at) == day(frame.now) {
        frame.second(at)
    } else {
        frame.day_or_hour(at)
    }
}
