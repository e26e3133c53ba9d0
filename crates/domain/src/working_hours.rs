//! Working hours: intervals by weekday in a time zone of their own, and days on which nobody works.

mod elapsed;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::At;

const MINUTES_A_DAY: u16 = 24 * 60;

/// When somebody works; without any interval, always.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WorkingHours {
    /// Mondays.
    pub monday: Vec<Interval>,
    /// Tuesdays.
    pub tuesday: Vec<Interval>,
    /// Wednesdays.
    pub wednesday: Vec<Interval>,
    /// Thursdays.
    pub thursday: Vec<Interval>,
    /// Fridays.
    pub friday: Vec<Interval>,
    /// Saturdays.
    pub saturday: Vec<Interval>,
    /// Sundays.
    pub sunday: Vec<Interval>,
    /// Days on which nobody works.
    pub holidays: Vec<Date>,
}

impl WorkingHours {
    /// The most holidays: several years of them.
    pub const MOST_HOLIDAYS: usize = 200;

    /// Weekdays in the order of the fields.
    pub const WEEKDAYS: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The intervals of a weekday.
    #[must_use]
    pub fn of(&self, day: Weekday) -> &[Interval] {
        match day {
            Weekday::Monday => &self.monday,
            Weekday::Tuesday => &self.tuesday,
            Weekday::Wednesday => &self.wednesday,
            Weekday::Thursday => &self.thursday,
            Weekday::Friday => &self.friday,
            Weekday::Saturday => &self.saturday,
            Weekday::Sunday => &self.sunday,
        }
    }

    /// The intervals of a weekday, to be written.
    pub fn of_mut(&mut self, day: Weekday) -> &mut Vec<Interval> {
        match day {
            Weekday::Monday => &mut self.monday,
            Weekday::Tuesday => &mut self.tuesday,
            Weekday::Wednesday => &mut self.wednesday,
            Weekday::Thursday => &mut self.thursday,
            Weekday::Friday => &mut self.friday,
            Weekday::Saturday => &mut self.saturday,
            Weekday::Sunday => &mut self.sunday,
        }
    }

    /// Whether no hours are set: then all of them are worked, but for holidays.
    #[must_use]
    pub fn is_round_the_clock(&self) -> bool {
        Self::WEEKDAYS
            .into_iter()
            .all(|day| self.of(day).is_empty())
    }

    /// Whether this moment is worked.
    #[must_use]
    pub fn covers(&self, at: At, zone: &TimeZone) -> bool {
        let local = at.to_zoned(zone.clone()).datetime();
        let minute = minute_of(local.time().hour(), local.time().minute());
        self.on(local.date())
            .iter()
            .any(|worked| (worked.from..worked.to).contains(&minute))
    }

    /// What is worked on a date.
    fn on(&self, date: Date) -> Vec<Interval> {
        if self.holidays.contains(&date) {
            return Vec::new();
        }
        if self.is_round_the_clock() {
            return vec![Interval::DAY];
        }
        self.of(date.weekday()).to_vec()
    }
}

/// From one minute of a day until before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Interval {
    from: u16,
    to: u16,
}

impl Interval {
    /// A whole day.
    pub const DAY: Self = Self {
        from: 0,
        to: MINUTES_A_DAY,
    };

    /// Reads several, parted by commas or spaces; they may not overlap.
    pub fn read_all(text: &str) -> Result<Vec<Self>, WrongInterval> {
        let joined = text
            .replace(['–', '—'], "-")
            .replace(" -", "-")
            .replace("- ", "-");
        let parts = joined
            .split([',', ';', ' ', '\u{a0}'])
            .filter(|part| !part.is_empty());
        let mut all: Vec<Self> = parts.map(str::parse).collect::<Result<_, _>>()?;
        all.sort_unstable();
        match all.windows(2).find(|two| two[0].to > two[1].from) {
            Some(two) => Err(WrongInterval(two[1].to_string())),
            None => Ok(all),
        }
    }
}

fn minute_of(hour: i8, minute: i8) -> u16 {
    u16::from(hour.unsigned_abs()) * 60 + u16::from(minute.unsigned_abs())
}

/// A text that is no interval of a day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an interval of a day: write 09:00-18:00")]
pub struct WrongInterval(String);

impl FromStr for Interval {
    type Err = WrongInterval;
    fn from_str(text: &str) -> Result<Self, WrongInterval> {
        let wrong = || WrongInterval(text.chars().take(40).collect());
        let (from, to) = text.trim().split_once(['-', '–']).ok_or_else(wrong)?;
        let (from, to) = (
            minute(from).ok_or_else(wrong)?,
            minute(to).ok_or_else(wrong)?,
        );
        if from < to {
            Ok(Self { from, to })
        } else {
            Err(wrong())
        }
    }
}

/// "9:00", "09:00" or "9" as a minute of the day; "24:00" ends it.
fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text
        .trim()
        .split_once([':', '.'])
        .unwrap_or((text.trim(), "0"));
    let digits = |text: &str| text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60 && hours * 60 + minutes <= MINUTES_A_DAY).then_some(hours * 60 + minutes)
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (from, to) = (self.from, self.to);
        write!(
            f,
            "{:02}:{:02}-{:02}:{:02}",
            from / 60,
            from % 60,
            to / 60,
            to % 60
        )
    }
}

impl TryFrom<String> for Interval {
    type Error = WrongInterval;
    fn try_from(text: String) -> Result<Self, WrongInterval> {
        text.parse()
    }
}

impl From<Interval> for String {
    fn from(interval: Interval) -> Self {
        interval.to_string()
    }
}
