//! Who is calling: everybody with this number, who answers for them, and their open ticket.

use std::collections::HashMap;

use domain::{Actor, AgentId, Client, PhoneNumber, Status};
use store::calls::CallFilter;
use store::tickets::TicketFilter;
use store::{Conn, Slice};

use super::candidates::{Candidate, candidates};
use crate::calls::{NamedAgent, named_agents};
use crate::tickets::TicketView;
use crate::{Desk, Refusal, Result, Why};

/// Who has a number.
#[derive(Debug, Clone)]
pub struct LookUp {
    /// The number.
    pub number: PhoneNumber,
    /// Everybody with it, the likeliest first, and what speaks for each.
    pub candidates: Vec<Candidate>,
    /// Who answers for the likeliest: whom a person has named, the open ticket's assignee, else who talked last.
    pub responsible: Option<NamedAgent>,
    /// Their ticket in work.
    pub open_ticket: Option<TicketView>,
}

const IN_WORK: [Status; 4] = [Status::New, Status::Open, Status::Pending, Status::OnHold];
/// Calls looked at for who talked last.
const LATEST_CALLS: i64 = 10;

impl Desk {
    /// Looks up a number in any spelling.
    pub async fn look_up(&self, actor: &Actor, number: &str) -> Result<LookUp> {
        let number = PhoneNumber::parse(number, self.options.country)
            .map_err(|_| Refusal::field("number", Why::NotAPhone))?;
        let mut conn = self.store.read().await?;
        let candidates = candidates(&mut conn, actor, &number, actor.agent).await?;
        drop(conn);
        let first = candidates.first();
        let open_ticket = match first {
            Some(first) => self
                .tickets(actor, &in_work(&first.client), Slice::first(1))
                .await?
                .items
                .pop(),
            None => None,
        };
        Ok(LookUp {
            responsible: first.and_then(|first| first.responsible.clone()),
            number,
            candidates,
            open_ticket,
        })
    }

    /// Who answers for a client: whom a person has named, the open ticket's assignee, else who talked last.
    pub async fn responsible_for(
        &self,
        actor: &Actor,
        client: &Client,
    ) -> Result<Option<NamedAgent>> {
        let mut conn = self.store.read().await?;
        Ok(Answerer::new(actor).of(&mut conn, client).await?.0)
    }
}

/// Finds who answers for clients; agents' names are read once.
pub(super) struct Answerer<'a> {
    actor: &'a Actor,
    agents: Option<HashMap<AgentId, NamedAgent>>,
}

impl<'a> Answerer<'a> {
    pub(super) fn new(actor: &'a Actor) -> Self {
        Self {
            actor,
            agents: None,
        }
    }

    /// Who answers for a client, and whether they have a ticket in work.
    pub(super) async fn of(
        &mut self,
        conn: &mut Conn,
        client: &Client,
    ) -> Result<(Option<NamedAgent>, bool)> {
        let reach = &self.actor.reach;
        let open = store::tickets::list(conn, &in_work(client), reach, Slice::first(1)).await?;
        let open = open.items.first();
        let named = client.responsible_id;
        let agent = match named.or(open.and_then(|ticket| ticket.assignee_id)) {
            Some(agent) => Some(agent),
            None => {
                let theirs = CallFilter {
                    client: Some(client.id),
                    ..CallFilter::default()
                };
                let calls =
                    store::calls::list(conn, &theirs, reach, Slice::first(LATEST_CALLS)).await?;
                calls.items.iter().find_map(|call| call.agent_id)
            }
        };
        if agent.is_some() && self.agents.is_none() {
            self.agents = Some(named_agents(conn).await?);
        }
        let named = agent.and_then(|id| self.agents.as_ref()?.get(&id).cloned());
        Ok((named, open.is_some()))
    }
}

fn in_work(client: &Client) -> TicketFilter {
    TicketFilter {
        statuses: IN_WORK.to_vec(),
        client: Some(client.id),
        ..TicketFilter::default()
    }
}
