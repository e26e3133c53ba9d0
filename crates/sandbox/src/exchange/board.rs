//! The board: the calls of the exchange, live and past, and the deliveries about them.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::Live;
use crate::call::Call;
use crate::keep::REMEMBERED;
use crate::notify::Delivery;

/// The first session of an exchange that has kept nothing; beyond 2^32, as the platform's are now.
const FIRST_SESSION: i64 = 5_139_032_001;
/// Sessions that are skipped at each start: some may have been given out and not kept.
const GAP: i64 = 100;
/// How many deliveries are shown.
const SHOWN_DELIVERIES: usize = 500;

/// The calls and what was told about them.
#[derive(Debug)]
pub(crate) struct Board {
    pub(crate) calls: BTreeMap<i64, Call>,
    pub(crate) deliveries: VecDeque<Delivery>,
    pub(crate) live: HashMap<i64, Live>,
    next_session: i64,
    next_delivery: u64,
}

impl Board {
    pub(crate) fn of(past: Vec<Call>) -> Self {
        let calls: BTreeMap<i64, Call> =
            past.into_iter().map(|call| (call.session, call)).collect();
        let next_session = calls
            .keys()
            .next_back()
            .map_or(FIRST_SESSION, |last| last + GAP);
        Self {
            calls,
            deliveries: VecDeque::new(),
            live: HashMap::new(),
            next_session,
            next_delivery: 1,
        }
    }

    pub(crate) fn new_session(&mut self) -> i64 {
        let session = self.next_session;
        self.next_session += 1;
        session
    }

    pub(crate) fn add(&mut self, call: Call) {
        self.calls.insert(call.session, call);
        while self.calls.len() > REMEMBERED {
            self.calls.pop_first();
        }
    }

    /// Puts a delivery on top and gives it its number.
    pub(crate) fn note(&mut self, mut delivery: Delivery) {
        delivery.id = self.next_delivery;
        self.next_delivery += 1;
        self.deliveries.push_front(delivery);
        self.deliveries.truncate(SHOWN_DELIVERIES);
    }

    /// How many times this number was in contact before.
    pub(crate) fn contacts_of(&self, number: Option<&str>) -> i64 {
        let same = |call: &&Call| number.is_some() && call.caller.number.as_deref() == number;
        self.calls.values().filter(same).count() as i64
    }

    /// Operators who are in a live call.
    pub(crate) fn busy_operators(&self) -> Vec<i64> {
        self.calls
            .values()
            .filter(|call| call.is_live())
            .flat_map(Call::employees)
            .collect()
    }

    pub(crate) fn delivered_about(&self, session: i64) -> usize {
        self.deliveries
            .iter()
            .filter(|delivery| delivery.call_session_id == session)
            .count()
    }
}
