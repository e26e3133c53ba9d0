//! The gate lets people in and makes guessers wait.

use super::*;

fn second(n: i64) -> At {
    At::from_second(1_774_704_547 + n).unwrap()
}

/// Tries as often as it is let, and gives the wait after that.
fn wait_after_tries(gate: &Gate, who: &Who, now: i64) -> (u32, u64) {
    for tries in 0..1000 {
        match gate.knock(std::slice::from_ref(who), second(now)) {
            Ok(()) => {}
            Err(Refusal::TooMany(wait)) => return (tries, wait),
            Err(other) => panic!("{other}"),
        }
    }
    panic!("a thousand tries and no wait")
}

#[test]
fn after_five_tries_each_wait_is_twice_the_one_before() {
    let gate = Gate::default();
    let anna = Who::typed("anna@example.ru");
    assert_eq!(wait_after_tries(&gate, &anna, 0), (5, 1));
    let mut now = 0;
    for expected in [2, 4, 8, 16, 32, 64, 128, 256, 300, 300] {
        now += 300;
        assert_eq!(wait_after_tries(&gate, &anna, now), (1, expected));
    }
}

#[test]
fn a_try_that_has_to_wait_does_not_make_the_wait_longer() {
    let gate = Gate::default();
    let anna = Who::typed("anna@example.ru");
    wait_after_tries(&gate, &anna, 0);
    for _ in 0..50 {
        assert!(gate.knock(std::slice::from_ref(&anna), second(0)).is_err());
    }
    assert!(gate.knock(&[anna], second(1)).is_ok());
}

#[test]
fn the_same_address_typed_differently_is_one() {
    let gate = Gate::default();
    wait_after_tries(&gate, &Who::typed("anna@example.ru"), 0);
    assert!(
        gate.knock(&[Who::typed(" Anna@Example.RU")], second(0))
            .is_err()
    );
    assert!(
        gate.knock(&[Who::typed("zoya@example.ru")], second(0))
            .is_ok()
    );
}

#[test]
fn one_customers_addresses_of_version_six_are_one() {
    assert_eq!(Who::at("2001:db8:1:2::7"), Who::at("2001:db8:1:2:ffff::1"));
    assert_ne!(Who::at("2001:db8:1:2::7"), Who::at("2001:db8:1:3::7"));
    assert_eq!(Who::at("::ffff:203.0.113.7"), Who::at("203.0.113.7"));
}

#[test]
fn a_right_password_starts_its_owner_afresh_but_not_the_address() {
    let gate = Gate::default();
    let office = Who::at("203.0.113.7");
    let both = [office.clone(), Who::typed("anna@example.ru")];
    for _ in 0..100 {
        gate.knock(&both, second(0)).unwrap();
        gate.opened(&both);
    }
    let guess = [office.clone(), Who::typed("zoya@example.ru")];
    gate.knock(&guess, second(0)).unwrap();
    gate.knock(&both, second(0)).unwrap();
    gate.opened(&both);
    assert_eq!(wait_after_tries(&gate, &office, 0), (29, 1));
}

#[test]
fn tries_are_forgotten_after_an_hour() {
    let gate = Gate::default();
    let anna = Who::typed("anna@example.ru");
    wait_after_tries(&gate, &anna, 0);
    assert_eq!(wait_after_tries(&gate, &anna, 3600), (5, 1));
}

#[test]
fn a_flood_of_names_does_not_fill_the_memory() {
    let gate = Gate::default();
    for n in 0..60_000 {
        let who = Who::typed(&format!("{n}@example.ru"));
        gate.knock(&[who], second(n / 100)).unwrap();
    }
    assert!(gate.tries().len() <= MOST);
}
