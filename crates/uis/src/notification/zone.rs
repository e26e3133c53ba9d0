//! The account's distance from UTC, which every notification gives away.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

use super::{LocalTime, Notification};

/// Offsets of the world's zones are multiples of this many seconds; the rest is delay.
const STEP: i64 = 15 * 60;
/// No zone is farther from UTC than this many seconds.
const FARTHEST: i64 = 14 * 3600;
/// Larger stamps are milliseconds (as seconds: year 5138).
const LARGEST_SECONDS: i64 = 100_000_000_000;

impl Notification {
    /// How far the account's clock is from UTC: `notification_time` less `notification_timestamp`, to
    /// the nearest quarter of an hour. `None` when either is missing or the result is no zone's.
    #[must_use]
    pub fn offset(&self) -> Option<Offset> {
        let time = self.notification_time?;
        if time.offset().is_some() {
            return time.offset();
        }
        let stamp = match self.notification_timestamp? {
            seconds @ ..LARGEST_SECONDS => seconds,
            milliseconds => milliseconds / 1000,
        };
        let clock = time.at(&TimeZone::UTC).as_second();
        let apart = clock.checked_sub(stamp)?;
        let rounded = apart.checked_add(STEP / 2)?.div_euclid(STEP) * STEP;
        if rounded.abs() > FARTHEST {
            return None;
        }
        Offset::from_seconds(i32::try_from(rounded).ok()?).ok()
    }

    /// The moment of one of this notification's times: by the time's own offset, else by
    /// [`offset`](Self::offset), else in `zone`.
    #[must_use]
    pub fn moment(&self, time: LocalTime, zone: &TimeZone) -> Timestamp {
        match self.offset() {
            Some(offset) => time.at(&TimeZone::fixed(offset)),
            None => time.at(zone),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(time: &str, stamp: i64) -> Notification {
        Notification {
            notification_time: Some(time.parse().unwrap()),
            notification_timestamp: Some(stamp),
            ..Notification::default()
        }
    }

    #[test]
    fn the_offset_is_the_difference_to_the_nearest_quarter_of_an_hour() {
        let moscow = made("2026-03-28 16:29:07.512", 1_774_704_547);
        assert_eq!(moscow.offset(), Some(Offset::constant(3)));
        let late = made("2026-03-28 16:30:40.000", 1_774_704_547);
        assert_eq!(late.offset(), Some(Offset::constant(3)));
        let in_milliseconds = made("2026-03-28 16:29:07.512", 1_774_704_547_512);
        assert_eq!(in_milliseconds.offset(), Some(Offset::constant(3)));
        let west = made("2026-03-28 09:59:07", 1_774_704_547);
        assert_eq!(
            west.offset(),
            Some(Offset::from_seconds(-3 * 3600 - 1800).unwrap())
        );
    }

    #[test]
    fn a_difference_no_zone_has_is_no_offset() {
        assert_eq!(made("2026-03-29 16:29:07", 1_774_704_547).offset(), None);
        assert_eq!(made("2026-03-28 16:29:07", i64::MIN).offset(), None);
        assert_eq!(Notification::default().offset(), None);
    }

    #[test]
    fn a_moment_needs_the_given_zone_only_when_the_notification_does_not_tell() {
        let start: LocalTime = "2026-03-28 16:29:07.341".parse().unwrap();
        let tells = made("2026-03-28 16:29:07.512", 1_774_704_547);
        assert_eq!(
            tells.moment(start, &TimeZone::UTC).to_string(),
            "2026-03-28T13:29:07.341Z"
        );
        let silent = Notification::default();
        assert_eq!(
            silent.moment(start, &TimeZone::UTC).to_string(),
            "2026-03-28T16:29:07.341Z"
        );
    }
}
