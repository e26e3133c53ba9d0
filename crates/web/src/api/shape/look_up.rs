//! Who has a number, outside.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Client, Ticket, shape_client, shape_ticket, text};

/// Who is calling.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LookUp {
    /// The number asked for, E.164.
    #[schema(example = "+79162041837")]
    number: String,
    /// The client last in contact among those with this number; `null` when nobody has it.
    client: Option<Client>,
    /// Everybody with this number, the one last in contact first.
    clients: Vec<Client>,
    /// Whether the client comes first.
    vip: bool,
    /// Who works on their open ticket, else who talked with them last.
    responsible: Option<Responsible>,
    /// Their ticket in work.
    open_ticket: Option<Ticket>,
}

/// The agent who answers for a client.
#[derive(Debug, Serialize, ToSchema)]
struct Responsible {
    id: String,
    name: String,
}

pub(crate) fn shape_look_up(found: desk::clients::LookUp) -> LookUp {
    let first = found.clients.first().cloned();
    LookUp {
        number: found.number.into(),
        vip: first.as_ref().is_some_and(|client| client.vip),
        client: first.map(shape_client),
        clients: found.clients.into_iter().map(shape_client).collect(),
        responsible: found.responsible.map(|agent| Responsible {
            id: text(agent.id),
            name: agent.name,
        }),
        open_ticket: found.open_ticket.map(shape_ticket),
    }
}
