//! Calls out of notifications, told in all the ways they arrive.

mod any_order;

use super::*;
use crate::call::Operator;

fn at(seconds: i64) -> At {
    At::from_second(1_774_704_547 + seconds).unwrap()
}

fn anna() -> Operator {
    Operator {
        id: Some(391_001),
        name: Some("Иванова Мария".into()),
    }
}

fn oleg() -> Operator {
    Operator {
        id: Some(391_002),
        name: Some("Петров Олег".into()),
    }
}

fn incoming() -> CallEvent {
    CallEvent {
        direction: Some(Direction::In),
        client: Party::read("79160000002", crate::Country::default()),
        started_at: Some(at(0)),
        ..CallEvent::bare(EventKind::Incoming, at(0))
    }
}

fn talk(operator: Operator, answered: i64) -> CallEvent {
    CallEvent {
        operator: Some(operator),
        started_at: Some(at(0)),
        answered_at: Some(at(answered)),
        ..CallEvent::bare(EventKind::TalkStarted, at(answered))
    }
}

fn finished(lost: Option<bool>) -> CallEvent {
    CallEvent {
        direction: Some(Direction::In),
        started_at: Some(at(0)),
        finished_at: Some(at(60)),
        is_lost: lost,
        ..CallEvent::bare(EventKind::Finished, at(60))
    }
}

fn facts(events: &[CallEvent]) -> Facts {
    derive(events, false).unwrap()
}

#[test]
fn no_notification_is_no_call() {
    assert_eq!(derive(&[], false), None);
}

#[test]
fn a_call_rings_then_talks_then_is_over() {
    assert_eq!(facts(&[incoming()]).state, State::Ringing);
    assert_eq!(facts(&[incoming(), talk(anna(), 11)]).state, State::Talking);
    let over = facts(&[incoming(), talk(anna(), 11), finished(Some(false))]);
    assert_eq!(
        (over.state, over.outcome, over.success()),
        (State::Finished, Outcome::Talked, Some(true))
    );
    assert_eq!(over.talk_seconds, Some(49), "from pick-up to end");
    assert_eq!(over.wait_seconds, Some(11));
}

#[test]
fn a_finish_before_its_start_gives_the_same_call() {
    let forwards = facts(&[incoming(), talk(anna(), 11), finished(Some(false))]);
    let backwards = facts(&[finished(Some(false)), talk(anna(), 11), incoming()]);
    assert_eq!(forwards, backwards);
}

#[test]
fn a_lost_incoming_call_is_missed_and_a_lost_outgoing_one_failed() {
    assert_eq!(facts(&[finished(Some(true))]).outcome, Outcome::Missed);
    let out = CallEvent {
        direction: Some(Direction::Out),
        ..finished(Some(true))
    };
    assert_eq!(facts(&[out]).outcome, Outcome::Failed);
}

#[test]
fn without_is_lost_a_talk_or_its_recording_is_success() {
    assert_eq!(facts(&[finished(None)]).outcome, Outcome::Missed);
    assert_eq!(
        facts(&[finished(None), talk(anna(), 11)]).outcome,
        Outcome::Talked
    );
    let recorded = CallEvent {
        recordings: vec!["https://x/1".into()],
        ..finished(None)
    };
    assert_eq!(facts(&[recorded]).outcome, Outcome::Talked);
    let seconds = CallEvent {
        talk_seconds: Some(12),
        ..finished(None)
    };
    assert_eq!(facts(&[seconds]).talk_seconds, Some(12));
}

#[test]
fn a_lost_notification_alone_ends_the_call() {
    let lost = CallEvent::bare(EventKind::Lost, at(30));
    let call = facts(&[incoming(), lost.clone()]);
    assert_eq!(
        (call.state, call.outcome),
        (State::Finished, Outcome::Missed)
    );
    let call = facts(&[lost, finished(Some(false))]);
    assert_eq!(call.outcome, Outcome::Talked, "the end's own word wins");
}

