//! When to be reminded: `завтра 10:00`, `через 2 часа`, `in {n} minutes`.

use jiff::civil::Time;
use jiff::{Span, ToSpan, Zoned};

use crate::At;
use crate::numbers::pieces;

/// When, seen from the moment of the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// So many days later, at this time of the day.
    Day {
        /// 0 is today.
        days: i64,
        /// The time.
        time: Time,
    },
    /// After so many of these; nothing: as many as were said.
    After(Option<i64>, Unit),
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
}

/// A time of the day when none is told.
const MORNING: i8 = 10;
/// Nobody promises anything for later than a year from now.
const MOST: i64 = 366 * 24 * 60;

impl When {
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (first, rest) = text.split_once(' ').unwrap_or((&text, ""));
        let days = match first {
            "сегодня" | "today" => 0,
            "завтра" | "tomorrow" => 1,
            "послезавтра" => 2,
            "через" | "in" => return after(rest),
            _ => return None,
        };
        let time = if rest.is_empty() {
            Time::new(MORNING, 0, 0, 0).ok()?
        } else {
            let (hour, minute) = rest.trim().split_once(':')?;
            Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?
        };
        Some(Self::Day { days, time })
    }

    /// The moment; `number` is the one that was said.
    pub(super) fn after(self, said: &Zoned, number: Option<i64>) -> Option<At> {
        let at = match self {
            Self::Day { days, time } => {
                let day = said.date().checked_add(days.days()).ok()?;
                day.to_datetime(time)
                    .to_zoned(said.time_zone().clone())
                    .ok()?
            }
            Self::After(count, unit) => {
                let count = count
                    .or(number)
                    .filter(|count| (1..=MOST).contains(count))?;
                let span: Span = match unit {
                    Unit::Minutes => Span::new().try_minutes(count).ok()?,
                    Unit::Hours => Span::new().try_hours(count).ok()?,
                    Unit::Days => Span::new().try_days(count).ok()?,
                };
                said.checked_add(span).ok()?
            }
        };
        Some(at.timestamp())
    }
}

fn after(rest: &str) -> Option<When> {
    let (count, unit) = rest.trim().split_once(' ')?;
    let count = match count {
        "{n}" => None,
        count => Some(pieces(count).first()?.digits.as_ref()?.parse().ok()?),
    };
    let unit = unit.trim();
    let starts = |any: &[&str]| any.iter().any(|start| unit.starts_with(start));
    let unit = if starts(&["мин", "min"]) {
        Unit::Minutes
    } else if starts(&["час", "hour"]) {
        Unit::Hours
    } else if starts(&["ден", "дн", "day"]) {
        Unit::Days
    } else {
        return None;
    };
    Some(When::After(count, unit))
}
