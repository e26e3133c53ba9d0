//! Who may be calling from a number, known or maybe, and what speaks for each.

use domain::{Actor, AgentId, Client, PhoneNumber, TicketId};
use store::Conn;
use store::clients::Sharing;

use super::look_up::Answerer;
use crate::calls::NamedAgent;
use crate::{Desk, Result};

/// The most candidates that are looked at closely.
const MOST: usize = 5;

/// Somebody who may be calling.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Who.
    pub client: Client,
    /// Whether it is they, as far as the desk can know.
    pub standing: Standing,
    /// What speaks for them.
    pub reasons: Vec<Reason>,
    /// Who answers for them.
    pub responsible: Option<NamedAgent>,
}

/// Whether it is they who call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The only one with the number, or the one whom a person chose the last time.
    Known,
    /// One of several.
    Maybe,
}

impl Standing {
    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::Maybe => "maybe",
        }
    }
}

/// What speaks for a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nobody else has the number.
    Only,
    /// A person chose them the last time.
    Chosen,
    /// A person has chosen them before.
    ChosenBefore,
    /// They were in contact last.
    LastContact,
    /// The same agent answers for them.
    SameResponsible,
    /// They have a ticket in work.
    InWork,
    /// It is the first of their numbers.
    Primary,
}

impl Reason {
    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::Chosen => "chosen",
            Self::ChosenBefore => "chosen_before",
            Self::LastContact => "last_contact",
            Self::SameResponsible => "same_responsible",
            Self::InWork => "in_work",
            Self::Primary => "primary_number",
        }
    }
}

impl Desk {
    /// Who may have called in a ticket, when its number is several clients' or nobody's yet; the number with them.
    pub async fn candidates_of_ticket(
        &self,
        actor: &Actor,
        ticket: TicketId,
    ) -> Result<Option<(PhoneNumber, Vec<Candidate>)>> {
        let mut conn = self.store.read().await?;
        let ticket = crate::tickets::reachable(&mut conn, actor, ticket).await?;
        let number = store::clients::number_of_ticket(&mut conn, ticket.id).await?;
        let Some(number) = number else {
            return Ok(None);
        };
        let agent = ticket.assignee_id.unwrap_or(actor.agent);
        let candidates = candidates(&mut conn, actor, &number, agent).await?;
        Ok(Some((number, candidates)))
    }
}

/// Everybody with this number whom the actor may see, the likeliest first; `agent` is the one who works on it.
pub(super) async fn candidates(
    conn: &mut Conn,
    actor: &Actor,
    number: &PhoneNumber,
    agent: AgentId,
) -> Result<Vec<Candidate>> {
    let mut seen: Vec<Sharing> = Vec::new();
    for sharing in store::clients::by_number(conn, number).await? {
        if store::clients::is_within(conn, sharing.client.id, &actor.reach).await? {
            seen.push(sharing);
        }
    }
    let last = seen
        .iter()
        .filter_map(|one| one.client.last_contact_at)
        .max();
    let alone = seen.len() == 1;
    let mut answerer = Answerer::new(actor);
    let mut all = Vec::with_capacity(seen.len());
    for (place, Sharing { client, weight }) in seen.into_iter().enumerate() {
        let (responsible, in_work) = if place < MOST && (client.named || alone) {
            answerer.of(conn, &client).await?
        } else {
            (None, false)
        };
        let first = place == 0;
        let chosen = weight > 0;
        let reasons = [
            (alone, Reason::Only),
            (chosen && first, Reason::Chosen),
            (chosen && !first, Reason::ChosenBefore),
            (
                !alone && last.is_some() && client.last_contact_at == last,
                Reason::LastContact,
            ),
            (
                !alone && responsible.as_ref().is_some_and(|named| named.id == agent),
                Reason::SameResponsible,
            ),
            (!alone && in_work, Reason::InWork),
            (
                !alone
                    && client.phones.len() > 1
                    && client
                        .phones
                        .first()
                        .is_some_and(|phone| phone.number == *number),
                Reason::Primary,
            ),
        ];
        all.push(Candidate {
            standing: if alone || (chosen && first) {
                Standing::Known
            } else {
                Standing::Maybe
            },
            reasons: reasons
                .into_iter()
                .filter_map(|(holds, reason)| holds.then_some(reason))
                .collect(),
            client,
            responsible,
        });
    }
    Ok(all)
}
