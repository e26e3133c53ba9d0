//! The rule over generated calls: order never matters, and who waits is who was missed after everything else.

use proptest::prelude::*;

use super::*;

fn second(n: i64) -> At {
    At::from_second(1_774_704_547 + n).unwrap()
}

fn id(n: u128) -> CallId {
    CallId(uuid::Uuid::from_u128(n))
}

fn missed(n: u128, at: i64) -> Sign {
    Sign::Missed(Attempt {
        at: second(at),
        call: id(n),
        rang: vec![format!("Оператор {n}")],
    })
}

fn reached(n: u128, at: i64) -> Sign {
    Sign::Reached {
        at: second(at),
        call: id(n),
    }
}

/// When the attempts were, and whether they wait.
fn seen(signs: Vec<Sign>, handled: Option<i64>) -> Option<(Vec<i64>, bool)> {
    let found = standing(signs, handled.map(second))?;
    let at = found.attempts.iter();
    let at = at.map(|one| one.at.as_second() - 1_774_704_547);
    Some((at.collect(), found.settled.is_none()))
}

#[test]
fn who_was_missed_waits_until_somebody_gets_through() {
    assert_eq!(seen(vec![reached(1, 5)], None), None);
    let twice = vec![missed(1, 10), missed(2, 20)];
    assert_eq!(seen(twice.clone(), None), Some((vec![10, 20], true)));
    let called_back = [twice.clone(), vec![reached(3, 30)]].concat();
    assert_eq!(seen(called_back.clone(), None), Some((vec![10, 20], false)));
    let again = [called_back, vec![missed(4, 40)]].concat();
    assert_eq!(seen(again, None), Some((vec![40], true)));
    let before = [twice, vec![reached(3, 15)]].concat();
    assert_eq!(seen(before, None), Some((vec![20], true)));
}

#[test]
fn what_is_done_by_hand_is_done_until_they_are_missed_again() {
    let twice = vec![missed(1, 10), missed(2, 20)];
    assert_eq!(seen(twice.clone(), Some(20)), Some((vec![10, 20], false)));
    assert_eq!(seen(twice.clone(), Some(10)), Some((vec![20], true)));
    let again = [twice, vec![missed(3, 30)]].concat();
    assert_eq!(seen(again, Some(20)), Some((vec![30], true)));
    let settled = standing(vec![missed(1, 10)], Some(second(10))).unwrap();
    assert_eq!(settled.settled, Some(Settled::ByHand));
}

#[test]
fn a_talk_settles_what_was_missed_in_the_same_moment() {
    assert_eq!(
        seen(vec![reached(2, 10), missed(1, 10)], None),
        Some((vec![10], false))
    );
}

fn signs() -> impl Strategy<Value = Vec<Sign>> {
    let one = (any::<bool>(), 0i64..30);
    proptest::collection::vec(one, 0..12).prop_map(|all| {
        let numbered = all.into_iter().zip(1u128..);
        let sign = |((lost, at), n)| if lost { missed(n, at) } else { reached(n, at) };
        numbered.map(sign).collect()
    })
}

fn shuffled() -> impl Strategy<Value = (Vec<Sign>, Vec<Sign>)> {
    signs().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
}

proptest! {
    #[test]
    fn order_never_matters((one, other) in shuffled(), handled in proptest::option::of(0i64..30)) {
        let handled = handled.map(second);
        prop_assert_eq!(standing(one, handled), standing(other, handled));
    }

    #[test]
    fn they_wait_exactly_when_missed_after_all_else(all in signs(), handled in proptest::option::of(0i64..30)) {
        let done = all.iter().filter_map(|sign| match sign {
            Sign::Reached { at, .. } => Some(*at),
            Sign::Missed(_) => None,
        });
        let done = done.chain(handled.map(second)).max();
        let after = |sign: &&Sign| match sign {
            Sign::Missed(attempt) => done.is_none_or(|done| attempt.at > done),
            Sign::Reached { .. } => false,
        };
        let expected = all.iter().filter(after).count();
        let found = standing(all.clone(), handled.map(second));
        let waits = found.as_ref().filter(|found| found.settled.is_none());
        prop_assert_eq!(waits.map_or(0, |found| found.attempts.len()), expected);
        let ever = all.iter().any(|sign| matches!(sign, Sign::Missed(_)));
        prop_assert_eq!(found.is_some(), ever);
        prop_assert!(found.is_none_or(|found| !found.attempts.is_empty()));
    }
}
