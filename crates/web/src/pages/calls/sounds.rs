//! The recordings of a call as a card shows them: how far each is, in words, and whether it plays.

use desk::calls::CallView;
use desk::transcripts::Reading;
use domain::recording::{Mishap, State};
use domain::{Recording, Speaker, Voices};
use locale::Words;

use crate::frame::Frame;

/// A recording as it is drawn.
pub struct SoundView {
    /// Its id, for the page.
    pub id: String,
    /// Where it is fetched.
    pub path: String,
    /// «Запись разговора», and whose.
    pub title: String,
    /// Whose it is, when there are several.
    pub who: Option<String>,
    /// How long it lasts, once that is known.
    pub seconds: Option<f64>,
    /// Where its drawing is, once there is one.
    pub wave: Option<String>,
    /// The id of the one that is heard after it.
    pub next: Option<String>,
    /// Its state's name.
    pub state: &'static str,
    /// How far it is, when that is worth a word.
    pub said: Option<String>,
    /// Percents while it is on its way.
    pub percent: Option<u8>,
    /// Whether there may be something to hear.
    pub plays: bool,
    /// Whether it can be tried again.
    pub may_retry: bool,
    /// Where the sound is fetched: it is another sound once something in it is not for the reader.
    pub sound: String,
    /// Whether a tone stands in the place of what is not for the reader.
    pub hushed: bool,
}

/// The recordings of a call, in their places.
pub fn sounds(view: &CallView, reading: Option<&Reading>, frame: &Frame) -> Vec<SoundView> {
    let all = &view.recordings;
    let mut drawn: Vec<SoundView> = Vec::with_capacity(all.len());
    for (place, one) in all.iter().enumerate() {
        let who = (all.len() > 1).then(|| who(view, one, frame.t));
        let title = frame.t.msg_entry_recording();
        drawn.push(SoundView {
            title: match &who {
                Some(who) => format!("{title}: {who}"),
                None => title,
            },
            who,
            next: all.get(place + 1).and_then(|next| follows(one, next)),
            ..sound(one, view.is_audible, is_hushed(one, reading), frame)
        });
    }
    drawn
}

fn is_hushed(one: &Recording, reading: Option<&Reading>) -> bool {
    reading.is_some_and(|reading| reading.hushed.contains(&one.n))
}

/// Parts of a call are heard one after another; the two voices of one talk are not.
fn follows(one: &Recording, next: &Recording) -> Option<String> {
    let both = |one: &Recording| matches!(one.voices, Voices::AgentIn(_));
    (both(one) && both(next)).then(|| next.id.to_string())
}

fn sound(one: &Recording, is_audible: bool, hushed: bool, frame: &Frame) -> SoundView {
    let percent = match one.state {
        State::Fetching(percent) => percent,
        State::Expected(_)
        | State::Kept(_)
        | State::Gone(_)
        | State::Failed(..)
        | State::Removed(_) => None,
    };
    let (may_sound, may_retry) = match &one.state {
        State::Kept(_) | State::Fetching(_) => (true, false),
        State::Expected(last) => {
            let early = last.is_none_or(|(why, _)| why == Mishap::NotReady);
            (!early, false)
        }
        State::Failed(..) | State::Gone(_) => (false, true),
        State::Removed(_) => (false, false),
    };
    let path = format!("/calls/{}/recordings/{}", one.call_id, one.n);
    let hint = if hushed { "?hushed" } else { "" };
    let lasts = one.kept().and_then(|kept| kept.milliseconds);
    SoundView {
        id: one.id.to_string(),
        title: String::new(),
        who: None,
        seconds: lasts.map(|milliseconds| milliseconds as f64 / 1000.0),
        wave: lasts
            .filter(|_| is_audible)
            .map(|_| format!("{path}/wave{hint}")),
        sound: format!("{path}{hint}"),
        hushed,
        next: None,
        path,
        state: one.state.as_str(),
        said: match is_audible {
            true => said(one, frame),
            false => Some(frame.t.msg_denied_may_not_listen()),
        },
        percent,
        plays: is_audible && may_sound,
        may_retry: is_audible && may_retry,
    }
}

/// How far it is in a sentence; of one that is here nothing need be said.
fn said(one: &Recording, frame: &Frame) -> Option<String> {
    let t = frame.t;
    Some(match &one.state {
        State::Kept(_) => return None,
        State::Expected(None) => t.msg_sound_expected(),
        State::Expected(Some((Mishap::NotReady, next))) => {
            t.msg_sound_not_ready(frame.second(*next).text)
        }
        State::Expected(Some((why, next))) => {
            t.msg_sound_put_off(mishap(*why, t), frame.second(*next).text)
        }
        State::Fetching(None) => t.msg_sound_fetching(),
        State::Fetching(Some(percent)) => t.msg_sound_percent(i64::from(*percent)),
        State::Gone(_) => t.msg_sound_gone(),
        State::Failed(why, _) => t.msg_sound_failed(mishap(*why, t)),
        State::Removed(at) => t.msg_sound_removed(frame.exact(*at).text),
    })
}

/// Why it could not be fetched, as the end of a sentence.
pub fn mishap(why: Mishap, t: &Words) -> String {
    match why {
        Mishap::Gone => t.msg_mishap_gone(),
        Mishap::NotReady => t.msg_mishap_not_ready(),
        Mishap::Unreached => t.msg_mishap_unreached(),
        Mishap::Refused(status) => t.msg_mishap_refused(status.to_string()),
        Mishap::NotSound => t.msg_mishap_not_sound(),
        Mishap::Empty => t.msg_mishap_empty(),
        Mishap::TooLarge => t.msg_mishap_too_large(),
        Mishap::HostNotAllowed => t.msg_mishap_host_not_allowed(),
        Mishap::Storage => t.msg_mishap_storage(),
    }
}

/// Whose voice it is alone, or who talked in that part of the call; else its number.
fn who(view: &CallView, one: &Recording, t: &Words) -> String {
    match one.voices {
        Voices::Only(Speaker::Client) => return t.msg_sound_client(),
        Voices::Only(Speaker::Agent) => return t.msg_sound_agent(),
        Voices::Only(Speaker::Unknown) | Voices::AgentIn(_) => {}
    }
    let talked: Vec<_> = view
        .call
        .facts
        .legs
        .iter()
        .filter(|leg| leg.talked)
        .collect();
    let n = usize::try_from(one.n).unwrap_or_default();
    // One recording a talk: only then the places fit.
    let leg = talked
        .get(n)
        .filter(|_| talked.len() == view.recordings.len());
    let name = leg.and_then(|leg| leg.operator.name.clone());
    name.unwrap_or_else(|| t.msg_sound_part(one.n + 1))
}
