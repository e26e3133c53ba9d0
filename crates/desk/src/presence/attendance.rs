//! The streams of this node, counted by whose browser they go to.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::presence::Tabs;
use domain::{AgentId, At};

use super::GRACE;

/// The streams of this node.
#[derive(Debug, Default)]
pub(crate) struct Attendance(Mutex<HashMap<AgentId, Streams>>);

#[derive(Debug, Default, Clone, Copy)]
struct Streams {
    in_use: u32,
    idle: u32,
    /// When the last of them ended, and what it was.
    left: Option<(At, Tabs)>,
}

impl Attendance {
    pub(super) fn arrive(&self, agent: AgentId, idle: bool) {
        let mut all = self.all();
        let streams = all.entry(agent).or_default();
        *streams.count(idle) += 1;
        streams.left = None;
    }

    pub(super) fn leave(&self, agent: AgentId, idle: bool, now: At) {
        let mut all = self.all();
        let streams = all.entry(agent).or_default();
        let tabs = streams.open();
        let count = streams.count(idle);
        *count = count.saturating_sub(1);
        if streams.open() == Tabs::None {
            streams.left = Some((now, tabs));
        }
    }

    /// What somebody's tabs tell, as far as this node knows; whoever has just left may be on the way to the next page.
    pub(super) fn tabs_of(&self, agent: AgentId, now: At) -> Tabs {
        let streams = self.all().get(&agent).copied();
        streams.map_or(Tabs::None, |streams| streams.at(now))
    }

    /// Everybody who is here.
    pub(super) fn here(&self, now: At) -> HashMap<AgentId, Tabs> {
        let all = self.all();
        let known = all.iter().map(|(agent, streams)| (*agent, streams.at(now)));
        known.filter(|(_, tabs)| *tabs != Tabs::None).collect()
    }

    /// When somebody's last stream here ended, unless one is open.
    pub(super) fn left_at(&self, agent: AgentId) -> Option<At> {
        let all = self.all();
        all.get(&agent)?.left.map(|(at, _)| at)
    }

    fn all(&self) -> MutexGuard<'_, HashMap<AgentId, Streams>> {
        // Counts stay true whatever happened to whoever held them.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Streams {
    fn count(&mut self, idle: bool) -> &mut u32 {
        if idle {
            &mut self.idle
        } else {
            &mut self.in_use
        }
    }

    fn open(self) -> Tabs {
        match (self.in_use, self.idle) {
            (0, 0) => Tabs::None,
            (0, _) => Tabs::Idle,
            (_, _) => Tabs::InUse,
        }
    }

    fn at(self, now: At) -> Tabs {
        match (self.open(), self.left) {
            (Tabs::None, Some((left, tabs))) if now < left + GRACE => tabs,
            (open, _) => open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(n: i64) -> At {
        At::from_second(1_774_704_547 + n).unwrap()
    }

    #[test]
    fn whoever_goes_from_page_to_page_is_here_all_the_time() {
        let (attendance, anna) = (Attendance::default(), AgentId::at(second(0)));
        assert_eq!(attendance.tabs_of(anna, second(0)), Tabs::None);
        attendance.arrive(anna, false);
        attendance.leave(anna, false, second(10));
        assert_eq!(attendance.tabs_of(anna, second(29)), Tabs::InUse);
        assert_eq!(attendance.tabs_of(anna, second(30)), Tabs::None);
        attendance.arrive(anna, false);
        assert_eq!(attendance.left_at(anna), None);
        assert_eq!(attendance.here(second(500)).len(), 1);
    }

    #[test]
    fn one_browser_in_use_outweighs_those_that_are_idle() {
        let (attendance, anna) = (Attendance::default(), AgentId::at(second(0)));
        attendance.arrive(anna, true);
        assert_eq!(attendance.tabs_of(anna, second(0)), Tabs::Idle);
        attendance.arrive(anna, false);
        assert_eq!(attendance.tabs_of(anna, second(0)), Tabs::InUse);
        attendance.leave(anna, false, second(1));
        assert_eq!(attendance.tabs_of(anna, second(1)), Tabs::Idle);
    }
}
