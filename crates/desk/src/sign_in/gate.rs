//! The gate before passwords: who tries too often waits, each time twice as long.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::{AgentId, At};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::{Refusal, Result};

/// Passwords checked at once: each takes 19 MiB and a core for as long as it lasts.
const AT_ONCE: usize = 2;
/// Seconds after which tries are forgotten.
const FORGOTTEN_AFTER: i64 = 3600;
/// The longest wait, in seconds: a guess each five minutes finds nothing, and its owner is not shut out for long.
const LONGEST_WAIT: i64 = 300;
/// Doublings that reach the longest wait.
const DOUBLINGS: u32 = 9;
/// Whoever has tried, at most: some megabytes.
const MOST: usize = 20_000;

/// Who tries, or whose password is tried.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Who {
    /// A place on the network.
    Address(String),
    /// Whatever was typed as an e-mail: whether somebody has it makes no difference.
    Email(String),
    /// The same from an address where their owner is signed in.
    AtHome(String, String),
    /// Somebody signed in who types their present password.
    Agent(AgentId),
    /// Somebody's second factor.
    Code(AgentId),
}

impl Who {
    /// A place on the network; addresses of version 6 count by the 64 bits that one customer gets.
    pub(super) fn at(address: &str) -> Self {
        let place = match address.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
            Ok(IpAddr::V6(ip)) => {
                let [a, b, c, d, ..] = ip.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
            Ok(IpAddr::V4(ip)) => ip.to_string(),
            Err(_) => address.chars().take(64).collect(),
        };
        Self::Address(place)
    }

    /// Whatever was typed as an e-mail.
    pub(super) fn typed(email: &str) -> Self {
        Self::Email(email.trim().to_lowercase().chars().take(254).collect())
    }

    /// The same from an address where their owner is signed in.
    pub(super) fn at_home(email: &str, address: &str) -> Self {
        let email: String = email.trim().to_lowercase().chars().take(254).collect();
        Self::AtHome(email, address.chars().take(64).collect())
    }

    /// Tries before there is a wait; a whole office may stand behind one address.
    fn free_tries(&self) -> u32 {
        match self {
            Self::Address(_) => 30,
            Self::Email(_) | Self::AtHome(..) | Self::Agent(_) | Self::Code(_) => 5,
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Tries {
    count: u32,
    last: i64,
    /// Not before this second.
    again: i64,
}

/// The gate.
#[derive(Debug)]
pub(crate) struct Gate {
    tries: Mutex<HashMap<Who, Tries>>,
    hashing: Semaphore,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            tries: Mutex::default(),
            hashing: Semaphore::new(AT_ONCE),
        }
    }
}

impl Gate {
    /// Counts a try of each before it is made, so that many at once are not let through together; says how long to wait.
    pub(crate) fn knock(&self, all: &[Who], now: At) -> Result<()> {
        let now = now.as_second();
        let mut tries = self.tries();
        let again = all.iter().filter_map(|who| tries.get(who)).map(|t| t.again);
        let wait = again.max().unwrap_or(now) - now;
        if wait > 0 {
            return Err(Refusal::TooMany(wait.unsigned_abs()));
        }
        for who in all {
            let known = tries.get(who).filter(|t| now - t.last < FORGOTTEN_AFTER);
            let count = known.map_or(0, |t| t.count).saturating_add(1);
            let again = now + wait_after(count, who.free_tries());
            let last = now;
            tries.insert(who.clone(), Tries { count, last, again });
        }
        if tries.len() > MOST {
            sweep(&mut tries, now);
        }
        Ok(())
    }

    /// The try was good: what was typed is right, so its owner starts afresh; the address gets this one try back.
    pub(crate) fn opened(&self, all: &[Who]) {
        let mut tries = self.tries();
        for who in all {
            match who {
                Who::Email(_) | Who::AtHome(..) | Who::Agent(_) | Who::Code(_) => {
                    tries.remove(who);
                }
                Who::Address(_) => {
                    if let Some(known) = tries.get_mut(who) {
                        known.count = known.count.saturating_sub(1);
                        known.again = known.last;
                    }
                }
            }
        }
    }

    /// Waits for a turn to check or hash a password.
    pub(crate) async fn turn(&self) -> Result<SemaphorePermit<'_>> {
        let turn = self.hashing.acquire().await;
        turn.map_err(|_| Refusal::Inside("passwords are not checked any more"))
    }

    fn tries(&self) -> MutexGuard<'_, HashMap<Who, Tries>> {
        // Counters stay true whatever happened to whoever held them.
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn wait_after(count: u32, free: u32) -> i64 {
    match count.checked_sub(free) {
        None => 0,
        Some(over) => LONGEST_WAIT.min(1 << over.min(DOUBLINGS)),
    }
}

/// Forgets the old, and of a flood those who came first.
fn sweep(tries: &mut HashMap<Who, Tries>, now: i64) {
    tries.retain(|_, t| now - t.last < FORGOTTEN_AFTER);
    if tries.len() > MOST / 2 {
        let mut lasts: Vec<i64> = tries.values().map(|t| t.last).collect();
        lasts.sort_unstable();
        let middle = lasts[lasts.len() / 2];
        tries.retain(|_, t| t.last > middle);
    }
}

#[cfg(test)]
mod tests;
