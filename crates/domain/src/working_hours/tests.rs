//! Working hours by the clock of their zone.

use super::*;

fn moscow() -> TimeZone {
    TimeZone::get("Europe/Moscow").unwrap()
}

fn at(text: &str) -> At {
    format!("{text}+03:00").parse().unwrap()
}

/// Weekdays 9 to 13 and 14 to 18, Saturdays 10 to 15; 4 November is a holiday.
fn office() -> WorkingHours {
    let mut hours = WorkingHours {
        saturday: Interval::read_all("10:00-15:00").unwrap(),
        holidays: vec!["2026-11-04".parse().unwrap()],
        ..WorkingHours::default()
    };
    for day in &WorkingHours::WEEKDAYS[..5] {
        *hours.of_mut(*day) = Interval::read_all("09:00–13:00, 14:00–18:00").unwrap();
    }
    hours
}

#[test]
fn intervals_are_read_as_people_write_them() {
    let all = |text| {
        Interval::read_all(text).map(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(all("9-18").unwrap(), ["09:00-18:00"]);
    assert_eq!(
        all("14:00 – 18:30; 9.00—13:00").unwrap(),
        ["09:00-13:00", "14:00-18:30"]
    );
    assert_eq!(all("00:00-24:00").unwrap(), ["00:00-24:00"]);
    assert_eq!(all("").unwrap(), [""; 0]);
    for wrong in [
        "18:00-09:00",
        "9:00",
        "9:70-10:00",
        "24:01-24:30",
        "с утра",
        "9:00-12:00 11:00-13:00",
    ] {
        assert!(all(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_moment_is_worked_within_its_days_intervals_only() {
    let covers = |text| office().covers(at(text), &moscow());
    assert!(covers("2026-11-05T09:00:00") && covers("2026-11-05T12:59:59"));
    assert!(!covers("2026-11-05T13:00:00"), "lunch");
    assert!(!covers("2026-11-05T18:00:00"));
    assert!(!covers("2026-11-04T12:00:00"), "a holiday");
    assert!(covers("2026-11-07T14:00:00") && !covers("2026-11-08T14:00:00"));
}

#[test]
fn without_hours_all_moments_are_worked_but_for_holidays() {
    let hours = WorkingHours {
        holidays: office().holidays,
        ..WorkingHours::default()
    };
    assert!(hours.covers(at("2026-11-08T03:00:00"), &moscow()));
    assert!(!hours.covers(at("2026-11-04T03:00:00"), &moscow()));
}

#[test]
fn only_worked_time_passes() {
    let worked = |from, to| {
        office()
            .worked_between(at(from), at(to), &moscow())
            .as_mins()
    };
    assert_eq!(worked("2026-11-05T09:10:00", "2026-11-05T09:40:00"), 30);
    assert_eq!(worked("2026-11-05T12:30:00", "2026-11-05T14:30:00"), 60);
    assert_eq!(
        worked("2026-11-03T17:50:00", "2026-11-05T09:05:00"),
        15,
        "a holiday between"
    );
    assert_eq!(worked("2026-11-05T12:00:00", "2026-11-05T11:00:00"), 0);
}

#[test]
fn a_long_time_ends_the_reckoning_and_not_the_program() {
    let worked = WorkingHours::default().worked_between(
        At::UNIX_EPOCH,
        at("2026-11-05T09:00:00"),
        &moscow(),
    );
    assert!(worked.as_hours() >= 24 * 38, "{worked:?}");
}

#[test]
fn hours_are_kept_as_texts() {
    let kept = serde_json::to_value(office()).unwrap();
    assert_eq!(
        kept["monday"],
        serde_json::json!(["09:00-13:00", "14:00-18:00"])
    );
    assert_eq!(kept["holidays"], serde_json::json!(["2026-11-04"]));
    assert_eq!(
        serde_json::from_value::<WorkingHours>(kept).unwrap(),
        office()
    );
    assert!(serde_json::from_str::<WorkingHours>(r#"{"monday":["18-9"]}"#).is_err());
}
