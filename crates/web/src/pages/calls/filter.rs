//! What the list of calls is narrowed to, as its address says it.

use std::str::FromStr;

use desk::Why;
use domain::{Country, Direction, Outcome, Party, State};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use locale::Words;
use store::calls::CallFilter;
use url::form_urlencoded::Serializer;

use crate::form::Mistakes;
use crate::pages::typed::Typed;
use crate::problem;

/// Fields of the address, without the place in the list.
const FIELDS: [&str; 10] = [
    "direction",
    "state",
    "outcome",
    "agent_id",
    "client_id",
    "ticket_id",
    "channel_id",
    "number",
    "from",
    "to",
];

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
    let number = query
        .some("number")
        .and_then(|text| number(text, country, &mut notes, t));
    let filter = CallFilter {
        session: read(query, "session_id"),
        direction: read::<Direction>(query, "direction"),
        state: read::<State>(query, "state"),
        outcome: read::<Outcome>(query, "outcome"),
        agent: read(query, "agent_id"),
        client: read(query, "client_id"),
        ticket: read(query, "ticket_id"),
        channel: read(query, "channel_id"),
        number,
        from: from.and_then(begin),
        to: to.and_then(|day| day.tomorrow().ok()).and_then(begin),
    };
    (filter, notes)
}

/// The address of the list with one field otherwise, from the beginning; "" takes the field away.
pub fn path_with(query: &Typed, changed: &[(&str, &str)]) -> String {
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
        "/calls".to_owned()
    } else {
        format!("/calls?{query}")
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

/// As calls keep it: E.164, or a number inside the PBX.
fn number(text: &str, country: Country, notes: &mut Mistakes, t: &Words) -> Option<String> {
    let party = Party::read(text, country);
    let kept = party.as_ref().and_then(Party::as_text).map(str::to_owned);
    if kept.is_none() {
        notes.note("number", problem::field(&Why::NotAPhone.into(), t));
    }
    kept
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
