//! Who is calling: everybody with this number, who answers for them, and their open ticket.

use domain::{Actor, Client, PhoneNumber, Status};
use store::Slice;
use store::calls::CallFilter;
use store::tickets::TicketFilter;

use crate::calls::{NamedAgent, named_agents};
use crate::tickets::TicketView;
use crate::{Desk, Refusal, Result, Why};

/// Who has a number.
#[derive(Debug, Clone)]
pub struct LookUp {
    /// The number.
    pub number: PhoneNumber,
    /// Everybody with it, the one last in contact first.
    pub clients: Vec<Client>,
    /// The open ticket's assignee, else who talked last.
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
        let mut clients = Vec::new();
        for client in store::clients::by_number(&mut conn, &number).await? {
            if store::clients::is_within(&mut conn, client.id, &actor.reach).await? {
                clients.push(client);
            }
        }
        drop(conn);
        let Some(first) = clients.first() else {
            return Ok(LookUp {
                number,
                clients,
                responsible: None,
                open_ticket: None,
            });
        };
        let in_work = TicketFilter {
            statuses: IN_WORK.to_vec(),
            client: Some(first.id),
            ..TicketFilter::default()
        };
        let open_ticket = self
            .tickets(actor, &in_work, Slice::first(1))
            .await?
            .items
            .pop();
        let responsible = match open_ticket.as_ref().and_then(|view| view.assignee.clone()) {
            Some(assignee) => Some(assignee),
            None => self.talked_last(actor, first).await?,
        };
        Ok(LookUp {
            number,
            clients,
            responsible,
            open_ticket,
        })
    }

    async fn talked_last(&self, actor: &Actor, client: &Client) -> Result<Option<NamedAgent>> {
        let mut conn = self.store.read().await?;
        let theirs = CallFilter {
            client: Some(client.id),
            ..CallFilter::default()
        };
        let page = store::calls::list(&mut conn, &theirs, &actor.reach, Slice::first(LATEST_CALLS))
            .await?;
        let agent = page.items.iter().find_map(|call| call.agent_id);
        let agents = named_agents(&mut conn).await?;
        Ok(agent.and_then(|id| agents.get(&id).cloned()))
    }
}
