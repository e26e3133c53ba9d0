//! The points of a tariff: how many requests a minute and a day, and how many are left.

use std::time::Duration;

use serde::Deserialize;

/// What a limit is counted over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// Points a minute.
    Minute,
    /// Points a day.
    Day,
}

/// The limits as an answer told them; what it did not tell is `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Limits {
    /// Points a day.
    pub day_limit: Option<u64>,
    /// Points left of this day.
    pub day_remaining: Option<u64>,
    /// Seconds until the day's points are new.
    pub day_reset: Option<u64>,
    /// Points a minute.
    pub minute_limit: Option<u64>,
    /// Points left of this minute.
    pub minute_remaining: Option<u64>,
    /// Seconds until the minute's points are new.
    pub minute_reset: Option<u64>,
}

impl Limits {
    /// Points left of the span, and how long until they are new.
    #[must_use]
    pub fn left(&self, span: Span) -> Option<(u64, Duration)> {
        let (left, reset) = match span {
            Span::Minute => (self.minute_remaining?, self.minute_reset?),
            Span::Day => (self.day_remaining?, self.day_reset?),
        };
        Some((left, Duration::from_secs(reset)))
    }
}
