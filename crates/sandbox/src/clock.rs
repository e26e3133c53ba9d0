//! The sandbox's one clock, and how the platform writes moments down.

use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Unit};

/// The account's time zone by its IANA name.
pub(crate) const ZONE: &str = "Europe/Moscow";

/// Now, to the millisecond: the platform knows no finer moments.
pub(crate) fn now() -> Timestamp {
    #[expect(clippy::disallowed_methods, reason = "the sandbox's one clock")]
    let now = Timestamp::now();
    now.round(Unit::Millisecond).unwrap_or(now)
}

/// The account's zone; its fixed offset where the system has no zone files.
pub(crate) fn zone() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or_else(|_| TimeZone::fixed(Offset::constant(3)))
}

/// `YYYY-MM-DD hh:mm:ss.sss` without a zone, as notifications carry moments.
pub(crate) fn to_milliseconds(at: Timestamp) -> String {
    at.to_zoned(zone())
        .strftime("%Y-%m-%d %H:%M:%S.%3f")
        .to_string()
}

/// `YYYY-MM-DD hh:mm:ss` without a zone, as the Data API writes moments.
pub(crate) fn to_seconds(at: Timestamp) -> String {
    at.to_zoned(zone())
        .strftime("%Y-%m-%d %H:%M:%S")
        .to_string()
}

/// `YYYY-MM-DDThh:mm:ss.sss` without a zone, as `list.calls` shows it.
pub(crate) fn to_iso(at: Timestamp) -> String {
    at.to_zoned(zone())
        .strftime("%Y-%m-%dT%H:%M:%S.%3f")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_the_zone_of_the_account() {
        let at: Timestamp = "2026-03-28T13:29:07.341Z".parse().unwrap();
        assert_eq!(to_milliseconds(at), "2026-03-28 16:29:07.341");
    }

    #[test]
    fn whole_seconds_keep_their_three_digits() {
        let at: Timestamp = "2026-03-28T21:00:00Z".parse().unwrap();
        assert_eq!(to_milliseconds(at), "2026-03-29 00:00:00.000");
    }
}
