//! What is typed about a channel, read into what is kept.

use domain::policy::{Attach, Tickets};
use domain::{Country, TicketPolicy};
use jiff::tz::TimeZone;
use serde::de::DeserializeOwned;

use crate::Why;
use crate::fault::Faults;

/// The longest App Secret, in characters; the platform's keys have a few dozen.
const LONGEST_SECRET: usize = 500;
/// App Secrets with fewer characters show none of them.
const SHORTEST_HINTED: usize = 12;
/// A call that is silent for longer than a week is over.
const LONGEST_SILENCE_MINUTES: i64 = 7 * 24 * 60;

/// A ticket policy as typed: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PolicyForm {
    /// Which calls make a ticket: `every_call`, `missed`, `answered`, `never`.
    pub tickets: Option<String>,
    /// Where a call of a client with a ticket goes: `open_ticket`, `always_new`.
    pub attach: Option<String>,
    /// A solved ticket is opened again by a call within so many hours.
    pub reopen_solved_within_hours: Option<i64>,
}

impl PolicyForm {
    /// What it makes of the policy there was.
    pub(super) fn read(&self, faults: &mut Faults, before: TicketPolicy) -> TicketPolicy {
        let mut after = before;
        if let Some(typed) = &self.tickets {
            let known = vec!["every_call", "missed", "answered", "never"];
            let read = one_of::<Tickets>(typed, known);
            after.tickets = faults
                .take("ticket_policy.tickets", read)
                .unwrap_or(before.tickets);
        }
        if let Some(typed) = &self.attach {
            let known = vec!["open_ticket", "always_new"];
            let read = one_of::<Attach>(typed, known);
            after.attach = faults
                .take("ticket_policy.attach", read)
                .unwrap_or(before.attach);
        }
        if let Some(hours) = self.reopen_solved_within_hours {
            let most = TicketPolicy::LONGEST_REOPEN_HOURS;
            let read = u32::try_from(hours).ok().filter(|hours| *hours <= most);
            let read = read.ok_or(Why::NotWithin(0, i64::from(most)));
            let field = "ticket_policy.reopen_solved_within_hours";
            let hours = faults.take(field, read);
            after.reopen_solved_within_hours = hours.unwrap_or(before.reopen_solved_within_hours);
        }
        after
    }
}

fn one_of<T: DeserializeOwned>(typed: &str, known: Vec<&'static str>) -> Result<T, Why> {
    let named = serde_json::Value::from(typed.trim());
    serde_json::from_value(named).map_err(|_| Why::NotOneOf(known))
}

pub(super) fn read_country(faults: &mut Faults, typed: &str) -> Option<Country> {
    faults.take("country", typed.parse().map_err(|_| Why::NotACountry))
}

/// An IANA name that this machine knows, in its usual spelling.
pub(super) fn read_time_zone(faults: &mut Faults, typed: &str) -> Option<String> {
    let known = TimeZone::get(typed.trim()).ok();
    let name = known.and_then(|zone| zone.iana_name().map(str::to_owned));
    faults.take("time_zone", name.ok_or(Why::NotATimeZone))
}

pub(super) fn read_close_after(faults: &mut Faults, minutes: i64) -> Option<i64> {
    let within = (1..=LONGEST_SILENCE_MINUTES).contains(&minutes);
    let read = within.then_some(minutes);
    let read = read.ok_or(Why::NotWithin(1, LONGEST_SILENCE_MINUTES));
    faults.take("close_after_minutes", read)
}

/// An App Secret; nothing when none was typed, because a form never gets the one that is kept.
pub(super) fn read_app_secret(faults: &mut Faults, typed: Option<&str>) -> Option<String> {
    let typed = typed.map(str::trim).filter(|typed| !typed.is_empty())?;
    if typed.chars().count() > LONGEST_SECRET {
        faults.add("app_secret", Why::TooLong(LONGEST_SECRET));
        return None;
    }
    Some(typed.to_owned())
}

/// As much of an App Secret as tells it from another.
pub(super) fn hint(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let shown = if letters.len() < SHORTEST_HINTED {
        0
    } else {
        4
    };
    let tail: String = letters[letters.len() - shown..].iter().collect();
    format!("…{tail}")
}
