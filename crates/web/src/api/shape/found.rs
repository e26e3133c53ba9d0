//! What a search found, outside.

use std::str::FromStr;

use desk::search::Sought;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::text;
use crate::api::paging::Items;

/// One thing that was found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Found {
    /// `ticket`, `client`, `call`, `said` or `agent`.
    #[schema(example = "client")]
    kind: &'static str,
    /// Its id.
    #[schema(example = "cl_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    /// A ticket's subject, a name, a number, what was said.
    title: String,
    /// A ticket's short number.
    number: Option<i64>,
    /// Since when it is there; a call's beginning. `null` for agents.
    at: Option<Timestamp>,
    /// Of what was said: who said it, `agent`, `client` or `unknown`.
    speaker: Option<&'static str>,
    /// Of what was said: from which second of the recording on.
    second: Option<f64>,
    /// Its page.
    #[schema(example = "/clients/cl_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    path: Option<String>,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FoundKind {
    Ticket,
    Client,
    Call,
    Said,
    Agent,
}

impl FoundKind {
    pub(crate) const ALL: [Self; 5] = [
        Self::Ticket,
        Self::Client,
        Self::Call,
        Self::Said,
        Self::Agent,
    ];

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Client => "client",
            Self::Call => "call",
            Self::Said => "said",
            Self::Agent => "agent",
        }
    }
}

impl FromStr for FoundKind {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let named = |kind: &Self| kind.as_str() == text;
        Self::ALL.into_iter().find(named).ok_or(())
    }
}

pub(crate) fn shape_found(sought: Sought, kind: Option<FoundKind>) -> Items<Found> {
    let next = match kind {
        Some(FoundKind::Ticket) => sought.tickets.next,
        Some(FoundKind::Client) => sought.clients.next,
        Some(FoundKind::Call) => sought.calls.next,
        Some(FoundKind::Said) => sought.said.next,
        Some(FoundKind::Agent) | None => None,
    };
    let tickets = sought.tickets.items.into_iter().map(|view| Found {
        kind: FoundKind::Ticket.as_str(),
        id: text(view.ticket.id),
        title: view.ticket.subject.as_str().to_owned(),
        number: Some(view.ticket.number),
        at: Some(view.ticket.created_at),
        speaker: None,
        second: None,
        path: Some(format!("/tickets/{}", view.ticket.number)),
    });
    let clients = sought.clients.items.into_iter().map(|client| Found {
        kind: FoundKind::Client.as_str(),
        id: text(client.id),
        number: None,
        at: Some(client.created_at),
        speaker: None,
        second: None,
        path: Some(format!("/clients/{}", client.id)),
        title: client.name,
    });
    let calls = sought.calls.items.into_iter().map(|view| {
        let number = view
            .call
            .facts
            .client
            .as_ref()
            .and_then(|party| party.as_text());
        let named = view.client.map(|client| client.name);
        Found {
            kind: FoundKind::Call.as_str(),
            id: text(view.call.id),
            title: named
                .or_else(|| number.map(str::to_owned))
                .unwrap_or_default(),
            number: None,
            at: Some(view.call.facts.started_at),
            speaker: None,
            second: None,
            path: Some(format!("/calls/{}", view.call.id)),
        }
    });
    let said = sought.said.items.into_iter().flat_map(|heard| {
        let (id, at) = (heard.view.call.id, heard.view.call.facts.started_at);
        heard.lines.into_iter().map(move |seen| Found {
            kind: FoundKind::Said.as_str(),
            id: text(id),
            title: seen.line.text,
            number: None,
            at: Some(at),
            speaker: Some(seen.line.speaker.as_str()),
            second: Some(f64::from(seen.line.start) / 1000.0),
            path: Some(format!("/calls/{id}#{id}-line-{}", seen.place)),
        })
    });
    let agents = sought.agents.into_iter().map(|agent| Found {
        kind: FoundKind::Agent.as_str(),
        id: text(agent.id),
        title: agent.name,
        number: None,
        at: None,
        speaker: None,
        second: None,
        path: None,
    });
    Items {
        items: tickets
            .chain(clients)
            .chain(calls)
            .chain(said)
            .chain(agents)
            .collect(),
        next_cursor: next.map(|next| next.to_string()),
    }
}
