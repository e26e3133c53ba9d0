//! A moment as the platform writes it: the account's wall clock, usually without a zone.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Unix seconds from which a bare number is taken for a moment (2001-09-09).
const EARLIEST_UNIX: i64 = 1_000_000_000;
/// Unix seconds from which a bare number is taken for milliseconds (year 5138).
const UNIX_MILLISECONDS: i64 = 100_000_000_000;

/// A civil date and time without a zone, kept to the microsecond.
///
/// The platform writes `2026-03-28 16:29:07.341` in the account's own zone; what zone that is has to
/// come from elsewhere ([`Notification::offset`](crate::Notification::offset) or a setting). When the
/// text did carry an offset, it is kept and wins over any zone given later.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LocalTime {
    civil: DateTime,
    offset: Option<Offset>,
}

/// A text that is no date and time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("reading `{text}` as a date and time")]
pub struct TimeError {
    text: String,
}

impl LocalTime {
    /// A wall-clock time of unknown zone; parts of a microsecond are dropped.
    #[must_use]
    pub fn new(civil: DateTime) -> Self {
        let spare = i64::from(civil.subsec_nanosecond() % 1_000);
        let civil = civil.checked_sub(spare.nanoseconds()).unwrap_or(civil);
        Self {
            civil,
            offset: None,
        }
    }

    /// The same wall-clock time with its distance from UTC known.
    #[must_use]
    pub fn with_offset(self, offset: Offset) -> Self {
        Self {
            offset: Some(offset),
            ..self
        }
    }

    /// Unix seconds or milliseconds as a time in UTC; `None` for numbers too small to be a moment.
    #[must_use]
    pub fn from_unix(number: i64) -> Option<Self> {
        let moment = match number {
            EARLIEST_UNIX..UNIX_MILLISECONDS => Timestamp::from_second(number),
            UNIX_MILLISECONDS.. => Timestamp::from_millisecond(number),
            _ => return None,
        };
        let civil = Offset::UTC.to_datetime(moment.ok()?);
        Some(Self::new(civil).with_offset(Offset::UTC))
    }

    /// The wall clock as it was written.
    #[must_use]
    pub fn civil(&self) -> DateTime {
        self.civil
    }

    /// The distance from UTC, where the text itself carried one.
    #[must_use]
    pub fn offset(&self) -> Option<Offset> {
        self.offset
    }

    /// The moment this was in `zone`; an offset of the text's own wins. A time skipped by the clocks
    /// going forward is taken after the gap, a repeated one the first time. Saturates at the ends of
    /// [`Timestamp`]'s range.
    ///
    /// For a fixed offset pass [`TimeZone::fixed`].
    #[must_use]
    pub fn at(&self, zone: &TimeZone) -> Timestamp {
        let moment = match self.offset {
            Some(offset) => offset.to_timestamp(self.civil),
            None => zone.to_timestamp(self.civil),
        };
        moment.unwrap_or(if self.civil.year() > 0 {
            Timestamp::MAX
        } else {
            Timestamp::MIN
        })
    }
}

impl FromStr for LocalTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let fault = || TimeError {
            text: text.to_owned(),
        };
        let mended = mend_plus(text.trim());
        let pieces = Pieces::parse(mended.as_str()).map_err(|_source| fault())?;
        let time = Self::new(pieces.date().to_datetime(pieces.time().ok_or_else(fault)?));
        if let Some(offset) = pieces.to_numeric_offset() {
            return Ok(time.with_offset(offset));
        }
        match pieces.to_time_zone().map_err(|_source| fault())? {
            Some(zone) => {
                let offset = zone.to_offset(time.at(&zone));
                Ok(time.with_offset(offset))
            }
            None => Ok(time),
        }
    }
}

/// Puts back the plus of an offset that a form's decoding turned into a space.
fn mend_plus(text: &str) -> String {
    match text.rsplit_once(' ') {
        Some((time, offset)) if time.contains(':') => {
            let sign = if offset.starts_with(['+', '-', 'Z', '[']) {
                ""
            } else {
                "+"
            };
            format!("{time}{sign}{offset}")
        }
        Some(_) | None => text.to_owned(),
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.civil.date(), self.civil.time())?;
        match self.offset {
            Some(offset) => write!(f, "{}", Signed(offset)),
            None => Ok(()),
        }
    }
}

/// An offset always written as `+hh:mm[:ss]`.
struct Signed(Offset);

impl fmt::Display for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.seconds();
        let (sign, left) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
        write!(f, "{sign}{:02}:{:02}", left / 3600, left / 60 % 60)?;
        if left % 60 == 0 {
            Ok(())
        } else {
            write!(f, ":{:02}", left % 60)
        }
    }
}

impl fmt::Debug for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LocalTime({self})")
    }
}

impl Serialize for LocalTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LocalTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> LocalTime {
        text.parse().unwrap()
    }

    #[test]
    fn both_spellings_of_the_platform_are_read_and_written_back() {
        for text in [
            "2016-07-24 23:10:55.272",
            "2026-03-28 16:30:00",
            "2026-03-28 16:30:00.123456",
        ] {
            assert_eq!(read(text).to_string(), text);
        }
        assert_eq!(
            read("2026-03-28T16:30:00").to_string(),
            "2026-03-28 16:30:00"
        );
    }

    #[test]
    fn an_offset_of_the_text_wins_over_the_zone() {
        let three = TimeZone::fixed(Offset::constant(3));
        for text in [
            "2026-03-28T16:30:00Z",
            "2026-03-28 16:30:00 00:00",
            "2026-03-28 21:30:00+05",
            "2026-03-28 21:30:00 +05:00",
            "2026-03-28T21:30:00+05:00[Asia/Yekaterinburg]",
        ] {
            assert_eq!(
                read(text).at(&three).to_string(),
                "2026-03-28T16:30:00Z",
                "{text}"
            );
        }
        assert_eq!(
            read("2026-03-28 16:30:00").at(&three).to_string(),
            "2026-03-28T13:30:00Z"
        );
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "null",
            "60",
            "2026-03-28",
            "2026-13-01 00:00:00",
            "16:30:00",
        ] {
            assert!(text.parse::<LocalTime>().is_err(), "{text}");
        }
    }

    #[test]
    fn unix_seconds_and_milliseconds_are_moments() {
        let utc = TimeZone::UTC;
        let seconds = LocalTime::from_unix(1_774_704_547).unwrap();
        assert_eq!(seconds.at(&utc).as_second(), 1_774_704_547);
        assert_eq!(LocalTime::from_unix(1_774_704_547_000), Some(seconds));
        assert_eq!(LocalTime::from_unix(60), None);
    }
}
