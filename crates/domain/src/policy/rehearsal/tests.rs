//! Rehearsals of a few calls, counted by hand.

use super::*;
use crate::policy::{Attach, Tickets};
use crate::{CallEvent, EventKind};

const BEGINNING: i64 = 1_774_704_547;

fn hour(hours: i64) -> At {
    At::from_second(BEGINNING + hours * 3600).unwrap()
}

fn client(n: u128) -> Option<ClientId> {
    Some(ClientId(uuid::Uuid::from_u128(n)))
}

/// An incoming call at this hour that talked for a minute, or was missed.
fn call(at: i64, talked: bool, work: Work) -> PastCall {
    let begun = CallEvent::bare(EventKind::Incoming, hour(at));
    let end = CallEvent {
        is_lost: Some(!talked),
        talk_seconds: talked.then_some(60),
        started_at: Some(hour(at)),
        finished_at: Some(hour(at) + SignedDuration::from_secs(70)),
        ..CallEvent::bare(
            EventKind::Finished,
            hour(at) + SignedDuration::from_secs(70),
        )
    };
    let talk = CallEvent::bare(
        EventKind::TalkStarted,
        hour(at) + SignedDuration::from_secs(10),
    );
    let told: Vec<CallEvent> = if talked {
        vec![begun, talk, end]
    } else {
        vec![begun, end]
    };
    PastCall {
        client: client(1),
        spammer: false,
        facts: crate::call::derive(&told, false).unwrap(),
        work,
    }
}

fn fates(policy: TicketPolicy, calls: &[PastCall]) -> Vec<Fate> {
    let mut rehearsal = Rehearsal::of(policy);
    calls.iter().map(|call| rehearsal.next(call)).collect()
}

#[test]
fn calls_join_while_work_goes_on_and_open_again_what_was_solved() {
    let calls = [
        call(0, true, Work::Solved(hour(10))),
        call(5, true, Work::Solved(hour(10))),
        call(20, false, Work::Solved(hour(30))),
        call(500, true, Work::GoesOn),
    ];
    assert_eq!(
        fates(TicketPolicy::default(), &calls),
        [Fate::Made, Fate::Joined, Fate::Reopened, Fate::Made],
        "72 hours after hour 30 nothing is opened again"
    );
    let always_new = TicketPolicy {
        attach: Attach::AlwaysNew,
        ..TicketPolicy::default()
    };
    assert_eq!(fates(always_new, &calls), [Fate::Made; 4]);
}

#[test]
fn a_call_that_joined_stays_even_where_it_needs_no_ticket_of_its_own() {
    let missed_only = TicketPolicy {
        tickets: Tickets::Missed,
        ..TicketPolicy::default()
    };
    let calls = [
        call(0, false, Work::GoesOn),
        call(1, true, Work::GoesOn),
        call(2, false, Work::GoesOn),
    ];
    assert_eq!(
        fates(missed_only, &calls),
        [Fate::Made, Fate::None, Fate::Joined]
    );
    let short = TicketPolicy {
        min_talk_seconds: 100,
        ..TicketPolicy::default()
    };
    assert_eq!(
        fates(short, &calls),
        [Fate::Made, Fate::Joined, Fate::Joined],
        "at its first sign it joined"
    );
}

#[test]
fn what_is_closed_is_not_opened_again() {
    let calls = [
        call(0, true, Work::Closed(hour(2))),
        call(3, true, Work::None),
        call(4, true, Work::None),
        call(30, true, Work::None),
    ];
    assert_eq!(
        fates(TicketPolicy::default(), &calls),
        [Fate::Made, Fate::Made, Fate::Joined, Fate::Reopened],
        "a ticket there never was is solved within a day"
    );
}

#[test]
fn callers_whom_nobody_knows_join_nothing_and_spammers_one_ticket() {
    let hidden = |at| PastCall {
        client: None,
        ..call(at, false, Work::GoesOn)
    };
    let spammer = |at| PastCall {
        spammer: true,
        ..call(at, false, Work::GoesOn)
    };
    let calls = [hidden(0), hidden(1), spammer(2), spammer(3)];
    assert_eq!(
        fates(TicketPolicy::default(), &calls),
        [Fate::Made, Fate::Made, Fate::Made, Fate::Joined],
        "a spammer's calls gather in one ticket"
    );
    let mut counted = Fates::default();
    for fate in fates(TicketPolicy::default(), &calls) {
        counted.count(fate);
    }
    assert_eq!((counted.made, counted.joined), (3, 1));
}
