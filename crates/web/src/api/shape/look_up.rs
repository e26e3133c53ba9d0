//! Who has a number, outside.

use desk::calls::NamedAgent;
use desk::clients::ClientView;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Client, Ticket, shape_client, shape_ticket, text};

/// Who is calling.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LookUp {
    /// The number asked for, E.164.
    #[schema(example = "+79162041837")]
    number: String,
    /// The likeliest of those with this number; `null` when nobody has it.
    client: Option<Client>,
    /// Everybody with this number, the likeliest first.
    clients: Vec<Client>,
    /// The same, with what speaks for each.
    candidates: Vec<Candidate>,
    /// Whether the client comes first.
    vip: bool,
    /// Who answers for the client: whom somebody has named, who works on their open ticket, else who talked last.
    responsible: Option<Responsible>,
    /// Their ticket in work.
    open_ticket: Option<Ticket>,
}

/// Somebody who may be calling.
#[derive(Debug, Serialize, ToSchema)]
struct Candidate {
    client_id: String,
    /// `known`: the only one, or whom somebody chose the last time; `maybe`: one of several.
    standing: &'static str,
    /// What speaks for them: `only`, `chosen`, `chosen_before`, `last_contact`, `same_responsible`, `in_work`,
    /// `primary_number`.
    reasons: Vec<&'static str>,
    /// Who answers for them.
    responsible: Option<Responsible>,
}

/// The agent who answers for a client.
#[derive(Debug, Serialize, ToSchema)]
struct Responsible {
    id: String,
    name: String,
}

impl From<NamedAgent> for Responsible {
    fn from(agent: NamedAgent) -> Self {
        Self {
            id: text(agent.id),
            name: agent.name,
        }
    }
}

/// `views` are the candidates' clients, in their order.
pub(crate) fn shape_look_up(found: desk::clients::LookUp, views: Vec<ClientView>) -> LookUp {
    let first = views.first().cloned();
    let candidate = |one: desk::clients::Candidate| Candidate {
        client_id: text(one.client.id),
        standing: one.standing.as_str(),
        reasons: one.reasons.iter().map(|reason| reason.as_str()).collect(),
        responsible: one.responsible.map(Responsible::from),
    };
    LookUp {
        number: found.number.into(),
        vip: first.as_ref().is_some_and(|view| view.client.vip),
        client: first.map(shape_client),
        clients: views.into_iter().map(shape_client).collect(),
        candidates: found.candidates.into_iter().map(candidate).collect(),
        responsible: found.responsible.map(Responsible::from),
        open_ticket: found.open_ticket.map(shape_ticket),
    }
}
