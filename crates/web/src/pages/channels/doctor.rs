//! The connection doctor: the steps in the article's order, each done, wrong or to come.

use desk::channels::{ReadyBody, Stranger};
use domain::call::is_test_session;
use domain::channel::{EventTally, Token};
use domain::notification::Notification;
use domain::{Agent, At, Channel, TokenId};

use super::event::{Event, Stumble, four};
use super::health::Health;
use crate::frame::Frame;

/// What the doctor looks at.
pub(super) struct Signs<'a> {
    /// The channel.
    pub(super) channel: &'a Channel,
    /// How often each event came.
    pub(super) tallies: &'a [EventTally],
    /// The ready bodies, once there is a token.
    pub(super) bodies: &'a [ReadyBody],
    /// The latest requests, newest first.
    pub(super) latest: &'a [Notification],
    /// The latest that could not be read or kept.
    pub(super) unread: Option<&'a Notification>,
    /// Who works in the channel.
    pub(super) people: &'a [&'a Agent],
    /// Live tokens, newest first.
    pub(super) tokens: &'a [(Token, String)],
    /// The last request with each.
    pub(super) uses: &'a [(TokenId, Notification)],
    /// Operators who are no agent.
    pub(super) strangers: Vec<Stranger>,
    /// Since when the channel has been silent, if it is.
    pub(super) silent_since: Option<At>,
    /// Where notifications are sent to.
    pub(super) address: String,
}

/// What the doctor says.
pub(super) struct Doctor {
    /// How the channel is.
    pub(super) health: Health,
    /// The same in a sentence.
    pub(super) verdict: String,
    /// When a notification came last.
    pub(super) last: Option<At>,
    /// Steps «Ключ API» and «App Secret»: `ok`, `now` or `wait`.
    pub(super) secret: &'static str,
    /// Step «Токен канала».
    pub(super) token: &'static str,
    /// Step of the four notifications: also `bad`.
    pub(super) four: &'static str,
    /// Step of the token in them: also `bad`.
    pub(super) in_body: &'static str,
    /// The token they come with.
    pub(super) came_with: Option<String>,
    /// Step of the softphone.
    pub(super) softphone: &'static str,
    /// Step of access.
    pub(super) access: &'static str,
    /// Step of operators.
    pub(super) people: &'static str,
    /// Step of virtual numbers.
    pub(super) numbers: &'static str,
    /// Where notifications are sent to.
    pub(super) address: String,
    /// The four.
    pub(super) events: Vec<Event>,
    /// The latest that could not be read or kept.
    pub(super) unheard: Option<Stumble>,
    /// How many work in the channel.
    pub(super) allowed: usize,
    /// How many of them are operators.
    pub(super) operators: usize,
    /// How many of them have a number.
    pub(super) numbered: usize,
    /// Operators who are no agent.
    pub(super) strangers: Vec<Stranger>,
    /// Since when the channel has been silent, if it is.
    pub(super) silent_since: Option<At>,
}

impl Doctor {
    /// Looks at the signs.
    pub(super) fn look(signs: Signs<'_>, frame: &Frame) -> Self {
        let events = four(signs.tallies, signs.bodies, signs.latest, frame);
        let health = Health::of(signs.tallies, frame.now);
        let count = |fits: fn(&Agent) -> bool| signs.people.iter().filter(|one| fits(one)).count();
        let (operators, numbered) = (count(is_operator), count(has_number));
        let in_body = Carried::of(&signs);
        let done = [
            signs.channel.app_secret_hint.is_some(),
            !signs.bodies.is_empty(),
            health == Health::Good,
            in_body == Carried::Newest,
            has_talked(signs.tallies),
            !signs.people.is_empty(),
            operators > 0,
            numbered > 0,
        ];
        let [
            secret,
            token,
            four,
            carried,
            softphone,
            access,
            people,
            numbers,
        ] = steps(done);
        Self {
            verdict: verdict(health, &events, frame),
            last: signs.tallies.iter().map(|tally| tally.last_at).max(),
            secret,
            token,
            four: if health == Health::Faulty {
                "bad"
            } else {
                four
            },
            in_body: if in_body == Carried::Old {
                "bad"
            } else {
                carried
            },
            came_with: signs.tokens.first().map(|(token, _)| token.hint.clone()),
            softphone,
            access,
            people: if signs.strangers.is_empty() {
                people
            } else {
                "bad"
            },
            numbers,
            address: signs.address,
            events,
            unheard: signs.unread.map(|one| Stumble::unheard(one, frame)),
            allowed: signs.people.len(),
            operators,
            numbered,
            strangers: signs.strangers,
            silent_since: signs.silent_since,
            health,
        }
    }
}

/// Which token notifications come with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Carried {
    /// None has come.
    Nothing,
    /// The newest.
    Newest,
    /// Some came with an older one since the newest was made.
    Old,
}

impl Carried {
    fn of(signs: &Signs<'_>) -> Self {
        let Some((newest, _)) = signs.tokens.first() else {
            return Self::Nothing;
        };
        let real = |one: &Notification| !one.session_id.is_some_and(is_test_session);
        let uses = || signs.uses.iter().filter(|(_, last)| real(last));
        let old = uses()
            .any(|(token, last)| *token != newest.id && last.last_received_at > newest.created_at);
        match uses().any(|(token, _)| *token == newest.id) {
            _ if old => Self::Old,
            true => Self::Newest,
            false => Self::Nothing,
        }
    }
}

/// Whoever talks has the softphone running.
fn has_talked(tallies: &[EventTally]) -> bool {
    tallies
        .iter()
        .any(|tally| tally.event == uis::Event::TalkStarted.mnemonic())
}

fn has_number(agent: &Agent) -> bool {
    agent.telephony.virtual_number.is_some()
}

/// The first that is not done is the one for now.
fn steps<const N: usize>(done: [bool; N]) -> [&'static str; N] {
    let first = done.iter().position(|done| !done);
    std::array::from_fn(|place| match first {
        _ if done[place] => "ok",
        Some(first) if first == place => "now",
        _ => "wait",
    })
}

fn verdict(health: Health, events: &[Event], frame: &Frame) -> String {
    let faulty = events.iter().filter(|event| event.state == "bad").count();
    match health {
        Health::Faulty if faulty > 0 => frame.t.msg_doctor_faulty(faulty),
        Health::Faulty => frame.t.msg_doctor_unheard(),
        Health::Waiting => frame.t.msg_doctor_waiting(),
        Health::Good if events.iter().all(|event| event.state == "ok") => {
            frame.t.msg_doctor_all_well()
        }
        Health::Good => frame.t.msg_doctor_some_well(),
    }
}

/// Whether calls can be theirs: they may call, and the provider knows them.
fn is_operator(agent: &Agent) -> bool {
    agent.role.may_call() && agent.telephony.operator_id.is_some()
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn the_first_step_that_is_not_done_is_the_one_for_now() {
        assert_eq!(
            steps([true, false, true, false]),
            ["ok", "now", "ok", "wait"]
        );
        assert_eq!(steps([true, true]), ["ok", "ok"]);
    }
}
