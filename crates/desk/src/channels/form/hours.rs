//! Working hours and silence as typed.

use domain::WorkingHours;
use domain::silence::Patience;
use domain::working_hours::Interval;
use jiff::civil::Date;

use crate::Why;
use crate::fault::Faults;

/// Working hours as typed: all of them anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HoursForm {
    /// From Monday to Sunday: `09:00-13:00, 14:00-18:00`; nothing typed: not worked.
    pub days: [String; 7],
    /// Dates such as `2027-01-01` or `01.01.2027`, one a line.
    pub holidays: String,
}

/// The fields' names in the API, from Monday to Sunday.
pub const DAY_FIELDS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl HoursForm {
    /// The hours as they are typed back.
    #[must_use]
    pub fn of(hours: &WorkingHours) -> Self {
        let days = WorkingHours::WEEKDAYS.map(|day| {
            let all: Vec<String> = hours.of(day).iter().map(ToString::to_string).collect();
            all.join(", ")
        });
        let dates: Vec<String> = hours.holidays.iter().map(ToString::to_string).collect();
        Self {
            days,
            holidays: dates.join("\n"),
        }
    }

    pub(crate) fn read(&self, faults: &mut Faults) -> WorkingHours {
        let mut hours = WorkingHours::default();
        for ((day, typed), name) in WorkingHours::WEEKDAYS
            .into_iter()
            .zip(&self.days)
            .zip(DAY_FIELDS)
        {
            let read = Interval::read_all(typed).map_err(|_| Why::NotHours);
            let field = format!("working_hours.{name}");
            *hours.of_mut(day) = faults.take(&field, read).unwrap_or_default();
        }
        hours.holidays = self.read_holidays(faults);
        hours
    }

    fn read_holidays(&self, faults: &mut Faults) -> Vec<Date> {
        const FIELD: &str = "working_hours.holidays";
        let parts = self.holidays.split([',', ';', '\n', '\r', ' ']);
        let mut dates = Vec::new();
        for typed in parts.filter(|part| !part.is_empty()) {
            dates.extend(faults.take(FIELD, read_date(typed).ok_or(Why::NotADate)));
        }
        dates.sort_unstable();
        dates.dedup();
        if dates.len() > WorkingHours::MOST_HOLIDAYS {
            let most = i64::try_from(WorkingHours::MOST_HOLIDAYS).unwrap_or(i64::MAX);
            faults.add(FIELD, Why::NotWithin(0, most));
        }
        dates
    }
}

/// `2027-01-01` or `01.01.2027`.
fn read_date(typed: &str) -> Option<Date> {
    let russian = || Date::strptime("%d.%m.%Y", typed).ok();
    typed.parse().ok().or_else(russian)
}

pub(crate) fn read_silence(faults: &mut Faults, minutes: Option<i64>) -> Option<i64> {
    let minutes = minutes.filter(|minutes| *minutes != 0)?;
    let bounds = Patience::FEWEST_MINUTES..=Patience::MOST_MINUTES;
    let read = bounds.contains(&minutes).then_some(minutes);
    let why = Why::NotWithin(Patience::FEWEST_MINUTES, Patience::MOST_MINUTES);
    faults.take("silence_minutes", read.ok_or(why))
}

/// The longest time in which somebody is to be called back: a month of working hours.
const LONGEST_CALLBACK: i64 = 31 * 24 * 60;

pub(crate) fn read_callback(faults: &mut Faults, minutes: Option<i64>) -> Option<i64> {
    let minutes = minutes.filter(|minutes| *minutes != 0)?;
    let read = (1..=LONGEST_CALLBACK).contains(&minutes).then_some(minutes);
    let why = Why::NotWithin(1, LONGEST_CALLBACK);
    faults.take("callback_minutes", read.ok_or(why))
}
