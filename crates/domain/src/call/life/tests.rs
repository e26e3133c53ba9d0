//! A call's life out of what was told of it.

use super::*;
use crate::call::{Stance, derive};

fn at(second: i64) -> At {
    At::from_second(1_774_704_500 + second).unwrap()
}

fn who(name: &str) -> Option<Operator> {
    Operator::from_parts(None, Some(name.to_owned()))
}

fn told(second: i64, kind: EventKind, aside: Option<Aside>, name: &str) -> CallEvent {
    CallEvent {
        aside,
        operator: who(name),
        ..CallEvent::bare(kind, at(second))
    }
}

fn end(second: i64) -> CallEvent {
    CallEvent {
        started_at: Some(at(0)),
        finished_at: Some(at(second)),
        is_lost: Some(false),
        unanswered: vec!["Вера".to_owned()],
        ..CallEvent::bare(EventKind::Finished, at(second))
    }
}

type Shown = (Option<i64>, Moment, String, Option<i64>);

fn shown(events: &[CallEvent]) -> Vec<Shown> {
    steered(events, &[])
}

fn steered(events: &[CallEvent], turns: &[(i64, Stance)]) -> Vec<Shown> {
    let turn = |(second, stance): &(i64, Stance)| Turn {
        at: at(*second),
        stance: *stance,
    };
    let turns: Vec<Turn> = turns.iter().map(turn).collect();
    let facts = derive(events, false).unwrap();
    let steps = life(events, &turns, &facts, None).into_iter();
    let name = |who: Option<Operator>| who.and_then(|who| who.name).unwrap_or_default();
    let second = |at: At| at.as_second() - 1_774_704_500;
    steps
        .map(|step| (step.at.map(second), step.what, name(step.who), step.seconds))
        .collect()
}

#[test]
fn a_call_rings_is_held_and_passed_on() {
    let aside = EventKind::Aside;
    let events = [
        CallEvent::bare(EventKind::Incoming, at(0)),
        told(1, aside, Some(Aside::Rings), "Анна"),
        told(11, aside, Some(Aside::LegEnded), "Анна"),
        told(12, aside, Some(Aside::Rings), "Олег"),
        told(15, aside, Some(Aside::Lifted), "Олег"),
        told(16, EventKind::TalkStarted, None, "Олег"),
        told(30, aside, Some(Aside::Held), "Олег"),
        told(50, aside, Some(Aside::Resumed), "Олег"),
        told(60, EventKind::TalkStarted, None, "Ира"),
        end(100),
    ];
    let name = str::to_owned;
    assert_eq!(
        shown(&events),
        [
            (Some(0), Moment::Began, name(""), None),
            (Some(1), Moment::RangInVain, name("Анна"), Some(10)),
            (Some(12), Moment::RangAndAnswered, name("Олег"), Some(3)),
            (None, Moment::RangInVain, name("Вера"), None),
            (Some(16), Moment::Answered, name("Олег"), Some(44)),
            (Some(30), Moment::Held, name("Олег"), Some(20)),
            (Some(60), Moment::PassedOn, name("Ира"), Some(40)),
            (
                Some(100),
                Moment::Ended(Outcome::Talked),
                name(""),
                Some(100)
            ),
        ]
    );
}

#[test]
fn order_of_arrival_does_not_matter_and_a_ringing_call_goes_on() {
    let mut events = vec![
        CallEvent::bare(EventKind::Incoming, at(0)),
        told(1, EventKind::Aside, Some(Aside::Rings), "Анна"),
        told(9, EventKind::Aside, Some(Aside::Held), "Анна"),
    ];
    let one = shown(&events);
    assert_eq!(one[1].1, Moment::Rings);
    assert_eq!(one[2], (Some(9), Moment::Held, "Анна".to_owned(), None));
    events.reverse();
    assert_eq!(shown(&events), one);
}

#[test]
fn holds_from_the_desk_stand_where_the_provider_tells_of_none() {
    let mut events = vec![
        CallEvent::bare(EventKind::Incoming, at(0)),
        told(5, EventKind::TalkStarted, None, "Анна"),
    ];
    let turns = [
        (6, Stance::Talking),
        (10, Stance::Held),
        (20, Stance::Consulting),
        (30, Stance::Talking),
        (40, Stance::Held),
    ];
    let held = |steps: Vec<Shown>| {
        let held = steps.into_iter().filter(|step| step.1 == Moment::Held);
        held.map(|step| (step.0, step.2, step.3))
            .collect::<Vec<_>>()
    };
    let anna = || "Анна".to_owned();
    assert_eq!(
        held(steered(&events, &turns)),
        [(Some(10), anna(), Some(20)), (Some(40), anna(), None)]
    );
    events.push(end(100));
    assert_eq!(held(steered(&events, &turns))[1].2, Some(60));
    events.push(told(50, EventKind::TalkStarted, None, "Олег"));
    assert_eq!(
        held(steered(&events, &turns))[0].1,
        anna(),
        "who talks later let nobody wait before"
    );
    events.push(told(11, EventKind::Aside, Some(Aside::Held), "Анна"));
    events.push(told(29, EventKind::Aside, Some(Aside::Resumed), "Анна"));
    assert_eq!(
        held(steered(&events, &turns)),
        [(Some(11), anna(), Some(18))],
        "the provider has a word on it"
    );
}
