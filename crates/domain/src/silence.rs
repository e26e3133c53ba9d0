//! Silence: a channel of which nothing comes in working hours, longer than somebody would stay calm.

use jiff::SignedDuration;
use jiff::tz::TimeZone;

use crate::{At, WorkingHours};

/// When a channel's silence is alarming.
#[derive(Debug, Clone, Copy)]
pub struct Patience<'a> {
    /// Minutes of working time without an event.
    pub minutes: i64,
    /// When the channel works.
    pub hours: &'a WorkingHours,
    /// The zone of these hours.
    pub zone: &'a TimeZone,
}

impl Patience<'_> {
    /// The fewest minutes to wait.
    pub const FEWEST_MINUTES: i64 = 5;
    /// The most minutes to wait: three days.
    pub const MOST_MINUTES: i64 = 3 * 24 * 60;

    /// Whether it is over by now: nobody is alarmed outside working hours, nor over a channel that has not begun.
    #[must_use]
    pub fn is_over(&self, last_event: Option<At>, now: At) -> bool {
        let Some(last) = last_event else {
            return false;
        };
        self.hours.covers(now, self.zone)
            && self.hours.worked_between(last, now, self.zone)
                >= SignedDuration::from_mins(self.minutes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::working_hours::Interval;

    fn at(text: &str) -> At {
        format!("{text}+03:00").parse().unwrap()
    }

    /// Half an hour of patience, Thursdays and Fridays from 9 to 18.
    fn is_over(last: Option<&str>, now: &str) -> bool {
        let worked = Interval::read_all("09:00-18:00").unwrap();
        let hours = WorkingHours {
            thursday: worked.clone(),
            friday: worked,
            ..WorkingHours::default()
        };
        let patience = Patience {
            minutes: 30,
            hours: &hours,
            zone: &TimeZone::get("Europe/Moscow").unwrap(),
        };
        patience.is_over(last.map(at), at(now))
    }

    #[test]
    fn silence_is_alarming_after_so_many_minutes() {
        assert!(!is_over(Some("2026-11-05T12:00:00"), "2026-11-05T12:29:59"));
        assert!(is_over(Some("2026-11-05T12:00:00"), "2026-11-05T12:30:00"));
    }

    #[test]
    fn the_night_does_not_count() {
        assert!(!is_over(Some("2026-11-05T17:50:00"), "2026-11-06T09:19:00"));
        assert!(is_over(Some("2026-11-05T17:50:00"), "2026-11-06T09:20:00"));
        assert!(
            !is_over(Some("2026-11-05T12:00:00"), "2026-11-05T23:00:00"),
            "nobody is woken"
        );
    }

    #[test]
    fn a_channel_that_has_not_begun_is_not_silent() {
        assert!(!is_over(None, "2026-11-05T12:30:00"));
    }
}
