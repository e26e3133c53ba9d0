//! Points: every success costs one, and there are so many a minute and a day.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::fault::Fault;
use crate::clock;
use crate::faults::Faults;

/// Points a day. A tariff seen in the wild has 750 to 1000; a desk under test asks more often.
const DAY: u64 = 20_000;
/// Points a minute.
const MINUTE: u64 = 600;
/// The account's day begins three hours before that of UTC.
const ZONE_SECONDS: i64 = 3 * 3600;

/// How many points were spent.
#[derive(Debug, Default)]
pub(crate) struct Limits(Mutex<Spent>);

#[derive(Debug, Default)]
struct Spent {
    minute: i64,
    in_minute: u64,
    day: i64,
    in_day: u64,
}

impl Limits {
    /// Refuses when there is no point left.
    pub(super) fn check(&self, faults: &Faults, cost: u64) -> Result<(), Fault> {
        let spent = self.now();
        let (minute, day) = tariff(faults);
        match (spent.in_minute + cost <= minute, spent.in_day + cost <= day) {
            (true, true) => Ok(()),
            (false, _) => Err(Fault::limit_exceeded("minute", minute)),
            (true, false) => Err(Fault::limit_exceeded("day", day)),
        }
    }

    pub(super) fn charge(&self, cost: u64) {
        let mut spent = self.now();
        spent.in_minute += cost;
        spent.in_day += cost;
    }

    /// The block that metadata carries.
    pub(super) fn left(&self, faults: &Faults) -> Value {
        let spent = self.now();
        let (minute, day) = tariff(faults);
        let second = clock::now().as_second();
        json!({
            "day_limit": day,
            "day_remaining": day.saturating_sub(spent.in_day),
            "day_reset": 86_400 - (second + ZONE_SECONDS).rem_euclid(86_400),
            "minute_limit": minute,
            "minute_remaining": minute.saturating_sub(spent.in_minute),
            "minute_reset": 60 - second.rem_euclid(60),
        })
    }

    /// What was spent in this minute and on this day.
    fn now(&self) -> MutexGuard<'_, Spent> {
        let second = clock::now().as_second();
        let (minute, day) = (
            second.div_euclid(60),
            (second + ZONE_SECONDS).div_euclid(86_400),
        );
        let mut spent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if spent.minute != minute {
            (spent.minute, spent.in_minute) = (minute, 0);
        }
        if spent.day != day {
            (spent.day, spent.in_day) = (day, 0);
        }
        spent
    }
}

/// Points a minute and a day.
fn tariff(faults: &Faults) -> (u64, u64) {
    (
        faults.minute_limit.unwrap_or(MINUTE),
        faults.day_limit.unwrap_or(DAY),
    )
}
