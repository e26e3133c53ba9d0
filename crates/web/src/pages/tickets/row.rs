//! A ticket as a row of the list: who and when, about what, how the last call went, how soon, whose.

use std::collections::HashMap;

use desk::tickets::{Listed, TicketView};
use domain::call::Facts;
use domain::{Call, Priority, State, TicketId};
use store::tickets::Standing;

use super::view::Wanted;
use crate::frame::{CallSign, Frame, Moment, initials};
use crate::pages::words::{StatusSign, is_pressing};

/// Labels that a row shows; the others are on the ticket.
const TAGS: usize = 3;

/// A row.
pub struct Row {
    /// Its ticket's page.
    pub path: String,
    /// Its ticket's id.
    pub id: String,
    /// Its ticket's number.
    pub number: i64,
    /// The client.
    pub who: String,
    /// Whether they come first.
    pub vip: bool,
    /// The last change, since when they talk, or since when they wait to be called back.
    pub time: Moment,
    /// Whether the time is one of waiting.
    pub waits: bool,
    /// What the mark says: icon, meaning, word.
    pub mark: (&'static str, &'static str, String),
    /// What it is about.
    pub subject: String,
    /// Where it stands, in a word.
    pub status: String,
    /// How soon, when it is more than usual: `high` or `urgent`, and the word.
    pub priority: Option<(&'static str, String)>,
    /// Some of its labels.
    pub tags: Vec<String>,
    /// The assignee's name.
    pub assignee: Option<String>,
    /// `live`, `wait` or "".
    pub state: &'static str,
    /// Whether something in it is new to whoever looks.
    pub unread: bool,
    /// Whether its ticket is the one shown.
    pub here: bool,
}

impl Row {
    /// "МК".
    #[must_use]
    pub fn assignee_initials(&self) -> String {
        self.assignee.as_deref().map(initials).unwrap_or_default()
    }
}

/// Calls that are not over, by their ticket.
pub struct LiveCalls(HashMap<TicketId, Facts>);

impl LiveCalls {
    /// Out of these calls; one that is talked outweighs one that rings.
    #[must_use]
    pub fn of(calls: Vec<Call>) -> Self {
        let mut live: HashMap<TicketId, Facts> = HashMap::new();
        for call in calls {
            let Some(ticket) = call.ticket_id else {
                continue;
            };
            let talked = live
                .get(&ticket)
                .is_some_and(|facts| facts.state == State::Talking);
            if !talked {
                live.insert(ticket, call.facts);
            }
        }
        Self(live)
    }
}

/// The row of a ticket.
pub fn row(
    listed: Listed,
    frame: &Frame,
    wanted: &Wanted,
    live: &LiveCalls,
    shown: Option<TicketId>,
) -> Row {
    let standing = listed.standing;
    let TicketView {
        ticket,
        client,
        assignee,
        ..
    } = listed.view;
    let call = live.0.get(&ticket.id);
    let waiting = standing.waiting_since.filter(|_| ticket.status.is_open());
    let (state, time) = match (call, waiting) {
        (Some(facts), _) if facts.state == State::Talking => (
            "live",
            frame.since(facts.answered_at.unwrap_or(facts.started_at)),
        ),
        (Some(facts), _) => ("wait", frame.since(facts.started_at)),
        (None, Some(since)) => ("wait", frame.waiting(since)),
        (None, None) => ("", frame.day_or_hour(ticket.updated_at)),
    };
    let status = StatusSign::of(ticket.status, frame.language);
    let vip = client.as_ref().is_some_and(|client| client.vip);
    let who = client.map_or_else(|| frame.t.msg_ticket_no_client(), |client| client.name);
    let there = wanted.at(listed.at.to_string());
    let place = ticket.number;
    Row {
        path: format!("/tickets/{place}{}", there.suffix()),
        id: ticket.id.to_string(),
        number: ticket.number,
        vip,
        subject: without(ticket.subject.as_str(), &who),
        who,
        time,
        waits: call.is_none() && waiting.is_some(),
        mark: mark(call, &standing, &status, frame),
        status: status.word,
        priority: pressing(ticket.priority, frame),
        tags: ticket.tags.into_iter().take(TAGS).collect(),
        assignee: assignee.map(|agent| agent.name),
        state,
        unread: listed.unread && shown != Some(ticket.id),
        here: shown == Some(ticket.id),
    }
}

/// The call that is on, else what became of the last one, else where the ticket stands.
fn mark(
    call: Option<&Facts>,
    standing: &Standing,
    status: &StatusSign,
    frame: &Frame,
) -> (&'static str, &'static str, String) {
    let sign = match (call, &standing.last_call) {
        (Some(facts), _) => CallSign::of(facts.direction, facts.state, facts.outcome, frame.t),
        (None, Some(last)) => CallSign::of(last.direction, last.state, last.outcome, frame.t),
        (None, None) => return (status.icon, status.meaning, status.word.clone()),
    };
    (sign.icon, sign.meaning, sign.word)
}

fn pressing(priority: Priority, frame: &Frame) -> Option<(&'static str, String)> {
    let word = || desk::words::priority_name(priority, frame.language);
    is_pressing(priority).then(|| (priority.as_str(), word()))
}

/// What it is about, without the client's name at its end: that stands above.
fn without(subject: &str, who: &str) -> String {
    let rest = subject
        .strip_suffix(who)
        .map(|rest| rest.trim_end().trim_end_matches(':').trim_end());
    rest.filter(|rest| !rest.is_empty())
        .unwrap_or(subject)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn the_client_is_not_named_twice() {
        assert_eq!(
            without("Пропущенный звонок: +7 916 000-00-02", "+7 916 000-00-02"),
            "Пропущенный звонок"
        );
        assert_eq!(without("Не приехал заказ", "Ирина"), "Не приехал заказ");
        assert_eq!(without("Ирина", "Ирина"), "Ирина");
    }
}
