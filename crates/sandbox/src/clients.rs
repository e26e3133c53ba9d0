//! The people who call again and again; every name and number is fictional.

mod names;

use crate::chance::Chance;
use names::{FIRST_NAMES, PLACES, Place, SURNAMES};

/// How many people there are.
const CROWD: u64 = 200;
/// One in so many calls from the phone of another: a family, an office.
const SHARES_A_PHONE: u64 = 20;

/// One person who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Client {
    /// Digits, E.164 without the plus.
    pub(crate) number: String,
    pub(crate) full_name: String,
    /// The id in the account's address book, for those who are in it.
    pub(crate) contact_id: Option<i64>,
}

/// The same seed gives the same people.
pub(crate) fn gather(seed: u64) -> Vec<Client> {
    let mut chance = Chance::of(seed, 0);
    let mut people: Vec<Client> = Vec::new();
    for n in 0..CROWD {
        let own = fresh_number(n, &mut chance);
        let number = match people.last() {
            Some(neighbour) if n % SHARES_A_PHONE == SHARES_A_PHONE - 1 => neighbour.number.clone(),
            Some(_) | None => own,
        };
        let known = chance.happens(0.25);
        people.push(Client {
            number,
            full_name: name(&mut chance),
            contact_id: known.then_some(880_000 + n as i64),
        });
    }
    people
}

/// Subscriber numbers that begin with 000 are given to nobody.
fn fresh_number(n: u64, chance: &mut Chance) -> String {
    let place = chance.one_of(&PLACES).map_or("7916", |place| place.prefix);
    format!("{place}000{:04}", n * 37 % 10_000)
}

fn name(chance: &mut Chance) -> String {
    let woman = chance.happens(0.5);
    let surname = chance.one_of(&SURNAMES).copied().unwrap_or_default();
    let first: Vec<_> = FIRST_NAMES
        .iter()
        .filter(|first| first.1 == woman)
        .map(|first| first.0)
        .collect();
    let first = chance.one_of(&first).copied().unwrap_or_default();
    format!("{surname}{} {first}", if woman { "а" } else { "" })
}

/// The region of a number: id and name; nothing for numbers from abroad.
pub(crate) fn region(number: &str) -> Option<(i64, &'static str)> {
    let place: &Place = PLACES
        .iter()
        .find(|place| number.starts_with(place.prefix))?;
    place.region
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gathers_the_same_people() {
        assert_eq!(gather(7), gather(7));
        assert_ne!(gather(7), gather(8));
    }

    #[test]
    fn some_share_a_phone_and_most_are_not_in_the_address_book() {
        let people = gather(1);
        let mut numbers: Vec<_> = people.iter().map(|client| &client.number).collect();
        numbers.sort();
        numbers.dedup();
        let known = people
            .iter()
            .filter(|client| client.contact_id.is_some())
            .count();
        assert_eq!((people.len(), numbers.len()), (200, 190));
        assert!((10..100).contains(&known), "{known} are known");
    }
}
