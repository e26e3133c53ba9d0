//! What is typed about a channel, read into what is kept.

mod hours;
mod policy;

use domain::Country;
use jiff::tz::TimeZone;

use crate::Why;
use crate::fault::Faults;

pub use hours::{DAY_FIELDS, HoursForm};
pub(super) use hours::{read_callback, read_silence};
pub(crate) use policy::Around;
pub use policy::{MarkForm, PolicyForm};

/// The longest App Secret, in characters; the platform's keys have a few dozen.
const LONGEST_SECRET: usize = 500;
/// App Secrets with fewer characters show none of them.
const SHORTEST_HINTED: usize = 12;
/// A call that is silent for longer than a week is over.
const LONGEST_SILENCE_MINUTES: i64 = 7 * 24 * 60;

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
