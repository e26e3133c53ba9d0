//! The day's line of one caller: every try is a tick, the waiting a stretch.

use std::fmt::Write;

use domain::At;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Zoned};

/// The line's length in the drawing's own units.
const WIDTH: f64 = 180.0;
/// Hours that are always on the line.
const USUAL: (i8, i8) = (9, 18);

/// From which hour of today to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Axis {
    pub(super) from: i8,
    pub(super) to: i8,
    midnight: At,
    now: At,
}

/// A caller's line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Strip {
    pub(super) wait: String,
    pub(super) tries: String,
}

impl Axis {
    /// The usual hours, and as many more as today's tries and the present need.
    pub(super) fn over(tries: impl Iterator<Item = At>, now: At, zone: &TimeZone) -> Self {
        let today = now.to_zoned(zone.clone());
        let midnight = today.start_of_day().unwrap_or_else(|_| today.clone());
        let hour = |at: At| {
            let local: Zoned = at.to_zoned(zone.clone());
            (local.date() == today.date()).then(|| local.hour())
        };
        let first = tries.filter_map(hour).min().unwrap_or(USUAL.0);
        Self {
            from: first.min(USUAL.0).min(today.hour()),
            to: (today.hour() + 1).max(USUAL.1),
            midnight: midnight.timestamp(),
            now,
        }
    }

    /// The tries of one caller; those of other days stand at the beginning.
    pub(super) fn strip(&self, tries: impl Iterator<Item = At> + Clone) -> Strip {
        let first = tries.clone().min().unwrap_or(self.now);
        let mut ticks = String::new();
        for at in tries {
            // Writing into a String cannot fail.
            let _ = write!(ticks, "M{:.1} 2v12", self.place(at));
        }
        Strip {
            wait: format!("M{:.1} 8H{:.1}", self.place(first), self.place(self.now)),
            tries: ticks,
        }
    }

    fn place(&self, at: At) -> f64 {
        let hours = at.duration_since(self.midnight).as_secs_f64()
            / SignedDuration::from_hours(1).as_secs_f64();
        let length = f64::from(self.to) - f64::from(self.from);
        ((hours - f64::from(self.from)) / length * WIDTH).clamp(0.0, WIDTH)
    }
}

#[cfg(test)]
mod strips {
    use super::*;

    fn at(text: &str) -> At {
        text.parse().unwrap()
    }

    #[test]
    fn tries_stand_at_their_hours_and_those_of_other_days_at_the_beginning() {
        let (now, zone) = (
            at("2026-11-19T12:00:00Z"),
            TimeZone::get("Europe/Moscow").unwrap(),
        );
        let tries = [
            at("2026-11-18T12:00:00Z"),
            at("2026-11-19T06:00:00Z"),
            at("2026-11-19T10:30:00Z"),
        ];
        let axis = Axis::over(tries.into_iter(), now, &zone);
        assert_eq!((axis.from, axis.to), (9, 18));
        let strip = axis.strip(tries.into_iter());
        assert_eq!(strip.tries, "M0.0 2v12M0.0 2v12M90.0 2v12");
        assert_eq!(strip.wait, "M0.0 8H120.0");
    }

    #[test]
    fn a_late_evening_makes_the_day_longer() {
        let (now, zone) = (
            at("2026-11-19T20:10:00Z"),
            TimeZone::get("Europe/Moscow").unwrap(),
        );
        let early = [at("2026-11-19T04:10:00Z")];
        let axis = Axis::over(early.into_iter(), now, &zone);
        assert_eq!((axis.from, axis.to), (7, 24));
    }
}
