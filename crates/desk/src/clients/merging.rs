//! Two clients who are one person.

use std::collections::BTreeMap;

use domain::timeline::{Author, Change};
use domain::{Actor, Client, ClientId, MoveId, PhoneNumber};
use serde::{Deserialize, Serialize};
use store::client_fields::{self, Values};
use store::clients::{Move, MoveKind, Moved, Weights};
use store::{Conn, Tx};

use super::change::{hold, write};
use super::diff;
use super::naming::{Retitled, retitle};
use crate::refusal::Clash;
use crate::{Desk, Refusal, Result};

/// Which of two cards a property is kept from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// From the one who goes.
    From,
    /// From the one who stays.
    Into,
    /// From both, one after the other: notes.
    Both,
}

/// What is kept from which card. What is not said: from the one who stays, and what they lack from the other.
#[derive(Debug, Clone, Default)]
pub struct Keep {
    /// By property: `name`, `company`, `note`, `vip`, `spammer`, `responsible_id`, and fields by their ids.
    pub sides: BTreeMap<String, Side>,
    /// Numbers that neither needs any more.
    pub without_phones: Vec<PhoneNumber>,
    /// Addresses that neither needs any more.
    pub without_emails: Vec<String>,
}

/// A client with all that is kept beside them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Whole {
    pub(super) client: Client,
    pub(super) values: Values,
    pub(super) weights: Weights,
}

/// All it takes to part them again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Snapshot {
    pub(super) from: Whole,
    pub(super) into: Whole,
    pub(super) joint: Whole,
    pub(super) moved: Moved,
    pub(super) retitled: Vec<Retitled>,
}

impl Desk {
    /// Moves everything of `from` to `into`; what `into` does not know about itself it learns from `from`.
    pub async fn merge_clients(
        &self,
        actor: &Actor,
        from: ClientId,
        into: ClientId,
    ) -> Result<Client> {
        let (joint, _) = self
            .merge_keeping(actor, from, into, &Keep::default())
            .await?;
        Ok(joint)
    }

