//! A moment as a page shows it: short in the text, exact in the title, machine-readable in the attribute.

use domain::{At, Language};
use jiff::tz::TimeZone;
use jiff::{Unit, Zoned};
use locale::Words;

/// What `<time>` needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// RFC 3339, UTC.
    pub datetime: String,
    /// To the second, with the zone.
    pub exact: String,
    /// What is read.
    pub text: String,
    /// Whether the text moves on by itself.
    pub motion: Motion,
}

/// How the text of a moment moves on in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// It stays.
    Still,
    /// "3 min. ago".
    Ago,
    /// "2:14".
    Since,
    /// "24 min".
    Waiting,
}

impl Motion {
    /// The attribute that the script looks for.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Still => "",
            Self::Ago => " data-ago",
            Self::Since => " data-since",
            Self::Waiting => " data-waiting",
        }
    }
}

impl Moment {
    pub(super) fn ago(at: At, now: At, zone: &TimeZone, t: &Words, language: Language) -> Self {
        let seconds = seconds_between(at, now);
        let text = match seconds {
            0..60 => t.msg_time_seconds_ago(seconds),
            60..3600 => t.msg_time_minutes_ago(seconds / 60),
            3600..86400 => t.msg_time_hours_ago(seconds / 3600),
            _ => t.msg_time_days_ago(seconds / 86400),
        };
        Self::new(at, zone, language, text, Motion::Ago)
    }

    pub(crate) fn since(at: At, now: At, zone: &TimeZone, language: Language) -> Self {
        let text = duration(seconds_between(at, now));
        Self::new(at, zone, language, text, Motion::Since)
    }

    pub(super) fn waiting(at: At, now: At, zone: &TimeZone, t: &Words, language: Language) -> Self {
        let seconds = seconds_between(at, now);
        let text = match seconds {
            0..3600 => t.msg_time_short_minutes(seconds / 60),
            3600..86400 => t.msg_time_short_hours(seconds / 3600),
            _ => t.msg_time_short_days(seconds / 86400),
        };
        Self::new(at, zone, language, text, Motion::Waiting)
    }

    pub(super) fn hour(at: At, zone: &TimeZone, language: Language) -> Self {
        let text = at.to_zoned(zone.clone()).strftime("%H:%M").to_string();
        Self::new(at, zone, language, text, Motion::Still)
    }

    pub(super) fn second(at: At, zone: &TimeZone, language: Language) -> Self {
        let text = at.to_zoned(zone.clone()).strftime("%H:%M:%S").to_string();
        Self::new(at, zone, language, text, Motion::Still)
    }

    pub(super) fn whole(at: At, zone: &TimeZone, language: Language) -> Self {
        let format = match language {
            Language::Ru => "%d.%m.%Y, %H:%M:%S",
            Language::En => "%Y-%m-%d, %H:%M:%S",
        };
        let text = at.to_zoned(zone.clone()).strftime(format).to_string();
        Self::new(at, zone, language, text, Motion::Still)
    }

    pub(super) fn day_or_hour(
        at: At,
        now: At,
        zone: &TimeZone,
        t: &Words,
        language: Language,
    ) -> Self {
        let (then, today) = (at.to_zoned(zone.clone()), now.to_zoned(zone.clone()));
        if then.date() == today.date() {
            return Self::hour(at, zone, language);
        }
        let text = date(at, now, zone, t);
        Self::new(at, zone, language, text, Motion::Still)
    }

    fn new(at: At, zone: &TimeZone, language: Language, text: String, motion: Motion) -> Self {
        let format = match language {
            Language::Ru => "%d.%m.%Y, %H:%M:%S (UTC%:z)",
            Language::En => "%Y-%m-%d, %H:%M:%S (UTC%:z)",
        };
        let exact = at.to_zoned(zone.clone()).strftime(format).to_string();
        let whole = at
            .round(
                jiff::TimestampRound::new()
                    .smallest(Unit::Second)
                    .mode(jiff::RoundMode::Trunc),
            )
            .unwrap_or(at);
        Self {
            datetime: whole.to_string(),
            exact,
            text,
            motion,
        }
    }
}

/// "18 Nov", "18 Nov 2025".
pub(super) fn date(at: At, now: At, zone: &TimeZone, t: &Words) -> String {
    let (then, today) = (at.to_zoned(zone.clone()), now.to_zoned(zone.clone()));
    match day(&then, t) {
        day if then.year() == today.year() => day,
        day => format!("{day} {}", then.year()),
    }
}

/// "18 Nov".
pub(super) fn day(then: &Zoned, t: &Words) -> String {
    t.msg_time_day(then.day(), then.month())
}

/// The heading of the day in which this was.
pub(super) fn heading(at: At, now: At, zone: &TimeZone, t: &Words) -> String {
    let (then, today) = (at.to_zoned(zone.clone()), now.to_zoned(zone.clone()));
    let day = t.msg_time_whole_day(then.day(), then.month());
    if then.date() == today.date() {
        t.msg_time_today(day.as_str())
    } else if then.year() == today.year() {
        day
    } else {
        format!("{day} {}", then.year())
    }
}

/// Seconds as people read them: "0:48", "12:03", "1:02:03".
#[must_use]
pub fn duration(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

fn seconds_between(at: At, now: At) -> i64 {
    (now.as_second() - at.as_second()).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> At {
        text.parse().unwrap()
    }

    #[test]
    fn a_moment_is_an_hour_today_and_a_day_before() {
        let zone = TimeZone::get("Europe/Moscow").unwrap();
        let shown = |then: &str, language| {
            let now = at("2026-11-19T21:30:00Z"); // already the 20th in Moscow
            Moment::day_or_hour(at(then), now, &zone, locale::words(language), language).text
        };
        assert_eq!(shown("2026-11-19T21:05:59Z", Language::Ru), "00:05");
        assert_eq!(shown("2026-11-19T20:59:59Z", Language::Ru), "19 нояб.");
        assert_eq!(shown("2025-03-01T12:00:00Z", Language::Ru), "1 марта 2025");
        assert_eq!(shown("2026-11-19T20:59:59Z", Language::En), "19 Nov");
    }

    #[test]
    fn how_long_ago_is_told_in_the_largest_whole_unit() {
        let now = at("2026-11-19T12:00:00Z");
        let shown = |then: &str| {
            Moment::ago(
                at(then),
                now,
                &TimeZone::UTC,
                locale::words(Language::Ru),
                Language::Ru,
            )
        };
        assert_eq!(shown("2026-11-19T11:59:46Z").text, "14 сек. назад");
        assert_eq!(shown("2026-11-19T11:57:00Z").text, "3 мин. назад");
        assert_eq!(shown("2026-11-19T12:00:05Z").text, "0 сек. назад");
        assert_eq!(
            shown("2026-11-19T11:57:00.4Z").datetime,
            "2026-11-19T11:57:00Z"
        );
        assert_eq!(
            shown("2026-11-19T11:57:00Z").exact,
            "19.11.2026, 11:57:00 (UTC+00:00)"
        );
    }

    #[test]
    fn a_duration_shows_hours_only_when_there_are_any() {
        assert_eq!(
            [duration(48), duration(723), duration(3723)],
            ["0:48", "12:03", "1:02:03"]
        );
    }
}
