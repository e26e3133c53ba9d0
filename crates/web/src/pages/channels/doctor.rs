//! The connection doctor: the steps in the article's order, each done, wrong or to come.

use desk::channels::ReadyBody;
use domain::channel::EventTally;
use domain::notification::{Notification, Verdict};
use domain::{Agent, At, Channel};

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
    /// Who works in the channel.
    pub(super) people: &'a [&'a Agent],
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
    /// Step «App Secret»: `ok`, `now` or `wait`.
    pub(super) secret: &'static str,
    /// Step «Токен канала».
    pub(super) token: &'static str,
    /// Step of the four notifications: also `bad`.
    pub(super) four: &'static str,
    /// Step of access and operators.
    pub(super) people: &'static str,
    /// Where notifications are sent to.
    pub(super) address: String,
    /// The four.
    pub(super) events: Vec<Event>,
    /// The latest that could not be read or kept.
    pub(super) unheard: Option<Stumble>,
    /// How many work in the channel, how many of them are operators.
    pub(super) allowed: usize,
    /// How many of them are operators.
    pub(super) operators: usize,
}

impl Doctor {
    /// Looks at the signs.
    pub(super) fn look(signs: Signs<'_>, frame: &Frame) -> Self {
        let events = four(signs.tallies, signs.bodies, signs.latest, frame);
        let health = Health::of(signs.tallies, frame.now);
        let unheard = match health {
            Health::Good | Health::Waiting => None,
            Health::Faulty => signs.latest.iter().find(|one| is_unheard(one)),
        };
        let operators = signs
            .people
            .iter()
            .filter(|agent| is_operator(agent))
            .count();
        let done = [
            signs.channel.app_secret_hint.is_some(),
            !signs.bodies.is_empty(),
            health == Health::Good,
            operators > 0,
        ];
        let [secret, token, four, people] = steps(done);
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
            people,
            address: signs.address,
            events,
            unheard: unheard.map(|one| Stumble::unheard(one, frame)),
            allowed: signs.people.len(),
            operators,
            health,
        }
    }
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

fn is_unheard(one: &Notification) -> bool {
    match one.verdict {
        Verdict::Unreadable | Verdict::Failed => true,
        Verdict::Waiting | Verdict::Heard | Verdict::Aside => false,
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
