//! At whom a call rings, as far as its notifications tell.

use super::{Aside, CallEvent, EventKind, Operator};

/// The operators it rings at, in the order it began to; none when nobody has told at whom.
///
/// Only the platform's events about legs tell it, and whoever sets notifications up may leave those out.
#[must_use]
pub fn rings_at(events: &[CallEvent]) -> Vec<Operator> {
    let mut told: Vec<&CallEvent> = events.iter().filter(|event| rings(event)).collect();
    told.sort_by_key(|event| event.at);
    let mut at: Vec<Operator> = Vec::new();
    for ring in told {
        let Some(operator) = &ring.operator else {
            continue;
        };
        let given_up = events.iter().any(|event| gives_up(event, ring, operator));
        if !given_up && !at.iter().any(|one| one.is(operator)) {
            at.push(operator.clone());
        }
    }
    at
}

/// The provider's groups it rings at, where no operator is named.
#[must_use]
pub fn rings_at_groups(events: &[CallEvent]) -> Vec<i64> {
    let told = events.iter().filter(|event| rings(event));
    let nameless = told.filter(|event| event.operator.is_none());
    let mut groups: Vec<i64> = nameless.flat_map(|event| event.groups.clone()).collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

fn rings(event: &CallEvent) -> bool {
    event.aside == Some(Aside::Rings) || event.kind == EventKind::Incoming
}

fn gives_up(event: &CallEvent, ring: &CallEvent, operator: &Operator) -> bool {
    event.aside == Some(Aside::LegEnded)
        && event.at >= ring.at
        && event
            .operator
            .as_ref()
            .is_some_and(|gone| gone.is(operator))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::At;

    #[test]
    fn a_group_counts_where_no_operator_is_named() {
        let named = told(Aside::Rings, 1, 391_001);
        let some = |groups: &[i64]| CallEvent {
            groups: groups.to_vec(),
            ..CallEvent::bare(EventKind::Incoming, named.at)
        };
        let with_operator = CallEvent {
            groups: vec![9],
            ..named.clone()
        };
        assert_eq!(
            rings_at_groups(&[some(&[7, 5]), some(&[5]), with_operator]),
            [5, 7]
        );
    }

    fn told(aside: Aside, second: i64, id: i64) -> CallEvent {
        let at = At::from_second(1_774_704_547 + second).unwrap();
        CallEvent {
            aside: Some(aside),
            operator: Operator::from_parts(Some(id), None),
            ..CallEvent::bare(EventKind::Aside, at)
        }
    }

    fn ids(events: &[CallEvent]) -> Vec<i64> {
        let at = rings_at(events);
        at.into_iter().filter_map(|operator| operator.id).collect()
    }

    #[test]
    fn it_rings_at_those_who_were_told_and_have_not_let_it_go() {
        let mut events = vec![
            told(Aside::Rings, 1, 7),
            told(Aside::Rings, 2, 8),
            told(Aside::LegEnded, 9, 7),
        ];
        assert_eq!(ids(&events), [8]);
        events.reverse();
        assert_eq!(ids(&events), [8]);
        events.push(told(Aside::Rings, 12, 7));
        assert_eq!(ids(&events), [8, 7]);
    }

    #[test]
    fn the_articles_first_notification_names_nobody() {
        let begun = CallEvent::bare(EventKind::Incoming, At::UNIX_EPOCH);
        assert_eq!(rings_at(&[begun]), []);
    }
}
