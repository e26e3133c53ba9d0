//! A ticket as a row of the list: who and when, about what, whose.

use std::collections::HashMap;

use desk::calls::CallView;
use desk::tickets::TicketView;
use domain::call::Facts;
use domain::{State, Status, TicketId};

use super::view::Wanted;
use crate::frame::{CallSign, Frame, Moment, initials};
use crate::pages::words::StatusSign;

/// A row.
pub struct Row {
    /// Its ticket's page.
    pub path: String,
    /// Its ticket's number.
    pub number: i64,
    /// The client.
    pub who: String,
    /// Whether they come first.
    pub vip: bool,
    /// The last change, or since when they talk.
    pub time: Moment,
    /// What the mark says: icon, meaning, word.
    pub mark: (&'static str, &'static str, String),
    /// What it is about.
    pub subject: String,
    /// The assignee's name.
    pub assignee: Option<String>,
    /// `live`, `wait`, `unread` or "".
    pub state: &'static str,
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
    pub fn of(calls: Vec<CallView>) -> Self {
        let mut live: HashMap<TicketId, Facts> = HashMap::new();
        for CallView { call, .. } in calls {
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
    view: TicketView,
    frame: &Frame,
    wanted: &Wanted,
    live: &LiveCalls,
    shown: Option<TicketId>,
) -> Row {
    let TicketView {
        ticket,
        client,
        assignee,
        ..
    } = view;
    let call = live.0.get(&ticket.id);
    let (state, time) = match call {
        Some(facts) if facts.state == State::Talking => (
            "live",
            frame.since(facts.answered_at.unwrap_or(facts.started_at)),
        ),
        Some(facts) => ("wait", frame.since(facts.started_at)),
        None if ticket.status == Status::New => ("unread", frame.day_or_hour(ticket.updated_at)),
        None => ("", frame.day_or_hour(ticket.updated_at)),
    };
    let mark = match call {
        Some(facts) => {
            let sign = CallSign::of(facts.direction, facts.state, facts.outcome, frame.t);
            (sign.icon, sign.meaning, sign.word)
        }
        None => {
            let sign = StatusSign::of(ticket.status, frame.language);
            (sign.icon, sign.meaning, sign.word)
        }
    };
    let vip = client.as_ref().is_some_and(|client| client.vip);
    let who = client.map_or_else(|| frame.t.msg_ticket_no_client(), |client| client.name);
    Row {
        path: format!("/tickets/{}{}", ticket.number, wanted.suffix()),
        number: ticket.number,
        vip,
        subject: without(ticket.subject.as_str(), &who),
        who,
        time,
        mark,
        assignee: assignee.map(|agent| agent.name),
        state,
        here: shown == Some(ticket.id),
    }
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
