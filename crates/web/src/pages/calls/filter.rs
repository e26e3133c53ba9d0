//! What the list of calls is narrowed to, as its address says it.

use std::str::FromStr;

use desk::Why;
use domain::search::Said;
use domain::{Country, Direction, Outcome, Party, State};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use locale::Words;
use store::calls::CallFilter;
use url::form_urlencoded::Serializer;

use crate::form::Mistakes;
use crate::frame::Frame;
use crate::pages::typed::Typed;
use crate::pages::visit::Visit;
use crate::problem;

/// Fields of the address, without the place in the list.
pub const FIELDS: [&str; 18] = [
    "direction",
    "state",
    "outcome",
    "outcome_id",
    "rang",
    "agent_id",
    "client_id",
    "ticket_id",
    "channel_id",
    "virtual_number",
    "number",
    "from",
    "to",
    "longer",
    "shorter",
    "tag",
    "q",
    "session_id",
];

/// The filter of an address as somebody has opened it: `rang=me` are the calls that rang at them.
pub fn narrowed(visit: &Visit, frame: &Frame) -> (CallFilter, Mistakes) {
    let country = visit.desk.options().country;
    let (mut filter, notes) = filter(&visit.query, country, &frame.zone, frame.t);
    filter.rang_at = (visit.query.one("rang") == "me").then_some(visit.actor.agent);
    (filter, notes)
}

/// The filter of an address, with notes at what cannot be read; that narrows nothing.
pub fn filter(
    query: &Typed,
    country: Country,
    zone: &TimeZone,
    t: &Words,
) -> (CallFilter, Mistakes) {
    let mut notes = Mistakes::default();
    let from = query
        .some("from")
        .and_then(|text| day(text, "from", &mut notes, t));
    let to = query
        .some("to")
        .and_then(|text| day(text, "to", &mut notes, t));
    let begin = |day: Date| {
        day.to_zoned(zone.clone())
            .ok()
            .map(|begin| begin.timestamp())
    };
    let typed = query
        .some("number")
        .and_then(|text| number(text, country, &mut notes, t));
    let (number, digits) = match typed {
        Some(Number::Whole(number)) => (Some(number), None),
        Some(Number::Part(digits)) => (None, Some(digits)),
        None => (None, None),
    };
    let ours = query
        .some("virtual_number")
        .and_then(|text| Party::read(text, country));
    let talk_from = query
        .some("longer")
        .and_then(|text| duration(text, "longer", &mut notes, t));
    let talk_to = query
        .some("shorter")
        .and_then(|text| duration(text, "shorter", &mut notes, t));
    let filter = CallFilter {
        session: read(query, "session_id"),
        direction: read::<Direction>(query, "direction"),
        state: read::<State>(query, "state"),
        outcome: read::<Outcome>(query, "outcome"),
        outcome_code: read(query, "outcome_id"),
        agent: read(query, "agent_id"),
        client: read(query, "client_id"),
        ticket: read(query, "ticket_id"),
        channel: read(query, "channel_id"),
        number,
        digits,
        virtual_number: ours.and_then(|party| party.as_text().map(str::to_owned)),
        talk_from,
        talk_to,
        tag: query.some("tag").map(str::to_owned),
        heard: query
            .some("q")
            .map(|text| Said::read(text, None).ask().clone()),
        from: from.and_then(begin),
        to: to.and_then(|day| day.tomorrow().ok()).and_then(begin),
        ..CallFilter::default()
    };
    (filter, notes)
}

/// The address of the list with one field otherwise, from the beginning; "" takes the field away.
pub fn path_with(query: &Typed, changed: &[(&str, &str)]) -> String {
    format!("/calls{}", suffix_with(query, changed))
}

/// The conditions of an address, for the page of one call in that list.
pub fn suffix(query: &Typed) -> String {
    suffix_with(query, &[])
}

fn suffix_with(query: &Typed, changed: &[(&str, &str)]) -> String {
    let mut path = Serializer::new(String::new());
    for field in FIELDS.into_iter().chain(["after"]) {
        let new = changed
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, value)| *value);
        let value = match field {
            "after" => new,
            _ => new.or_else(|| query.some(field)),
        };
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            path.append_pair(field, value);
        }
    }
    let query = path.finish();
    if query.is_empty() {
        query
    } else {
        format!("?{query}")
    }
}

/// Whether the address narrows the list at all.
pub fn is_narrowed(query: &Typed) -> bool {
    FIELDS.into_iter().any(|field| query.some(field).is_some())
}

