//! Who took part in a call: the operator it belongs to, and everybody who talked or let it ring.

use super::Told;
use crate::At;
use crate::call::{CallEvent, EventKind, Leg, Operator};

impl Told<'_> {
    /// Who talked last by the end's word, else by the latest talk; else who answered, whose call it is, who dialled.
    pub(super) fn operator(&self) -> Option<Operator> {
        let ended = |pick: fn(&CallEvent) -> Option<&Operator>| self.end.and_then(pick).cloned();
        let latest_talk = || {
            self.talks()
                .filter(|event| event.operator.is_some())
                .max_by_key(|event| event.answered_at.unwrap_or(event.at))
                .and_then(|event| event.operator.clone())
        };
        let found = ended(|e| e.last_talked.as_ref())
            .or_else(latest_talk)
            .or_else(|| ended(|e| e.first_answered.as_ref()))
            .or_else(|| ended(|e| e.operator.as_ref()))
            .or_else(|| {
                self.of_kind(EventKind::Outgoing)
                    .find_map(|event| event.operator.clone())
            })?;
        Some(self.named(found))
    }

    /// The id or the name that one event left out and another told.
    fn named(&self, mut operator: Operator) -> Operator {
        let mentioned = self
            .events
            .iter()
            .flat_map(|event| [&event.operator, &event.last_talked, &event.first_answered])
            .flatten()
            .filter(|other| other.is(&operator))
            .cloned()
            .collect::<Vec<_>>();
        for other in mentioned {
            operator.id = operator.id.or(other.id);
            operator.name = operator.name.or(other.name);
        }
        operator
    }

    pub(super) fn legs(&self) -> Vec<Leg> {
        let mut legs: Vec<Leg> = Vec::new();
        let mut talks: Vec<&CallEvent> = self.talks().collect();
        talks.sort_by_key(|event| event.answered_at.unwrap_or(event.at));
        for event in talks {
            if let Some(operator) = &event.operator {
                add(
                    &mut legs,
                    self.named(operator.clone()),
                    true,
                    event.answered_at.or(Some(event.at)),
                );
            }
        }
        for event in &self.events {
            for name in &event.talked {
                add(
                    &mut legs,
                    self.named(Operator {
                        id: None,
                        name: Some(name.clone()),
                    }),
                    true,
                    None,
                );
            }
            for name in &event.unanswered {
                add(
                    &mut legs,
                    self.named(Operator {
                        id: None,
                        name: Some(name.clone()),
                    }),
                    false,
                    None,
                );
            }
        }
        legs
    }
}

/// A person stands once: one who talked is not also one who did not.
fn add(legs: &mut Vec<Leg>, operator: Operator, talked: bool, answered_at: Option<At>) {
    if !legs.iter().any(|leg| leg.operator.is(&operator)) {
        legs.push(Leg {
            operator,
            talked,
            answered_at,
        });
    }
}
