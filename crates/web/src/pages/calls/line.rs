//! A call in a line: which way and how it went, with whom, when, how long.

use desk::calls::CallView;
use domain::{Party, PhoneNumber, State};

use crate::frame::{CallSign, Frame, Moment, duration};

/// A line as it is drawn.
pub struct CallLine {
    /// The call's page.
    pub path: String,
    /// Which way and how it went.
    pub sign: CallSign,
    /// The client's name, when the desk knows one.
    pub client: Option<String>,
    /// The client's page.
    pub client_path: Option<String>,
    /// Whether they come first.
    pub vip: bool,
    /// Whether it came of a test of the connection.
    pub is_test: bool,
    /// The client's number.
    pub number: Option<PhoneNumber>,
    /// What stands in a number's place: an inside number, "hidden".
    pub no_number: String,
    /// Our number.
    pub ours: Option<PhoneNumber>,
    /// The channel's name.
    pub channel: String,
    /// Who talked: the agent, else the operator.
    pub agent: Option<String>,
    /// The ticket's number.
    pub ticket: Option<i64>,
    /// When it began.
    pub moment: Moment,
    /// While it rings: since when.
    pub rings: Option<Moment>,
    /// While they talk: since when.
    pub talks: Option<Moment>,
    /// How long the talk was.
    pub talk: Option<String>,
    /// How long the client waited.
    pub wait: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
}

impl CallLine {
    /// The line of a call.
    #[must_use]
    pub fn of(view: &CallView, frame: &Frame) -> Self {
        let facts = &view.call.facts;
        let operator = facts
            .operator
            .as_ref()
            .and_then(|operator| operator.name.clone());
        let named = view.client.as_ref();
        let wrap_up = view.wrap_up.as_ref();
        let (rings, talks) = match facts.state {
            State::Ringing => (Some(facts.started_at), None),
            State::Talking => (None, Some(facts.answered_at.unwrap_or(facts.started_at))),
            State::Finished => (None, None),
        };
        let number = facts.client.as_ref().and_then(Party::phone).cloned();
        Self {
            path: format!("/calls/{}", view.call.id),
            sign: CallSign::of(facts.direction, facts.state, facts.outcome, frame.t),
            // A client without a name is called by their number, which stands beside.
            client: named
                .map(|client| client.name.clone())
                .filter(|name| Some(name) != number.as_ref().map(PhoneNumber::pretty).as_ref()),
            client_path: named.map(|client| format!("/clients/{}", client.id)),
            vip: named.is_some_and(|client| client.vip),
            is_test: view.call.is_test(),
            no_number: no_number(facts.client.as_ref(), frame),
            number,
            ours: facts
                .virtual_number
                .as_ref()
                .and_then(Party::phone)
                .cloned(),
            channel: view.channel_name.clone(),
            agent: view
                .agent
                .as_ref()
                .map(|agent| agent.name.clone())
                .or(operator),
            ticket: view.ticket_number,
            moment: frame.day_or_hour(facts.started_at),
            rings: rings.map(|at| frame.since(at)),
            talks: talks.map(|at| frame.since(at)),
            talk: facts
                .talk_seconds
                .filter(|seconds| *seconds > 0)
                .map(duration),
            wait: facts.wait_seconds.map(duration),
            outcome: wrap_up.and_then(|one| one.outcome.as_ref().map(|code| code.name.clone())),
        }
    }

    /// While it goes on: since when.
    #[must_use]
    pub fn live(&self) -> Option<&Moment> {
        self.talks.as_ref().or(self.rings.as_ref())
    }
}

/// What is shown where there is no telephone number.
pub(super) fn no_number(party: Option<&Party>, frame: &Frame) -> String {
    match party {
        Some(Party::Phone(number)) => number.pretty(),
        Some(Party::Inside(number)) => number.clone(),
        Some(Party::Withheld) => frame.t.msg_subject_withheld(),
        None => frame.t.msg_subject_unknown(),
    }
}