fn read<T: FromStr>(query: &Typed, field: &str) -> Option<T> {
    query.some(field)?.parse().ok()
}

fn day(text: &str, field: &str, notes: &mut Mistakes, t: &Words) -> Option<Date> {
    let day = text.parse().ok();
    if day.is_none() {
        notes.note(field, t.msg_calls_not_a_day());
    }
    day
}

/// A number as it was typed.
enum Number {
    /// E.164, or a short one inside the PBX.
    Whole(String),
    /// A part of one, or a longer one inside the PBX.
    Part(String),
}

/// Digits that may be the end of a telephone number.
const A_PART: usize = 4;

fn number(text: &str, country: Country, notes: &mut Mistakes, t: &Words) -> Option<Number> {
    match Party::read(text, country) {
        Some(Party::Phone(number)) => Some(Number::Whole(number.into())),
        Some(Party::Inside(digits)) if digits.len() >= A_PART => Some(Number::Part(digits)),
        Some(Party::Inside(number)) => Some(Number::Whole(number)),
        Some(Party::Withheld) | None => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let letters = text.chars().any(char::is_alphabetic);
            if digits.len() >= A_PART && !letters {
                return Some(Number::Part(digits));
            }
            notes.note("number", problem::field(&Why::NotAPhone.into(), t));
            None
        }
    }
}

/// Minutes, or minutes and seconds: `2`, `1:30`.
fn duration(text: &str, field: &str, notes: &mut Mistakes, t: &Words) -> Option<i64> {
    let (minutes, seconds) = text.split_once(':').unwrap_or((text, "0"));
    let whole = |text: &str| text.trim().parse::<u16>().ok().map(i64::from);
    let read = whole(minutes).zip(whole(seconds).filter(|seconds| *seconds < 60));
    if read.is_none() {
        notes.note(field, t.msg_calls_not_a_duration());
    }
    read.map(|(minutes, seconds)| minutes * 60 + seconds)
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;

    fn read(address: &str) -> (CallFilter, Mistakes) {
        let zone = TimeZone::get("Europe/Moscow").unwrap();
        let typed = Typed::read(address.as_bytes());
        filter(
            &typed,
            Country::default(),
            &zone,
            locale::words(Language::Ru),
        )
    }

    #[test]
    fn a_number_is_found_in_any_spelling() {
        let (filter, notes) = read("number=8+%28916%29+204-18-37");
        assert_eq!(filter.number.as_deref(), Some("+79162041837"));
        assert!(notes.is_empty());
    }

    #[test]
    fn the_end_of_a_number_is_a_part_of_one() {
        let (filter, notes) = read("number=18-37");
        assert_eq!(
            (filter.number, filter.digits.as_deref()),
            (None, Some("1837"))
        );
        assert!(notes.is_empty());
    }

    #[test]
    fn a_duration_is_minutes_or_minutes_and_seconds() {
        let (filter, notes) = read("longer=2&shorter=10:30");
        assert_eq!((filter.talk_from, filter.talk_to), (Some(120), Some(630)));
        assert!(notes.is_empty());
        let (filter, notes) = read("longer=1:75&shorter=долго");
        assert_eq!((filter.talk_from, filter.talk_to), (None, None));
        assert!(!notes.of("longer").is_empty() && !notes.of("shorter").is_empty());
    }

    #[test]
    fn days_are_days_of_the_desks_zone_and_the_last_one_counts() {
        let (filter, _) = read("from=2026-03-28&to=2026-03-28");
        assert_eq!(filter.from.unwrap().to_string(), "2026-03-27T21:00:00Z");
        assert_eq!(filter.to.unwrap().to_string(), "2026-03-28T21:00:00Z");
    }

    #[test]
    fn what_cannot_be_read_is_told_and_narrows_nothing() {
        let (filter, notes) = read("from=yesterday&number=%2B&outcome=lost");
        assert!(filter.from.is_none() && filter.number.is_none() && filter.outcome.is_none());
        assert!(!notes.of("from").is_empty() && !notes.of("number").is_empty());
    }

    #[test]
    fn one_field_of_the_address_is_changed_and_the_others_stay() {
        let typed = Typed::read(b"direction=in&outcome=missed&after=1.2");
        assert_eq!(path_with(&typed, &[("outcome", "")]), "/calls?direction=in");
        assert_eq!(
            path_with(&typed, &[("after", "3.4")]),
            "/calls?direction=in&outcome=missed&after=3.4"
        );
        assert_eq!(path_with(&Typed::default(), &[]), "/calls");
    }
}
