//! Ticket policy: which calls make a ticket and where a call goes.

mod mark;
mod place;
pub mod rehearsal;

use serde::{Deserialize, Serialize};

use crate::call::{Facts, Outcome, State};
use crate::{At, PhoneNumber, Status};

pub use mark::Mark;
pub use place::{Candidate, Place};

/// A channel's policy; the default is the article's "every call".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TicketPolicy {
    /// Which calls make a ticket.
    pub tickets: Tickets,
    /// Where a call goes when its client has a ticket.
    pub attach: Attach,
    /// A solved ticket is opened again by a call within so many hours.
    pub reopen_solved_within_hours: u32,
    /// Only calls by these numbers of ours need a ticket; empty: by any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub virtual_numbers: Vec<PhoneNumber>,
    /// A talk that was shorter needs no ticket.
    #[serde(skip_serializing_if = "is_zero")]
    pub min_talk_seconds: u32,
    /// What becomes of spammers' calls.
    #[serde(skip_serializing_if = "Spammers::is_usual")]
    pub spammers: Spammers,
    /// What a ticket gets whose call began outside working hours.
    #[serde(skip_serializing_if = "Mark::is_empty")]
    pub outside_hours: Mark,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(seconds: &u32) -> bool {
    *seconds == 0
}

impl Default for TicketPolicy {
    fn default() -> Self {
        Self {
            tickets: Tickets::EveryCall,
            attach: Attach::OpenTicket,
            reopen_solved_within_hours: 72,
            virtual_numbers: Vec::new(),
            min_talk_seconds: 0,
            spammers: Spammers::SpamTicket,
            outside_hours: Mark::default(),
        }
    }
}

/// What becomes of spammers' calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spammers {
    /// Their tickets are spam from the start.
    SpamTicket,
    /// They need no ticket.
    NoTicket,
}

impl Spammers {
    /// Its name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SpamTicket => "spam_ticket",
            Self::NoTicket => "no_ticket",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    fn is_usual(&self) -> bool {
        *self == Self::SpamTicket
    }
}

/// Which calls make a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tickets {
    /// Every one, from its first sign.
    EveryCall,
    /// Incoming calls that nobody took.
    Missed,
    /// Calls in which somebody talked.
    Answered,
    /// None.
    Never,
}

impl Tickets {
    /// Its name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EveryCall => "every_call",
            Self::Missed => "missed",
            Self::Answered => "answered",
            Self::Never => "never",
        }
    }
}

/// Where a call goes when its client has a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attach {
    /// To the client's open ticket.
    OpenTicket,
    /// To a ticket of its own.
    AlwaysNew,
}

impl Attach {
    /// Its name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OpenTicket => "open_ticket",
            Self::AlwaysNew => "always_new",
        }
    }
}

impl TicketPolicy {
    /// The longest reopening, a year.
    pub const LONGEST_REOPEN_HOURS: u32 = 24 * 366;

    /// The longest talk that may be too short for a ticket: an hour.
    pub const LONGEST_MIN_TALK: u32 = 3600;
    /// The most numbers of ours that a policy may name.
    pub const MOST_NUMBERS: usize = 100;

    /// Whether such a call needs a ticket, as far as is known of it.
    #[must_use]
    pub fn wants_ticket(&self, call: &Facts, spammer: bool) -> bool {
        if !self.applies_to(call) || self.is_too_short(call) {
            return false;
        }
        if spammer && self.spammers == Spammers::NoTicket {
            return false;
        }
        match self.tickets {
            Tickets::EveryCall => true,
            Tickets::Missed => call.outcome == Outcome::Missed,
            Tickets::Answered => self.is_answered(call),
            Tickets::Never => false,
        }
    }

    /// A number that is not told yet may be one of those.
    fn applies_to(&self, call: &Facts) -> bool {
        let ours = call.virtual_number.as_ref().and_then(|party| party.phone());
        self.virtual_numbers.is_empty()
            || ours.is_none_or(|number| self.virtual_numbers.contains(number))
    }

    /// Only of a talk that is over one knows how long it was.
    fn is_too_short(&self, call: &Facts) -> bool {
        call.outcome == Outcome::Talked
            && call
                .talk_seconds
                .is_some_and(|seconds| seconds < i64::from(self.min_talk_seconds))
    }

    fn is_answered(&self, call: &Facts) -> bool {
        let talks = call.state == State::Talking && self.min_talk_seconds == 0;
        talks || call.outcome == Outcome::Talked
    }

    /// Whether a client's ticket in this status takes a call that began at `started_at`.
    #[must_use]
    pub fn takes(&self, status: Status, solved_at: Option<At>, started_at: At) -> bool {
        match self.attach {
            Attach::AlwaysNew => false,
            Attach::OpenTicket => match status {
                Status::New | Status::Open | Status::Pending | Status::OnHold => true,
                Status::Solved => solved_at.is_some_and(|at| self.still_reopens(at, started_at)),
                Status::Closed | Status::Spam | Status::Deleted | Status::Merged => false,
            },
        }
    }

    /// A call from before the solution does not open it again; the PBX's clock may be a little behind ours.
    fn still_reopens(&self, solved_at: At, started_at: At) -> bool {
        const CLOCKS_APART: i64 = 300;
        let seconds = started_at.duration_since(solved_at).as_secs();
        (-CLOCKS_APART..i64::from(self.reopen_solved_within_hours) * 3600).contains(&seconds)
    }
}

#[cfg(test)]
mod tests;
