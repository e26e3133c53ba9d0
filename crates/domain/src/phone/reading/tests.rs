//! Spellings seen in the wild.

use proptest::prelude::*;

use super::super::{Country, Party, PhoneNumber};

fn read(text: &str) -> Option<String> {
    PhoneNumber::parse(text, Country::default())
        .ok()
        .map(|number| number.to_string())
}

#[test]
fn one_number_in_every_spelling_is_one_number() {
    for text in [
        "+7 916 204-18-37",
        "8 (916) 204-18-37",
        "79162041837",
        "9162041837",
        "+79162041837",
        "007 916 204 18 37",
        "7-916-204-18-37",
        " 8 916 2041837 ",
        "8\u{a0}916\u{a0}204\u{2011}18\u{2011}37",
        "79162041837.9.2.3",
        "8 916 204-18-37 доб. 12",
    ] {
        assert_eq!(read(text).as_deref(), Some("+79162041837"), "{text}");
    }
}

#[test]
fn other_countries_are_read_by_their_own_plans() {
    assert_eq!(read("+44 20 7946 0958").as_deref(), Some("+442079460958"));
    assert_eq!(read("442079460958").as_deref(), Some("+442079460958"));
    assert_eq!(read("+375 29 123-45-67").as_deref(), Some("+375291234567"));
    let uae = PhoneNumber::parse("050 123 4567", "AE".parse().unwrap()).unwrap();
    assert_eq!(uae.as_str(), "+971501234567");
}

#[test]
fn what_cannot_be_dialled_is_refused() {
    for text in [
        "",
        "anonymous",
        "12",
        "0288101",
        "звонок",
        "+0",
        "+123456789012345678",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn a_number_is_shown_as_people_write_it() {
    let number: PhoneNumber = "79162041837".parse().unwrap();
    assert_eq!(number.pretty(), "+7 916 204-18-37");
    assert_eq!(number.masked(), "+79…37");
    assert_eq!(format!("{number:?}"), "+79…37");
}

#[test]
fn hidden_numbers_are_withheld_and_short_ones_are_inside() {
    let party = |text| Party::read(text, Country::default());
    for text in [
        "anonymous",
        "Anonymous",
        "Номер скрыт",
        "private",
        "0",
        "0000000000",
        "-",
    ] {
        assert_eq!(party(text), Some(Party::Withheld), "{text}");
    }
    assert_eq!(party(""), None);
    assert_eq!(party("0288101"), Some(Party::Inside("0288101".into())));
    assert_eq!(party("101"), Some(Party::Inside("101".into())));
}

proptest! {
    #[test]
    fn reading_never_panics(text in "\\PC{0,40}") {
        let _ = Party::read(&text, Country::default());
    }

    #[test]
    fn e164_reads_back_as_itself(number in "\\+7(9[0-9]{2}|495|812)[0-9]{7}") {
        let read = PhoneNumber::parse(&number, Country::default()).unwrap();
        prop_assert_eq!(read.as_str(), number.as_str());
        let again = PhoneNumber::parse(&read.pretty(), Country::default()).unwrap();
        prop_assert_eq!(&again, &read);
        let digits = PhoneNumber::parse(read.digits(), Country::default()).unwrap();
        prop_assert_eq!(digits, read);
    }
}
