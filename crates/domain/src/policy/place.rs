//! Where a call goes: the one rule that hearing follows and a rehearsal tries out.

use super::TicketPolicy;
use crate::call::{Facts, Outcome, State};
use crate::{At, Status, Ticket, TicketId};

/// A ticket of the call's client, as far as the rule looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub id: TicketId,
    /// Where it stands.
    pub status: Status,
    /// When it was solved, while it is.
    pub solved_at: Option<At>,
}

impl From<&Ticket> for Candidate {
    fn from(ticket: &Ticket) -> Self {
        Self {
            id: ticket.id,
            status: ticket.status,
            solved_at: ticket.solved_at,
        }
    }
}

/// Where a call goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It needs no ticket.
    Nowhere,
    /// Into this ticket, which is in work.
    Joins(TicketId),
    /// Into this ticket, which was solved and is opened again.
    Reopens(TicketId),
    /// Into a ticket of its own.
    Own,
}

impl TicketPolicy {
    /// Whether the client's other tickets matter at all.
    #[must_use]
    pub fn looks_for_tickets(&self) -> bool {
        match self.attach {
            super::Attach::OpenTicket => true,
            super::Attach::AlwaysNew => false,
        }
    }

    /// Where a call goes that needs a ticket: into the first of these that takes it, else into one of its own.
    #[must_use]
    pub fn place(&self, theirs: impl IntoIterator<Item = Candidate>, started_at: At) -> Place {
        let mut taking = theirs
            .into_iter()
            .filter(|ticket| self.takes(ticket.status, ticket.solved_at, started_at));
        match taking.next() {
            Some(ticket) if ticket.status == Status::Solved => Place::Reopens(ticket.id),
            Some(ticket) => Place::Joins(ticket.id),
            None => Place::Own,
        }
    }

    /// Where a call that is over has gone: at its first sign it is placed by what is known then, and what it has joined
    /// keeps it; a ticket of its own goes again when it turns out not to be needed.
    #[must_use]
    pub fn place_over_life(&self, call: &Facts, spammer: bool, theirs: &[Candidate]) -> Place {
        let theirs = || theirs.iter().copied();
        let begun = at_first_sign(call);
        if self.wants_ticket(&begun, spammer) {
            let first = self.place(theirs(), call.started_at);
            match first {
                Place::Joins(_) | Place::Reopens(_) => return first,
                Place::Own | Place::Nowhere => {}
            }
        }
        if self.wants_ticket(call, spammer) {
            self.place(theirs(), call.started_at)
        } else {
            Place::Nowhere
        }
    }
}

/// What was known of a call when it began.
fn at_first_sign(call: &Facts) -> Facts {
    Facts {
        state: State::Ringing,
        outcome: Outcome::Unknown,
        answered_at: None,
        finished_at: None,
        talk_seconds: None,
        total_seconds: None,
        ..call.clone()
    }
}