#[test]
fn the_operator_is_who_talked_last() {
    let by_talks = facts(&[talk(anna(), 11), talk(oleg(), 40)]);
    assert_eq!(by_talks.operator, Some(oleg()));
    let by_end = facts(&[
        talk(oleg(), 40),
        CallEvent {
            last_talked: Some(anna()),
            ..finished(Some(false))
        },
    ]);
    assert_eq!(by_end.operator, Some(anna()));
    let by_id = Operator {
        id: Some(391_001),
        name: None,
    };
    let named = facts(&[
        talk(anna(), 11),
        CallEvent {
            last_talked: Some(by_id),
            ..finished(Some(false))
        },
    ]);
    assert_eq!(
        named.operator,
        Some(anna()),
        "the name comes from another notification"
    );
}

#[test]
fn an_operator_who_only_rang_took_no_part() {
    let missed = facts(&[CallEvent {
        operator: Some(anna()),
        ..finished(Some(true))
    }]);
    assert!(!missed.operator_took_part);
    let dialled = CallEvent {
        operator: Some(anna()),
        ..CallEvent::bare(EventKind::Outgoing, at(0))
    };
    assert!(facts(&[dialled]).operator_took_part);
}

#[test]
fn post_processing_is_not_talk() {
    let end = CallEvent {
        postprocess_seconds: Some(15),
        ..finished(Some(false))
    };
    let call = facts(&[talk(anna(), 11), end]);
    assert_eq!(call.finished_at, Some(at(45)));
    assert_eq!(call.talk_seconds, Some(34));
}

#[test]
fn absurd_durations_and_years_do_not_break_the_telling() {
    let absurd = CallEvent {
        postprocess_seconds: Some(i64::MAX),
        total_seconds: Some(i64::MAX),
        finished_at: Some(At::MAX),
        started_at: Some(At::MIN),
        ..finished(Some(false))
    };
    assert_eq!(facts(&[absurd]).state, State::Finished);
    let no_end = CallEvent {
        total_seconds: Some(i64::MAX),
        finished_at: None,
        ..finished(Some(true))
    };
    assert_eq!(facts(&[no_end]).outcome, Outcome::Missed);
}

#[test]
fn what_the_start_does_not_tell_the_length_does() {
    let end = CallEvent {
        started_at: None,
        total_seconds: Some(90),
        talk_seconds: Some(60),
        postprocess_seconds: Some(20),
        ..finished(Some(false))
    };
    let call = facts(&[end]);
    assert_eq!((call.started_at, call.finished_at), (at(-30), Some(at(40))));
    assert_eq!(call.wait_seconds, Some(10), "the talk is not waiting");
}

#[test]
fn a_call_whose_end_never_comes_is_closed_as_unknown_until_a_later_finish() {
    let events = [incoming(), talk(anna(), 11)];
    let lapsed = derive(&events, true).unwrap();
    assert_eq!(
        (lapsed.state, lapsed.outcome, lapsed.success()),
        (State::Finished, Outcome::Unknown, None)
    );
    let late = derive(&[incoming(), talk(anna(), 11), finished(Some(false))], true).unwrap();
    assert_eq!(late.outcome, Outcome::Talked);
}

#[test]
fn a_number_that_a_later_notification_tells_replaces_a_hidden_one() {
    let hidden = CallEvent {
        client: Some(Party::Withheld),
        ..CallEvent::bare(EventKind::Incoming, at(0))
    };
    let told = CallEvent {
        client: incoming().client,
        ..finished(Some(true))
    };
    assert_eq!(
        facts(std::slice::from_ref(&hidden)).client,
        Some(Party::Withheld)
    );
    assert!(facts(&[hidden, told]).client.unwrap().phone().is_some());
}

#[test]
fn those_who_talked_and_those_who_let_it_ring_stand_once() {
    let end = CallEvent {
        talked: vec!["Иванова Мария".into(), "Петров Олег".into()],
        unanswered: vec!["Петров Олег".into(), "Сидорова Анна".into()],
        ..finished(Some(false))
    };
    let legs = facts(&[talk(anna(), 11), end]).legs;
    let told: Vec<_> = legs
        .iter()
        .map(|leg| (leg.operator.name.as_deref().unwrap(), leg.talked))
        .collect();
    assert_eq!(
        told,
        [
            ("Иванова Мария", true),
            ("Петров Олег", true),
            ("Сидорова Анна", false)
        ]
    );
}
