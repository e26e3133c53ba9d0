//! Which operators took part in a call, and how.

use super::facts::Call;
use super::leg::Leg;

impl Call {
    /// Everybody who was rung or rang, in order, each once.
    pub(crate) fn employees(&self) -> Vec<i64> {
        once(self.legs.iter().filter_map(|leg| leg.party.operator()))
    }

    /// Those who lifted the receiver, in the order they did.
    pub(crate) fn answered(&self) -> Vec<i64> {
        let mut lifted: Vec<&Leg> = self
            .legs
            .iter()
            .filter(|leg| leg.answered().is_some())
            .collect();
        lifted.sort_by_key(|leg| leg.answered());
        once(lifted.into_iter().filter_map(|leg| leg.party.operator()))
    }

    /// Those who talked, in order; somebody who talked twice stands at both ends.
    pub(crate) fn talked(&self) -> Vec<i64> {
        self.talks.iter().filter_map(|talk| talk.operator).collect()
    }

    /// Those who were rung in vain.
    pub(crate) fn unanswered(&self) -> Vec<i64> {
        let answered = self.answered();
        self.employees()
            .into_iter()
            .filter(|id| !answered.contains(id))
            .collect()
    }

    /// Who the call as a whole is told about: who talked first, else who lifted first.
    pub(crate) fn main_operator(&self) -> Option<i64> {
        self.talked().first().or(self.answered().first()).copied()
    }

    pub(crate) fn is_transfer(&self) -> bool {
        self.talks.len() > 1
    }
}

/// In order of first appearance.
pub(crate) fn once(ids: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut seen = Vec::new();
    for id in ids {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen
}
