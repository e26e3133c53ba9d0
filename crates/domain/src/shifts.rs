//! When somebody works: hours of the week in their own time zone, and days on which they do not.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::{AbsenceId, At};

/// Minutes of a day.
pub const DAY: i16 = 24 * 60;

/// A piece of a day, in minutes since its beginning; one that ends not after it begins lasts into the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// 1 is Monday, 7 is Sunday.
    pub day: i8,
    /// From this minute on.
    pub from: i16,
    /// Until before this one.
    pub to: i16,
}

/// Hours of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shifts {
    /// IANA.
    pub time_zone: String,
    /// When; none: never.
    pub intervals: Vec<Shift>,
}

/// Days on which somebody is not at work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Why; may be empty.
    pub reason: String,
}

impl Shifts {
    /// Whether this moment is within them, and no absence covers it.
    #[must_use]
    pub fn cover(&self, absences: &[Absence], moment: At) -> bool {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let local = moment.to_zoned(zone).datetime();
        let minute = i16::from(local.hour()) * 60 + i16::from(local.minute());
        let (today, yesterday) = (local.date(), local.date().yesterday().ok());
        let works = |day: Date, minute: i16| {
            let free = absences.iter().any(|a| a.first <= day && day <= a.last);
            !free && self.of(day.weekday()).any(|piece| piece.holds(minute))
        };
        works(today, minute) || yesterday.is_some_and(|day| works(day, minute + DAY))
    }

    fn of(&self, day: Weekday) -> impl Iterator<Item = &Shift> {
        let day = day.to_monday_one_offset();
        self.intervals.iter().filter(move |piece| piece.day == day)
    }
}

impl Shift {
    /// Whether a minute since the beginning of its day is within it.
    fn holds(self, minute: i16) -> bool {
        let to = if self.to > self.from {
            self.to
        } else {
            self.to + DAY
        };
        (self.from..to).contains(&minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(intervals: &[(i8, i16, i16)]) -> Shifts {
        let piece = |&(day, from, to)| Shift { day, from, to };
        Shifts {
            time_zone: "Europe/Moscow".to_owned(),
            intervals: intervals.iter().map(piece).collect(),
        }
    }

    fn at(text: &str) -> At {
        text.parse().unwrap()
    }

    #[test]
    fn hours_are_of_their_own_zone() {
        // 23 November 2026 is a Monday; Moscow is three hours ahead.
        let nine_to_six = hours(&[(1, 540, 1080)]);
        assert!(nine_to_six.cover(&[], at("2026-11-23T06:00:00Z")));
        assert!(!nine_to_six.cover(&[], at("2026-11-23T05:59:59Z")));
        assert!(!nine_to_six.cover(&[], at("2026-11-23T15:00:00Z")));
        assert!(!nine_to_six.cover(&[], at("2026-11-24T07:00:00Z")));
    }

    #[test]
    fn a_night_shift_lasts_into_the_next_day() {
        let night = hours(&[(7, 22 * 60, 6 * 60)]);
        assert!(night.cover(&[], at("2026-11-22T20:00:00Z")));
        assert!(night.cover(&[], at("2026-11-23T02:59:00Z")));
        assert!(!night.cover(&[], at("2026-11-23T03:00:00Z")));
        let whole_day = hours(&[(1, 0, 0)]);
        assert!(whole_day.cover(&[], at("2026-11-23T20:59:00Z")));
        assert!(!whole_day.cover(&[], at("2026-11-23T21:00:00Z")));
    }

    #[test]
    fn an_absence_takes_whole_days_away_and_the_night_that_begins_in_them() {
        let night = hours(&[(7, 22 * 60, 6 * 60), (1, 22 * 60, 6 * 60)]);
        let sunday = Absence {
            id: AbsenceId::at(At::UNIX_EPOCH),
            first: "2026-11-21".parse().unwrap(),
            last: "2026-11-22".parse().unwrap(),
            reason: "отпуск".to_owned(),
        };
        let off = std::slice::from_ref(&sunday);
        assert!(!night.cover(off, at("2026-11-22T20:00:00Z")));
        assert!(!night.cover(off, at("2026-11-23T01:00:00Z")));
        assert!(night.cover(off, at("2026-11-23T20:00:00Z")));
    }
}
