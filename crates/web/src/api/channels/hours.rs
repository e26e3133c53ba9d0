//! Working hours as they are sent.

use desk::channels::HoursForm;
use serde::Deserialize;
use utoipa::ToSchema;

/// When calls are taken, in the channel's time zone; all of it anew. With no interval at all: round the clock.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WorkingHours)]
pub(super) struct SentHours {
    /// Such as `09:00-13:00`, `14:00-18:00`.
    #[serde(default)]
    monday: Vec<String>,
    #[serde(default)]
    tuesday: Vec<String>,
    #[serde(default)]
    wednesday: Vec<String>,
    #[serde(default)]
    thursday: Vec<String>,
    #[serde(default)]
    friday: Vec<String>,
    #[serde(default)]
    saturday: Vec<String>,
    #[serde(default)]
    sunday: Vec<String>,
    /// Dates on which nobody works: `2027-01-01`.
    #[serde(default)]
    holidays: Vec<String>,
}

impl From<SentHours> for HoursForm {
    fn from(sent: SentHours) -> Self {
        let days = [
            sent.monday,
            sent.tuesday,
            sent.wednesday,
            sent.thursday,
            sent.friday,
            sent.saturday,
            sent.sunday,
        ];
        Self {
            days: days.map(|day| day.join(", ")),
            holidays: sent.holidays.join("\n"),
        }
    }
}
