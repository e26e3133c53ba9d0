//! The stretch of time that a report covers, by the account's clock.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

/// From and till, both included; at most three months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: DateTime,
    till: DateTime,
    ongoing: bool,
}

impl Period {
    /// By the account's own clock.
    #[must_use]
    pub fn civil(from: DateTime, till: DateTime) -> Self {
        Self {
            from,
            till,
            ongoing: false,
        }
    }

    /// Between two moments, in the account's [`zone`](super::Account::zone).
    #[must_use]
    pub fn of(from: Timestamp, till: Timestamp, zone: &TimeZone) -> Self {
        Self::civil(zone.to_datetime(from), zone.to_datetime(till))
    }

    /// With the calls that are still going on; the report of calls only.
    #[must_use]
    pub fn with_ongoing(self) -> Self {
        Self {
            ongoing: true,
            ..self
        }
    }
}

/// As the platform writes moments: whole seconds, no zone.
pub(super) fn written(at: DateTime) -> String {
    at.strftime("%Y-%m-%d %H:%M:%S").to_string()
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut params = serializer.serialize_struct("Period", 3)?;
        params.serialize_field("date_from", &written(self.from))?;
        params.serialize_field("date_till", &written(self.till))?;
        if self.ongoing {
            params.serialize_field("include_ongoing_calls", &true)?;
        }
        params.end()
    }
}
