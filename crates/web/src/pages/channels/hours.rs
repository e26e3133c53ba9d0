//! Working hours and silence as a form.

use desk::channels::{DAY_FIELDS, HoursForm};
use domain::Channel;
use locale::Words;

use super::super::typed::Typed;

/// The form: what was typed, else what is kept.
pub(super) struct HoursFields {
    /// From Monday to Sunday.
    pub(super) days: Vec<Day>,
    /// One a line.
    pub(super) holidays: String,
    /// Minutes, or "" for never.
    pub(super) silence_minutes: String,
}

/// A weekday.
pub(super) struct Day {
    /// The field.
    pub(super) field: &'static str,
    /// Its name.
    pub(super) name: String,
    /// Its intervals.
    pub(super) hours: String,
}

impl HoursFields {
    /// The form over a channel.
    pub(super) fn over(channel: &Channel, typed: &Typed, t: &Words) -> Self {
        let kept = HoursForm::of(&channel.working_hours);
        let field = |name: &str, kept: String| typed.sent(name).map_or(kept, str::to_owned);
        let names = [
            t.msg_worktime_monday(),
            t.msg_worktime_tuesday(),
            t.msg_worktime_wednesday(),
            t.msg_worktime_thursday(),
            t.msg_worktime_friday(),
            t.msg_worktime_saturday(),
            t.msg_worktime_sunday(),
        ];
        let days = DAY_FIELDS.into_iter().zip(names).zip(kept.days);
        let silence = channel.silence_minutes;
        Self {
            days: days
                .map(|((name, word), hours)| Day {
                    field: name,
                    name: word,
                    hours: field(name, hours),
                })
                .collect(),
            holidays: field("holidays", kept.holidays),
            silence_minutes: field(
                "silence_minutes",
                silence.map_or_else(String::new, |minutes| minutes.to_string()),
            ),
        }
    }
}

impl Day {
    /// Where the API notes a mistake of it.
    pub(super) fn path(&self) -> String {
        format!("working_hours.{}", self.field)
    }
}
