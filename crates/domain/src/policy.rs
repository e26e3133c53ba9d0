//! Ticket policy: which calls make a ticket and where a call goes.

use serde::{Deserialize, Serialize};

use crate::call::{Facts, Outcome, State};
use crate::{At, Status};

/// A channel's policy; the default is the article's "every call".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TicketPolicy {
    /// Which calls make a ticket.
    pub tickets: Tickets,
    /// Where a call goes when its client has a ticket.
    pub attach: Attach,
    /// A solved ticket is opened again by a call within so many hours.
    pub reopen_solved_within_hours: u32,
}

impl Default for TicketPolicy {
    fn default() -> Self {
        Self {
            tickets: Tickets::EveryCall,
            attach: Attach::OpenTicket,
            reopen_solved_within_hours: 72,
        }
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

/// Where a call goes when its client has a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attach {
    /// To the client's open ticket.
    OpenTicket,
    /// To a ticket of its own.
    AlwaysNew,
}

impl TicketPolicy {
    /// The longest reopening, a year.
    pub const LONGEST_REOPEN_HOURS: u32 = 24 * 366;

    /// Whether such a call needs a ticket, as far as is known of it.
    #[must_use]
    pub fn wants_ticket(&self, call: &Facts) -> bool {
        match self.tickets {
            Tickets::EveryCall => true,
            Tickets::Missed => call.outcome == Outcome::Missed,
            Tickets::Answered => call.state == State::Talking || call.outcome == Outcome::Talked,
            Tickets::Never => false,
        }
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
mod tests {
    use super::*;

    fn hours(h: i64) -> At {
        At::from_second(1_774_704_547 + h * 3600).unwrap()
    }

    #[test]
    fn a_solved_ticket_is_opened_again_only_within_its_hours() {
        let policy = TicketPolicy::default();
        assert!(policy.takes(Status::Solved, Some(hours(0)), hours(71)));
        assert!(!policy.takes(Status::Solved, Some(hours(0)), hours(72)));
        assert!(!policy.takes(Status::Closed, Some(hours(0)), hours(1)));
        assert!(policy.takes(Status::OnHold, None, hours(1)));
        assert!(
            !policy.takes(Status::Solved, Some(hours(0)), hours(-1)),
            "a call of before, told late"
        );
    }

    #[test]
    fn always_new_takes_no_ticket() {
        let policy = TicketPolicy {
            attach: Attach::AlwaysNew,
            ..TicketPolicy::default()
        };
        assert!(!policy.takes(Status::Open, None, hours(0)));
    }

    #[test]
    fn a_policy_without_a_field_has_its_default_and_an_unknown_field_is_refused() {
        let policy: TicketPolicy = serde_json::from_str(r#"{"tickets":"missed"}"#).unwrap();
        assert_eq!(policy.attach, Attach::OpenTicket);
        assert!(serde_json::from_str::<TicketPolicy>(r#"{"ticket":"missed"}"#).is_err());
    }
}
