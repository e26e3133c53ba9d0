//! Saying whose call it is when several share a number: the call and its ticket move, and the number learns.

use domain::text::Subject;
use domain::timeline::{Author, Change};
use domain::{
    Actor, Call, CallId, Client, ClientId, Decision, MoveId, Party, PhoneNumber, Ticket, TicketId,
};
use serde::{Deserialize, Serialize};
use store::clients::{Move, MoveKind};
use store::{Slice, Tx};

use super::change::hold;
use super::form::MOST_PHONES;
use super::merging::Keep;
use super::naming::{Retitled, retitle_one};
use crate::{Desk, Refusal, Result, Thing, tickets};

/// What somebody says the client of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A call; its ticket goes along when it is the same client's.
    Call(CallId),
    /// A ticket, with the calls in it.
    Ticket(TicketId),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picked {
    /// Whose it is now.
    pub client: Client,
    /// What takes it back.
    pub undo: MoveId,
    /// Whether a caller without a name was theirs all along: then all of their history went along.
    pub merged: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Snapshot {
    pub(super) ticket: Option<TicketId>,
    pub(super) retitled: Vec<Retitled>,
    pub(super) calls: Vec<(CallId, Option<ClientId>, Option<Decision>)>,
    /// Numbers that became the client's by it.
    pub(super) added: Vec<PhoneNumber>,
    /// What spoke for the client before.
    pub(super) weights: Vec<(PhoneNumber, i64)>,
}

/// What is said to be somebody's.
struct Scope {
    ticket: Option<Ticket>,
    calls: Vec<Call>,
    from: Option<ClientId>,
}

impl Desk {
    /// Says whose a call or a ticket is. The next call with the number finds this client first.
    pub async fn pick_client(&self, actor: &Actor, what: Pick, id: ClientId) -> Result<Picked> {
        tickets::may_change(actor)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let unknown = || Refusal::field("client_id", crate::Why::Unknown);
        super::reachable(&mut tx, actor, id)
            .await
            .map_err(|_| unknown())?;
        let scope = scope(&mut tx, actor, what).await?;
        if let Some(from) = scope.from.filter(|from| *from != id)
            && let Some(caller) = store::clients::find(&mut tx, from).await?
            && !caller.named
        {
            tx.roll_back().await?;
            let merged = self.merge_keeping(actor, from, id, &Keep::default()).await;
            let (client, undo) = merged?;
            return Ok(Picked {
                client,
                undo,
                merged: true,
            });
        }
        for number in numbers(&scope.calls) {
            tx.hold(crate::calls::number_lock(&number)).await?;
        }
        let mut client = hold(&mut tx, id).await.map_err(|_| unknown())?;
        let (added, weights) = teach(&mut tx, &mut client, &numbers(&scope.calls), now).await?;
        let mut snapshot = Snapshot {
            ticket: scope.ticket.as_ref().map(|ticket| ticket.id),
            retitled: Vec::new(),
            calls: Vec::new(),
            added,
            weights,
        };
        for mut call in scope.calls {
            let why = replace_why(&mut call, Some(Decision::ClientByHand { client: id }));
            snapshot.calls.push((call.id, call.client_id, why));
            call.client_id = Some(id);
            call.version += 1;
            store::clients::touch(&mut tx, id, call.facts.started_at).await?;
            store::calls::put(&mut tx, &call).await?;
        }
        let touched: Vec<ClientId> = scope.from.into_iter().chain([id]).collect();
        crate::missed::follow_clients(&mut tx, &touched, now).await?;
        if let Some(ticket) = scope.ticket.filter(|_| scope.from != Some(id)) {
            snapshot.retitled = give(&mut tx, actor, ticket, Some(&client), now).await?;
        }
        let done = Move {
            id: MoveId::at(now),
            kind: MoveKind::Pick,
            from: scope.from,
            into: id,
            at: now,
            author: Author {
                id: actor.agent,
                name: actor.name.clone(),
            },
            snapshot: serde_json::to_value(&snapshot)
                .map_err(|_| Refusal::Inside("a choice could not be written down"))?,
            undone_at: None,
        };
        store::clients::add_move(&mut tx, &done).await?;
        tx.commit().await?;
        Ok(Picked {
            client,
            undo: done.id,
            merged: false,
        })
    }
}

async fn scope(tx: &mut Tx, actor: &Actor, what: Pick) -> Result<Scope> {
    let ticket = match what {
        Pick::Ticket(id) => Some(tickets::reachable(tx, actor, id).await?.id),
        Pick::Call(id) => {
            let call = store::calls::hold(tx, id).await?;
            let call = call
                .filter(|call| actor.reach.covers(Some(call.channel_id)))
                .ok_or(Refusal::NotFound(Thing::Call))?;
            let ticket = match call.ticket_id {
                Some(ticket) => store::tickets::find(tx, ticket).await?,
                None => None,
            };
            match ticket.filter(|ticket| ticket.client_id == call.client_id) {
                Some(ticket) => Some(ticket.id),
                None => {
                    return Ok(Scope {
                        ticket: None,
                        from: call.client_id,
                        calls: vec![call],
                    });
                }
            }
        }
    };
    let held = match ticket {
        Some(id) => store::tickets::hold(tx, id).await?,
        None => None,
    };
    let ticket = held.ok_or(Refusal::NotFound(Thing::Ticket))?;
    let mut calls = Vec::new();
    for call in store::calls::of_ticket(tx, ticket.id, Slice::MOST).await? {
        if call.client_id == ticket.client_id
            && let Some(call) = store::calls::hold(tx, call.id).await?
        {
            calls.push(call);
        }
    }
    Ok(Scope {
        from: ticket.client_id,
        ticket: Some(ticket),
        calls,
    })
}

/// The clients' numbers of these calls, each once.
fn numbers(calls: &[Call]) -> Vec<PhoneNumber> {
    let all = calls.iter().filter_map(|call| {
        let party = call.facts.client.as_ref();
        party.and_then(Party::phone).cloned()
    });
    let mut numbers: Vec<PhoneNumber> = all.collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Makes the client the first to be thought of with these numbers, which become theirs; what was before.
async fn teach(
    tx: &mut Tx,
    client: &mut Client,
    numbers: &[PhoneNumber],
    now: domain::At,
) -> Result<(Vec<PhoneNumber>, Vec<(PhoneNumber, i64)>)> {
    let mut added = Vec::new();
    for number in numbers {
        let theirs = client.phones.iter().any(|phone| phone.number == *number);
        if !theirs && client.phones.len() < MOST_PHONES {
            client.phones.push(domain::client::Phone {
                kind: domain::client::PhoneKind::of(number),
                number: number.clone(),
            });
            added.push(number.clone());
        }
    }
    if !added.is_empty() {
        client.version += 1;
        client.updated_at = now.max(client.updated_at);
        store::clients::update(tx, client).await?;
    }
    let mut before = Vec::new();
    for number in numbers {
        let sharing = store::clients::by_number(tx, number).await?;
        let most = sharing
            .iter()
            .map(|one| one.weight)
            .max()
            .unwrap_or_default();
        let own = sharing.iter().find(|one| one.client.id == client.id);
        let own = own.map_or(0, |one| one.weight);
        before.push((number.clone(), own));
        // Whoever was chosen last comes first, however often others were chosen before.
        store::clients::set_weight(tx, client.id, number, most + 1).await?;
    }
    Ok((added, before))
}

/// Puts a decision about the client in the place of the one that was there.
pub(super) fn replace_why(call: &mut Call, why: Option<Decision>) -> Option<Decision> {
    let is_it = |decision: &Decision| decision.about() == "client";
    let place = call.decisions.iter().position(is_it);
    let before = place.map(|place| call.decisions.remove(place));
    if let Some(why) = why {
        call.decisions.insert(0, why);
    }
    before
}

/// Gives a ticket to a client, with a subject of the desk's own made anew, and says so in it.
pub(super) async fn give(
    tx: &mut Tx,
    actor: &Actor,
    mut ticket: Ticket,
    client: Option<&Client>,
    now: domain::At,
) -> Result<Vec<Retitled>> {
    let before = match ticket.client_id {
        Some(id) => store::clients::find(tx, id).await?,
        None => None,
    };
    let name = |client: Option<&Client>| client.map(|client| client.name.clone());
    let change = Change {
        field: "client".to_owned(),
        from: name(before.as_ref()),
        to: name(client),
    };
    let retitled = match (&change.from, &change.to) {
        (Some(from), Some(to)) => retitle_one(&ticket, from, to),
        (_, _) => None,
    };
    ticket.client_id = client.map(|client| client.id);
    if let Some(retitled) = &retitled
        && let Ok(subject) = Subject::parse(retitled.is())
    {
        ticket.subject = subject;
    }
    ticket.touched = true;
    ticket.updated_at = now.max(ticket.updated_at);
    tickets::save_by_desk(tx, &mut ticket).await?;
    tickets::write_change(tx, ticket.id, Some(actor), change, now).await?;
    Ok(retitled.into_iter().collect())
}
