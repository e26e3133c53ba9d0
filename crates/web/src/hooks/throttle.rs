//! Whoever keeps sending bad tokens from one address is told to wait. Good tokens are never counted and never held up.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use domain::At;

/// Failures of one address in a minute that are answered with 401.
const IN_A_MINUTE: u32 = 60;
const MINUTE: i64 = 60;
/// Addresses remembered at most: beyond that all are forgotten, which only lets some failures through.
const MOST: usize = 10_000;

/// Failures by address. A lock: it is held for a look into a map.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<HashMap<IpAddr, Failures>>);

#[derive(Debug, Clone, Copy)]
struct Failures {
    since: i64,
    count: u32,
}

impl Throttle {
    /// Counts a failure; tells how many seconds to wait when there were too many.
    pub(super) fn fail(&self, address: Option<IpAddr>, now: At) -> Option<u64> {
        let network = network(address?);
        let now = now.as_second();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST && !all.contains_key(&network) {
            all.retain(|_, failures| now - failures.since < MINUTE);
            if all.len() >= MOST {
                all.clear();
            }
        }
        let failures = all.entry(network).or_insert(Failures {
            since: now,
            count: 0,
        });
        if now - failures.since >= MINUTE {
            *failures = Failures {
                since: now,
                count: 0,
            };
        }
        failures.count = failures.count.saturating_add(1);
        let left = (MINUTE - (now - failures.since)).max(1);
        (failures.count > IN_A_MINUTE).then(|| left.unsigned_abs())
    }
}

/// One customer of IPv6 has a whole /64.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> At {
        At::from_second(seconds).unwrap()
    }

    #[test]
    fn an_address_waits_after_too_many_failures_and_others_do_not() {
        let throttle = Throttle::default();
        let one: IpAddr = "203.0.113.7".parse().unwrap();
        for _ in 0..IN_A_MINUTE {
            assert_eq!(throttle.fail(Some(one), at(100)), None);
        }
        assert_eq!(throttle.fail(Some(one), at(110)), Some(50));
        assert_eq!(throttle.fail("203.0.113.8".parse().ok(), at(110)), None);
        assert_eq!(throttle.fail(Some(one), at(160)), None);
        assert_eq!(throttle.fail(None, at(160)), None);
    }

    #[test]
    fn addresses_of_one_ipv6_network_count_together() {
        let throttle = Throttle::default();
        for last in 0..IN_A_MINUTE {
            let address = format!("2001:db8::{last:x}").parse().ok();
            assert_eq!(throttle.fail(address, at(0)), None);
        }
        assert!(
            throttle
                .fail("2001:db8::ffff".parse().ok(), at(0))
                .is_some()
        );
        assert!(
            throttle
                .fail("2001:db8:0:1::1".parse().ok(), at(0))
                .is_none()
        );
    }
}
