//! How much of the time between two moments was worked.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

use super::{Interval, WorkingHours};
use crate::At;

/// Farther back nobody asks: what was silent for so many days was silent long enough.
const MOST_DAYS: usize = 40;

impl WorkingHours {
    /// The working time between two moments; of a long time only its last weeks count.
    #[must_use]
    pub fn worked_between(&self, from: At, to: At, zone: &TimeZone) -> SignedDuration {
        let last = to.to_zoned(zone.clone()).date();
        let first = from.to_zoned(zone.clone()).date();
        let mut worked = SignedDuration::ZERO;
        let mut day = Some(last);
        for _ in 0..MOST_DAYS {
            let Some(date) = day.filter(|date| *date >= first) else {
                break;
            };
            for interval in self.on(date) {
                worked += overlap(interval, date, zone, (from, to));
            }
            day = date.checked_sub(1.day()).ok();
        }
        worked
    }
}

fn overlap(
    interval: Interval,
    date: Date,
    zone: &TimeZone,
    (from, to): (At, At),
) -> SignedDuration {
    let (Some(opens), Some(closes)) = (
        moment(date, interval.from, zone),
        moment(date, interval.to, zone),
    ) else {
        return SignedDuration::ZERO;
    };
    let (begin, end) = (opens.max(from), closes.min(to));
    end.duration_since(begin).max(SignedDuration::ZERO)
}

/// A minute of a date as a moment; where the clocks are moved, the nearest one there is.
fn moment(date: Date, minute: u16, zone: &TimeZone) -> Option<At> {
    let midnight = date.at(0, 0, 0, 0);
    let local = midnight.checked_add(i64::from(minute).minutes()).ok()?;
    Some(zone.to_zoned(local).ok()?.timestamp())
}
