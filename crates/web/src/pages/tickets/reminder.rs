//! When to be reminded of a ticket: the quick choices, and a moment typed in the reader's time zone.

use domain::At;
use jiff::civil::{DateTime, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use locale::Words;

use crate::frame::{Frame, Moment};
use crate::pages::typed::Typed;

/// When the working day begins, where nobody says otherwise.
const MORNING: Time = Time::constant(9, 0, 0, 0);
/// When what is left of the day's work is looked through.
const EVENING: Time = Time::constant(18, 0, 0, 0);

/// A moment that is chosen with one press.
pub struct Quick {
    /// The moment, as the form sends it.
    pub value: String,
    /// Its name.
    pub label: String,
    /// The moment for people.
    pub moment: Moment,
}

/// The moments one mostly wants, seen from now.
pub fn choices(frame: &Frame) -> Vec<Quick> {
    let now = frame.now.to_zoned(frame.zone.clone());
    let quick = |(label, at): (String, Option<Zoned>)| {
        let at = at?.timestamp();
        (at > frame.now).then(|| Quick {
            value: at.to_string(),
            label,
            moment: frame.exact(at),
        })
    };
    moments(&now, frame.t)
        .into_iter()
        .filter_map(quick)
        .collect()
}

fn moments(now: &Zoned, t: &Words) -> [(String, Option<Zoned>); 5] {
    let on = |date: Option<jiff::civil::Date>, time: Time| {
        date?
            .to_datetime(time)
            .to_zoned(now.time_zone().clone())
            .ok()
    };
    let today = now.date();
    let monday = today.nth_weekday(1, Weekday::Monday).ok();
    [
        (t.msg_reminder_hour(), now.checked_add(1.hour()).ok()),
        (t.msg_reminder_evening(), on(Some(today), EVENING)),
        (
            t.msg_reminder_tomorrow(),
            on(today.tomorrow().ok(), MORNING),
        ),
        (t.msg_reminder_monday(), on(monday, MORNING)),
        (
            t.msg_reminder_week(),
            on(today.checked_add(7.days()).ok(), MORNING),
        ),
    ]
}

/// What was chosen: nothing when the form is about something else, `Ok(None)` to be reminded no more, and an error when the
/// moment cannot be read.
pub fn read(typed: &Typed, zone: &TimeZone) -> Option<Result<Option<At>, ()>> {
    let chosen = typed.sent("remind")?;
    if chosen == "never" {
        return Some(Ok(None));
    }
    if chosen != "at" {
        return Some(chosen.parse().map(Some).map_err(drop));
    }
    let civil: Result<DateTime, ()> = typed.one("remind_at").parse().map_err(drop);
    let at = civil.and_then(|civil| civil.to_zoned(zone.clone()).map_err(drop));
    Some(at.map(|at| Some(at.timestamp())))
}

/// A moment as a field of date and time holds it.
#[must_use]
pub fn field_value(at: At, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone())
        .strftime("%Y-%m-%dT%H:%M")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_in_the_readers_zone() {
        let zone = TimeZone::get("Europe/Moscow").unwrap();
        let read = |text: &str| read(&Typed::read(text.as_bytes()), &zone);
        let noon: At = "2026-11-22T09:00:00Z".parse().unwrap();
        assert_eq!(
            read("remind=at&remind_at=2026-11-22T12%3A00"),
            Some(Ok(Some(noon)))
        );
        assert_eq!(
            read("remind=2026-11-22T09%3A00%3A00Z"),
            Some(Ok(Some(noon)))
        );
        assert_eq!(read("remind=never"), Some(Ok(None)));
        assert_eq!(read("remind=at&remind_at="), Some(Err(())));
        assert_eq!(read("status=open"), None);
        assert_eq!(field_value(noon, &zone), "2026-11-22T12:00");
    }

    #[test]
    fn on_a_monday_the_next_one_is_meant() {
        let now: Zoned = "2026-11-23T10:00[Europe/Moscow]".parse().unwrap();
        let all = moments(&now, locale::words(domain::Language::Ru));
        let days: Vec<_> = all
            .into_iter()
            .map(|(_, at)| at.unwrap().strftime("%d %H").to_string())
            .collect();
        assert_eq!(days, ["23 11", "23 18", "24 09", "30 09", "30 09"]);
    }
}
