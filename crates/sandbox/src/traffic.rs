//! Background traffic: the clients call, and are called, all day long.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::sleep;

use crate::account::{NUMBERS, OPERATORS};
use crate::call::{Caller, Direction};
use crate::chance::Chance;
use crate::exchange::Exchange;
use crate::order::{Order, Origin};
use crate::scenario::Scenario;
use crate::sounds::Sound;

/// What a usual day is made of: direction, scenario, share in a hundred.
const DAY: [(Direction, Scenario, u64); 15] = [
    (Direction::In, Scenario::Talked, 34),
    (Direction::Out, Scenario::Talked, 15),
    (Direction::In, Scenario::Missed, 10),
    (Direction::Out, Scenario::NoAnswer, 7),
    (Direction::In, Scenario::Transferred, 5),
    (Direction::Out, Scenario::Transferred, 1),
    (Direction::In, Scenario::Returned, 1),
    (Direction::In, Scenario::Abandoned, 6),
    (Direction::In, Scenario::Busy, 4),
    (Direction::Out, Scenario::Busy, 3),
    (Direction::In, Scenario::Withheld, 3),
    (Direction::In, Scenario::VoiceMail, 3),
    (Direction::In, Scenario::Short, 3),
    (Direction::Out, Scenario::Hold, 2),
    (Direction::In, Scenario::Hold, 3),
];

/// What recordings sound like, the first more often.
const SOUNDS: [Sound; 3] = [Sound::RuCallStereo, Sound::RuCallMono, Sound::EnCallStereo];

/// Places calls until the exchange stops.
pub(crate) async fn flow(exchange: Arc<Exchange>, calls_per_minute: f64, speed: f64) {
    if calls_per_minute <= 0.0 {
        return exchange.stop.cancelled().await;
    }
    let past = exchange.board().calls.len() as u64;
    let mut chance = Chance::of(exchange.seed, past.wrapping_add(1) << 40);
    loop {
        tokio::select! {
            () = exchange.stop.cancelled() => return,
            () = sleep(Duration::from_secs_f64(chance.pause(calls_per_minute))) => {}
        }
        if let Some(order) = next(&exchange, speed, &mut chance) {
            exchange.place(order);
        }
    }
}

fn next(exchange: &Exchange, speed: f64, chance: &mut Chance) -> Option<Order> {
    let (direction, mut scenario) = story(chance);
    let operators = free_operators(exchange, chance);
    if operators.is_empty() {
        if direction == Direction::Out {
            return None;
        }
        scenario = Scenario::Busy;
    }
    let client = chance.often_first(&exchange.clients)?;
    let known = client.contact_id.map(|_| client.full_name.clone());
    Some(Order {
        direction,
        caller: Caller {
            number: Some(client.number.clone()),
            full_name: known,
            contact_id: client.contact_id,
        },
        virtual_number: *chance.one_of(&NUMBERS)?,
        operators: if operators.is_empty() {
            any_operators(chance, None)
        } else {
            operators
        },
        scenario,
        sound: chance.often_first(&SOUNDS).copied(),
        speed,
        origin: Origin::Line,
        varied: true,
    })
}

fn story(chance: &mut Chance) -> (Direction, Scenario) {
    let all: u64 = DAY.iter().map(|story| story.2).sum();
    let mut left = chance.between(1, all);
    for (direction, scenario, share) in DAY {
        if left <= share {
            return (direction, scenario);
        }
        left -= share;
    }
    (Direction::In, Scenario::Talked)
}

/// Up to three operators who are in no call.
fn free_operators(exchange: &Exchange, chance: &mut Chance) -> Vec<i64> {
    let busy = exchange.board().busy_operators();
    let mut free = any_operators(chance, None);
    free.extend(OPERATORS.iter().map(|operator| operator.id));
    let mut free = crate::call::once(free.into_iter());
    free.retain(|id| !busy.contains(id));
    free.truncate(3);
    free
}

/// Three operators; the one who is meant stands first.
pub(crate) fn any_operators(chance: &mut Chance, meant: Option<i64>) -> Vec<i64> {
    and_others(
        meant
            .or_else(|| chance.one_of(&OPERATORS).map(|operator| operator.id))
            .unwrap_or_default(),
    )
}

/// This operator and two colleagues.
pub(crate) fn and_others(first: i64) -> Vec<i64> {
    let start = OPERATORS
        .iter()
        .position(|operator| operator.id == first)
        .unwrap_or_default();
    OPERATORS
        .iter()
        .cycle()
        .skip(start)
        .take(3)
        .map(|operator| operator.id)
        .collect()
}
