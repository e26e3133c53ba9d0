//! One caller of the board in words.

use desk::missed::{Ended, LastTalk, MissedView, Pace};
use domain::{MissedId, PhoneNumber};
use locale::Words;

use super::strip::{Axis, Strip};
use crate::frame::{Frame, Moment, duration};

/// A row as it is drawn.
pub(super) struct Line {
    pub(super) id: MissedId,
    /// `late`, `soon`, `calling` or "".
    pub(super) state: &'static str,
    pub(super) title: String,
    /// The client's page, else the calls of the number.
    pub(super) path: String,
    pub(super) vip: bool,
    /// The number, when it can be dialled.
    pub(super) number: Option<PhoneNumber>,
    /// Whether the title is a name, so that the number stands below.
    pub(super) named: bool,
    pub(super) channel: String,
    pub(super) waited: String,
    pub(super) since: Moment,
    pub(super) tries: usize,
    pub(super) strip: Strip,
    pub(super) rang: String,
    pub(super) last: Option<Last>,
    /// Who is calling them back.
    pub(super) calling: Option<String>,
}

/// The last talk.
pub(super) struct Last {
    pub(super) ticket: Option<i64>,
    pub(super) text: String,
}

/// A row that waits no more.
pub(super) struct Closed {
    pub(super) id: MissedId,
    pub(super) at: Option<Moment>,
    pub(super) title: String,
    pub(super) path: String,
    pub(super) how: String,
    pub(super) waited: String,
    /// Whether it was closed by hand, which can be taken back.
    pub(super) by_hand: bool,
}

impl Line {
    pub(super) fn of(view: &MissedView, axis: &Axis, frame: &Frame) -> Self {
        let row = &view.missed;
        let tries = row.standing.attempts.iter().map(|attempt| attempt.at);
        let number = row.number.as_deref().and_then(|text| text.parse().ok());
        let title = name(view);
        Self {
            id: row.id,
            state: match (&view.called_back, view.pace) {
                (Some(_), _) => "calling",
                (None, Pace::Late) => "late",
                (None, Pace::Soon) => "soon",
                (None, Pace::InTime) => "",
            },
            path: path(view),
            vip: view.client.as_ref().is_some_and(|client| client.vip),
            named: number.as_ref().map(PhoneNumber::pretty).as_ref() != Some(&title),
            number,
            title,
            channel: view.channel.clone(),
            waited: lasted(view.waited, frame.t),
            since: frame.day_or_hour(row.standing.first_at().unwrap_or(frame.now)),
            tries: row.standing.attempts.len(),
            strip: axis.strip(tries),
            rang: rang(view, frame.t),
            last: view.last_talk.as_ref().map(|talk| Last::of(talk, frame)),
            calling: view.called_back.as_ref().map(|call| {
                call.by
                    .clone()
                    .unwrap_or_else(|| frame.t.msg_notices_somebody())
            }),
        }
    }
}

impl Last {
    fn of(talk: &LastTalk, frame: &Frame) -> Self {
        Self {
            ticket: talk.ticket,
            text: talked(talk, &frame.day_or_hour(talk.at).text),
        }
    }
}

impl Closed {
    pub(super) fn of(view: &MissedView, frame: &Frame) -> Self {
        let t = frame.t;
        let (how, by_hand) = match &view.ended {
            Some(Ended::CalledBack(talk)) => (t.msg_missed_called_back(talked(talk, "")), false),
            Some(Ended::CalledAgain(talk)) => (t.msg_missed_called_again(talked(talk, "")), false),
            Some(Ended::ByHand(Some(agent))) => (t.msg_missed_by_hand(agent.name.as_str()), true),
            Some(Ended::ByHand(None)) => (t.msg_missed_by_hand(t.msg_notices_somebody()), true),
            None => (t.msg_missed_reached(), false),
        };
        Self {
            id: view.missed.id,
            at: view.missed.closed_at().map(|at| frame.day_or_hour(at)),
            title: name(view),
            path: path(view),
            how,
            waited: t.msg_missed_waited(lasted(view.waited, t)),
            by_hand,
        }
    }
}

/// The client's name, else the number.
pub(super) fn name(view: &MissedView) -> String {
    if let Some(client) = &view.client {
        return client.name.clone();
    }
    let number = view.missed.number.clone().unwrap_or_default();
    let phone: Option<PhoneNumber> = number.parse().ok();
    phone.map_or(number, |phone| phone.pretty())
}

fn path(view: &MissedView) -> String {
    match (&view.client, &view.missed.number) {
        (Some(client), _) => format!("/clients/{}", client.id),
        (None, Some(number)) => {
            let query = url::form_urlencoded::byte_serialize(number.as_bytes());
            format!("/calls?number={}", query.collect::<String>())
        }
        (None, None) => "/calls".to_owned(),
    }
}

/// Those at whom it rang in vain, each once.
fn rang(view: &MissedView, t: &Words) -> String {
    let mut names: Vec<&str> = Vec::new();
    for attempt in &view.missed.standing.attempts {
        for name in &attempt.rang {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
    }
    match names.is_empty() {
        true => t.msg_missed_rang_nobody(),
        false => names.join(", "),
    }
}

/// "9 Nov, Vera Panina, 2:16".
fn talked(talk: &LastTalk, when: &str) -> String {
    let seconds = talk.seconds.filter(|seconds| *seconds > 0).map(duration);
    let parts = [Some(when.to_owned()), talk.with.clone(), seconds];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// "1 h 52 min" of working time.
pub(super) fn lasted(seconds: i64, t: &Words) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    match hours {
        0 => t.msg_time_short_minutes(minutes),
        _ => format!(
            "{} {}",
            t.msg_time_short_hours(hours),
            t.msg_time_short_minutes(minutes)
        ),
    }
}
