//! A rehearsal: what a policy would have made of calls that are over, told in the order they began.

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use super::{Candidate, Place, TicketPolicy};
use crate::call::Facts;
use crate::{At, ClientId, Status, TicketId};

/// Tickets of one client that the desk looks at.
const LOOKED_AT: usize = 5;
/// A ticket that there never was is taken to be solved after this.
const USUAL_WORK: SignedDuration = SignedDuration::from_hours(24);

/// A call that is over, with what people did about it.
#[derive(Debug, Clone)]
pub struct PastCall {
    /// Whose.
    pub client: Option<ClientId>,
    /// Whether that is a spammer.
    pub spammer: bool,
    /// What is known of it.
    pub facts: Facts,
    /// How work on its ticket ended, when it has one.
    pub work: Work,
}

/// How work on a ticket ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// There was no ticket.
    None,
    /// It goes on.
    GoesOn,
    /// It was solved then.
    Solved(At),
    /// It was closed then, for good.
    Closed(At),
}

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// A ticket was made.
    Made,
    /// It joined a ticket in work.
    Joined,
    /// It opened a solved ticket again.
    Reopened,
    /// No ticket.
    None,
}

impl Fate {
    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Joined => "joined",
            Self::Reopened => "reopened",
            Self::None => "none",
        }
    }
}

/// How often each happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fates {
    /// Tickets made.
    pub made: i64,
    /// Calls that joined one.
    pub joined: i64,
    /// Tickets opened again.
    pub reopened: i64,
    /// Calls without one.
    pub none: i64,
}

impl Fates {
    /// Counts one more.
    pub fn count(&mut self, fate: Fate) {
        match fate {
            Fate::Made => self.made += 1,
            Fate::Joined => self.joined += 1,
            Fate::Reopened => self.reopened += 1,
            Fate::None => self.none += 1,
        }
    }
}

/// A policy at its rehearsal: the tickets there would be.
#[derive(Debug)]
pub struct Rehearsal {
    policy: TicketPolicy,
    tickets: HashMap<ClientId, Vec<Would>>,
    spammers: HashSet<ClientId>,
    made: u128,
}

/// A ticket that there would be.
#[derive(Debug, Clone, Copy)]
struct Would {
    id: TicketId,
    work: Work,
}

impl Rehearsal {
    /// Before the first call.
    #[must_use]
    pub fn of(policy: TicketPolicy) -> Self {
        Self {
            policy,
            tickets: HashMap::new(),
            spammers: HashSet::new(),
            made: 0,
        }
    }

    /// What would have become of the next call.
    pub fn next(&mut self, call: &PastCall) -> Fate {
        if let Some(client) = call.client.filter(|_| call.spammer) {
            return self.next_of_spammer(call, client);
        }
        let at = call.facts.started_at;
        let theirs = call.client.and_then(|client| self.tickets.get(&client));
        let theirs = candidates(theirs.map_or(&[], Vec::as_slice), at);
        let place = self
            .policy
            .place_over_life(&call.facts, call.spammer, &theirs);
        match place {
            Place::Nowhere => Fate::None,
            Place::Joins(_) => Fate::Joined,
            Place::Reopens(id) => {
                self.reopen(call, id);
                Fate::Reopened
            }
            Place::Own => {
                self.make(call);
                Fate::Made
            }
        }
    }

    /// A spammer's calls gather in one ticket.
    fn next_of_spammer(&mut self, call: &PastCall, client: ClientId) -> Fate {
        if !self.policy.wants_ticket(&call.facts, true) {
            Fate::None
        } else if self.spammers.insert(client) {
            Fate::Made
        } else {
            Fate::Joined
        }
    }

    fn make(&mut self, call: &PastCall) {
        let Some(client) = call.client else {
            return;
        };
        self.made += 1;
        let ticket = Would {
            id: TicketId(uuid::Uuid::from_u128(self.made)),
            work: work_after(call),
        };
        let theirs = self.tickets.entry(client).or_default();
        theirs.insert(0, ticket);
        theirs.truncate(LOOKED_AT);
    }

    fn reopen(&mut self, call: &PastCall, id: TicketId) {
        let theirs = call.client.and_then(|client| self.tickets.get_mut(&client));
        for ticket in theirs
            .into_iter()
            .flatten()
            .filter(|ticket| ticket.id == id)
        {
            ticket.work = work_after(call);
        }
    }
}

/// People would have done then what they did: the ticket is solved when the call's real one was.
fn work_after(call: &PastCall) -> Work {
    let begun = call.facts.started_at;
    match call.work {
        Work::Solved(at) | Work::Closed(at) if at <= begun => Work::Solved(begun + USUAL_WORK),
        Work::None => Work::Solved(begun + USUAL_WORK),
        Work::GoesOn => Work::GoesOn,
        Work::Solved(at) => Work::Solved(at),
        Work::Closed(at) => Work::Closed(at),
    }
}

/// The tickets as they would have stood then: those in work first, then the latest.
fn candidates(theirs: &[Would], at: At) -> Vec<Candidate> {
    let mut then: Vec<Candidate> = theirs
        .iter()
        .map(|ticket| {
            let (status, solved_at) = match ticket.work {
                Work::Solved(solved) if solved <= at => (Status::Solved, Some(solved)),
                Work::Closed(closed) if closed <= at => (Status::Closed, None),
                Work::Solved(_) | Work::Closed(_) | Work::GoesOn | Work::None => {
                    (Status::Open, None)
                }
            };
            Candidate {
                id: ticket.id,
                status,
                solved_at,
            }
        })
        .collect();
    then.sort_by_key(|ticket| ticket.status == Status::Solved);
    then
}