    /// Moves everything of `from` to `into`, keeping what was chosen of each; and what takes it back.
    pub async fn merge_keeping(
        &self,
        actor: &Actor,
        from: ClientId,
        into: ClientId,
        keep: &Keep,
    ) -> Result<(Client, MoveId)> {
        crate::tickets::may_change(actor)?;
        if from == into {
            return Err(Refusal::Conflict(Clash::IntoItself));
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        // Always in the same order, so that two who merge the same never wait for each other in a circle.
        let (first, second) = if from < into {
            (from, into)
        } else {
            (into, from)
        };
        for id in [first, second] {
            super::reachable(&mut tx, actor, id).await?;
            hold(&mut tx, id).await?;
        }
        let (given, kept) = (whole(&mut tx, from).await?, whole(&mut tx, into).await?);
        // Calls from these numbers are not heard meanwhile: they would go to the client who is no more.
        hold_numbers(&mut tx, &given.client).await?;
        let mut joint = joined(&given, &kept, keep);
        joint.client.updated_at = now.max(kept.client.updated_at);
        joint.client.version += 1;
        let moved = store::clients::merge(&mut tx, from, into, now).await?;
        write(&mut tx, &joint.client, &kept.values, &joint.values).await?;
        for (number, weight) in &joint.weights {
            store::clients::set_weight(&mut tx, into, number, *weight).await?;
        }
        crate::missed::follow_clients(&mut tx, &[from, into], now).await?;
        let mut retitled = retitle(&mut tx, into, &given.client.name, &joint.client.name).await?;
        retitled.extend(retitle(&mut tx, into, &kept.client.name, &joint.client.name).await?);
        let merged = Change {
            field: "merged".to_owned(),
            from: Some(given.client.name.clone()),
            to: None,
        };
        diff::write_down(&mut tx, actor, &joint.client, vec![merged]).await?;
        let client = joint.client.clone();
        let snapshot = Snapshot {
            from: given,
            into: kept,
            joint,
            moved,
            retitled,
        };
        let done = Move {
            id: MoveId::at(now),
            kind: MoveKind::Merge,
            from: Some(from),
            into,
            at: now,
            author: Author {
                id: actor.agent,
                name: actor.name.clone(),
            },
            snapshot: serde_json::to_value(&snapshot)
                .map_err(|_| Refusal::Inside("a merging could not be written down"))?,
            undone_at: None,
        };
        store::clients::add_move(&mut tx, &done).await?;
        tx.commit().await?;
        Ok((client, done.id))
    }
}

/// Keeps calls with a client's numbers from being heard until the end of the transaction.
pub(super) async fn hold_numbers(tx: &mut Tx, client: &Client) -> Result<()> {
    let mut numbers: Vec<_> = client
        .phones
        .iter()
        .map(|phone| crate::calls::number_lock(&phone.number))
        .collect();
    numbers.sort_unstable();
    for number in numbers {
        tx.hold(number).await?;
    }
    Ok(())
}

pub(super) async fn whole(conn: &mut Conn, id: ClientId) -> Result<Whole> {
    let client = store::clients::find(conn, id).await?;
    Ok(Whole {
        client: client.ok_or(Refusal::NotFound(crate::Thing::Client))?,
        values: client_fields::values_of(conn, id).await?,
        weights: store::clients::weights(conn, id).await?,
    })
}

fn joined(given: &Whole, kept: &Whole, keep: &Keep) -> Whole {
    let side = |property: &str| keep.sides.get(property).copied();
    let (theirs, mine) = (&given.client, &kept.client);
    let mut joint = mine.clone();
    if side("name").map_or(!mine.named && theirs.named, |side| side == Side::From) {
        joint.name.clone_from(&theirs.name);
        joint.named = theirs.named;
    }
    joint.company = one_of(side("company"), &theirs.company, &mine.company);
    joint.responsible_id = one_of(
        side("responsible_id"),
        &theirs.responsible_id,
        &mine.responsible_id,
    );
    joint.note = match side("note") {
        Some(Side::From) => theirs.note.clone(),
        Some(Side::Into) => mine.note.clone(),
        Some(Side::Both) | None => both(mine.note.as_deref(), theirs.note.as_deref()),
    };
    joint.vip = flag(side("vip"), theirs.vip, mine.vip);
    // Who is a person to one is no spammer: unless it is said, they stay what they were.
    joint.spammer = match side("spammer") {
        Some(Side::From) => theirs.spammer,
        Some(Side::Into | Side::Both) | None => mine.spammer,
    };
    for phone in &theirs.phones {
        if !joint.phones.iter().any(|one| one.number == phone.number) {
            joint.phones.push(phone.clone());
        }
    }
    joint
        .phones
        .retain(|phone| !keep.without_phones.contains(&phone.number));
    for email in &theirs.emails {
        if !joint.emails.contains(email) {
            joint.emails.push(email.clone());
        }
    }
    let gone = |email: &str| keep.without_emails.iter().any(|one| one == email);
    joint.emails.retain(|email| !gone(email.as_str()));
    joint.last_contact_at = mine.last_contact_at.max(theirs.last_contact_at);
    Whole {
        client: joint,
        values: joined_values(given, kept, keep),
        weights: joined_weights(given, kept),
    }
}

fn joined_values(given: &Whole, kept: &Whole, keep: &Keep) -> Values {
    let mut values = Values::new();
    for field in given.values.keys().chain(kept.values.keys()) {
        let side = keep.sides.get(&field.to_string()).copied();
        let theirs = given.values.get(field).cloned();
        let mine = kept.values.get(field).cloned();
        if let Some(value) = one_of(side, &theirs, &mine) {
            values.insert(*field, value);
        }
    }
    values
}

fn joined_weights(given: &Whole, kept: &Whole) -> Weights {
    let mut weights = kept.weights.clone();
    for (number, weight) in &given.weights {
        let of = weights.entry(number.clone()).or_insert(0);
        *of = (*of).max(*weight);
    }
    weights
}

fn one_of<T: Clone>(side: Option<Side>, theirs: &Option<T>, mine: &Option<T>) -> Option<T> {
    match side {
        Some(Side::From) => theirs.clone(),
        Some(Side::Into) => mine.clone(),
        Some(Side::Both) | None => mine.clone().or_else(|| theirs.clone()),
    }
}

fn flag(side: Option<Side>, theirs: bool, mine: bool) -> bool {
    match side {
        Some(Side::From) => theirs,
        Some(Side::Into) => mine,
        Some(Side::Both) | None => mine || theirs,
    }
}

/// One after the other, as far as there is room.
fn both(mine: Option<&str>, theirs: Option<&str>) -> Option<String> {
    match (mine, theirs) {
        (Some(mine), Some(theirs)) if mine != theirs => {
            let joint = format!("{mine}\n\n{theirs}");
            Some(joint.chars().take(Client::LONGEST_NOTE).collect())
        }
        (mine, theirs) => mine.or(theirs).map(str::to_owned),
    }
}
