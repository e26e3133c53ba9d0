//! Who looks at which ticket, and who types in it: told by the nodes to one another, kept in memory for as long as it holds.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use domain::{AgentId, At, TicketId};

/// A word about somebody at a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Look {
    /// The ticket.
    pub ticket: TicketId,
    /// Who.
    pub agent: AgentId,
    /// Whether they type.
    pub typing: bool,
    /// Until when the word holds; one that is over says that they have left.
    pub until: At,
    /// Whether pages that show it have to be told: nothing changed when it only goes on.
    pub news: bool,
}

/// All who look, as far as this node has heard.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lookers(Arc<Mutex<HashMap<TicketId, Vec<Look>>>>);

impl Lookers {
    /// Takes a word in.
    pub(crate) fn note(&self, look: &Look) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let here = all.entry(look.ticket).or_default();
        here.retain(|one| one.agent != look.agent);
        here.push(look.clone());
    }

    /// Those whose word holds at this moment; tickets that nobody looks at are forgotten.
    pub(crate) fn at(&self, ticket: TicketId, now: At) -> Vec<Look> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, looks| {
            looks.retain(|look| look.until > now);
            !looks.is_empty()
        });
        all.get(&ticket).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_holds_until_its_end_or_the_next() {
        let second = |s: i64| At::from_second(s).unwrap();
        let (ticket, agent) = (TicketId::at(second(0)), AgentId::at(second(0)));
        let look = |typing, until| Look {
            ticket,
            agent,
            typing,
            until: second(until),
            news: true,
        };
        let lookers = Lookers::default();
        lookers.note(&look(false, 30));
        lookers.note(&look(true, 40));
        assert_eq!(lookers.at(ticket, second(35)), [look(true, 40)]);
        assert_eq!(lookers.at(ticket, second(40)), []);
        lookers.note(&look(true, 80));
        lookers.note(&look(false, 50));
        assert_eq!(lookers.at(ticket, second(50)), []);
    }
}
