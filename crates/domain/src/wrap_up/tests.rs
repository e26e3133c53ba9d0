//! Who is asked, and when nobody is.

use super::*;
use crate::call::Facts;
use crate::{AgentId, CallId, ChannelId};

fn second(n: i64) -> At {
    At::from_second(1_774_704_547 + n).unwrap()
}

fn call(agent: u128, state: State, outcome: Outcome, direction: Direction) -> Call {
    let facts = Facts {
        direction,
        state,
        outcome,
        client: None,
        client_name: None,
        virtual_number: None,
        operator: None,
        operator_took_part: true,
        started_at: second(0),
        answered_at: None,
        finished_at: (state == State::Finished).then(|| second(60)),
        wait_seconds: None,
        talk_seconds: None,
        total_seconds: None,
        finish_reason: None,
        transferred: false,
        recordings: Vec::new(),
        tags: Vec::new(),
        rating: None,
        external_id: None,
        legs: Vec::new(),
    };
    Call {
        id: CallId(uuid::Uuid::from_u128(1)),
        channel_id: ChannelId(uuid::Uuid::from_u128(2)),
        session_id: 7,
        facts,
        client_id: None,
        ticket_id: None,
        agent_id: (agent > 0).then(|| AgentId(uuid::Uuid::from_u128(agent))),
        moved_by_hand: false,
        lapsed_at: None,
        last_notified_at: second(60),
        decisions: Vec::new(),
        version: 1,
    }
}

fn talked(agent: u128) -> Call {
    call(agent, State::Finished, Outcome::Talked, Direction::In)
}

fn asked(before: Option<&Call>, now: &Call, at: i64) -> Option<u128> {
    asked_of(before, now, second(at)).map(|agent| agent.0.as_u128())
}

#[test]
fn the_agent_of_a_call_is_asked_once_it_is_over() {
    let talking = call(9, State::Talking, Outcome::Unknown, Direction::In);
    assert_eq!(asked(None, &talking, 30), None);
    assert_eq!(asked(Some(&talking), &talked(9), 61), Some(9));
    assert_eq!(
        asked(None, &talked(9), 61),
        Some(9),
        "its end may be all that came"
    );
    assert_eq!(
        asked(Some(&talked(9)), &talked(9), 62),
        None,
        "and not again"
    );
    assert_eq!(
        asked(Some(&talked(9)), &talked(8), 62),
        Some(8),
        "it was somebody else who talked"
    );
}

#[test]
fn nobody_is_asked_of_a_call_that_rang_in_vain_or_was_nobodys() {
    let missed = call(9, State::Finished, Outcome::Missed, Direction::In);
    assert_eq!(asked(None, &missed, 61), None);
    assert_eq!(asked(None, &talked(0), 61), None);
    let failed = call(9, State::Finished, Outcome::Failed, Direction::Out);
    assert_eq!(
        asked(None, &failed, 61),
        Some(9),
        "they dialled, and know what came of it"
    );
}

#[test]
fn nobody_is_asked_of_a_test_or_of_what_was_long_ago() {
    let test = Call {
        session_id: -1,
        ..talked(9)
    };
    assert_eq!(asked(None, &test, 61), None);
    assert_eq!(asked(None, &talked(9), 60 + 3600), Some(9));
    assert_eq!(asked(None, &talked(9), 60 + 3601), None);
}
