//! Keeping within the limits: asks no more often than the platform said it would answer.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::limits::{Limits, Span};

/// How long a span is taken to last when a refusal did not say.
const UNTOLD_MINUTE: Duration = Duration::from_secs(60);
const UNTOLD_DAY: Duration = Duration::from_secs(3600);

/// What is known of the points that are left. One pace is shared by everybody who asks with the same key.
#[derive(Debug, Default)]
pub(super) struct Pace(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    told: Option<Limits>,
    /// Points of requests that were sent and not answered yet: the platform's count does not have them.
    under_way: u64,
    minute: Option<Window>,
    day: Option<Window>,
}

#[derive(Debug, Clone, Copy)]
struct Window {
    left: u64,
    resets: Instant,
}

/// There is no point left, and when there will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) span: Span,
    pub(super) long: Duration,
}

impl Pace {
    /// Takes the points that a request costs, or says how long to wait for them.
    pub(super) fn take(&self, cost: u64, now: Instant) -> Result<(), Wait> {
        let mut known = self.known();
        for span in [Span::Day, Span::Minute] {
            let window = known.window(span);
            if window.is_some_and(|window| window.resets <= now) {
                *window = None;
            }
            if let Some(short) = window.filter(|window| window.left < cost) {
                let long = short.resets.duration_since(now);
                return Err(Wait { span, long });
            }
        }
        for span in [Span::Day, Span::Minute] {
            if let Some(window) = known.window(span) {
                window.left -= cost;
            }
        }
        known.under_way += cost;
        Ok(())
    }

    /// A request came back, with limits or without.
    pub(super) fn came_back(&self, cost: u64, limits: Option<Limits>, now: Instant) {
        let mut known = self.known();
        known.under_way = known.under_way.saturating_sub(cost);
        let Some(limits) = limits else { return };
        known.told = Some(limits);
        let under_way = known.under_way;
        for span in [Span::Day, Span::Minute] {
            if let Some((left, reset)) = limits.left(span) {
                *known.window(span) = Some(Window {
                    left: left.saturating_sub(under_way),
                    resets: now + reset,
                });
            }
        }
    }

    /// The platform said that there are no points left.
    pub(super) fn exhausted(&self, span: Span, now: Instant) {
        let mut known = self.known();
        let untold = match span {
            Span::Minute => UNTOLD_MINUTE,
            Span::Day => UNTOLD_DAY,
        };
        let told = known.told.and_then(|told| told.left(span));
        let reset = told.map_or(untold, |(_, reset)| reset);
        *known.window(span) = Some(Window {
            left: 0,
            resets: now + reset.max(Duration::from_secs(1)),
        });
    }

    pub(super) fn told(&self) -> Option<Limits> {
        self.known().told
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn window(&mut self, span: Span) -> &mut Option<Window> {
        match span {
            Span::Minute => &mut self.minute,
            Span::Day => &mut self.day,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits(minute_remaining: u64, minute_reset: u64) -> Limits {
        Limits {
            minute_remaining: Some(minute_remaining),
            minute_reset: Some(minute_reset),
            day_remaining: Some(500),
            day_reset: Some(7200),
            ..Limits::default()
        }
    }

    #[test]
    fn nothing_is_held_back_before_limits_are_known() {
        let pace = Pace::default();
        let now = Instant::now();
        assert!((0..1000).all(|_| pace.take(1, now).is_ok()));
    }

    #[test]
    fn when_the_minute_is_spent_the_next_waits_for_the_reset() {
        let (pace, now) = (Pace::default(), Instant::now());
        pace.came_back(0, Some(limits(2, 30)), now);
        assert!(pace.take(1, now).is_ok() && pace.take(1, now).is_ok());
        let wait = pace.take(1, now).unwrap_err();
        assert_eq!((wait.span, wait.long.as_secs()), (Span::Minute, 30));
        assert!(pace.take(1, now + Duration::from_secs(30)).is_ok());
    }

    #[test]
    fn points_under_way_are_not_given_out_twice() {
        let (pace, now) = (Pace::default(), Instant::now());
        pace.came_back(0, Some(limits(3, 30)), now);
        assert!(pace.take(1, now).is_ok() && pace.take(1, now).is_ok());
        // The answer to the first request does not know of the second.
        pace.came_back(1, Some(limits(2, 30)), now);
        assert!(pace.take(1, now).is_ok());
        assert!(pace.take(1, now).is_err());
    }

    #[test]
    fn a_dear_request_waits_while_a_cheap_one_goes() {
        let (pace, now) = (Pace::default(), Instant::now());
        pace.came_back(0, Some(limits(3, 30)), now);
        assert!(pace.take(5, now).is_err());
        assert!(pace.take(1, now).is_ok());
    }

    #[test]
    fn a_refusal_stops_everybody_until_the_reset() {
        let (pace, now) = (Pace::default(), Instant::now());
        pace.exhausted(Span::Day, now);
        let wait = pace.take(1, now).unwrap_err();
        assert_eq!((wait.span, wait.long), (Span::Day, UNTOLD_DAY));
    }
}
