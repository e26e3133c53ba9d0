//! Parting two who were merged: both are as they were, but for what people have changed since.

use domain::timeline::Change;
use domain::{Actor, Client, ClientId, MoveId};
use store::Tx;
use store::client_fields::Values;
use store::clients::{Move, MoveKind};

use super::change::{hold, write};
use super::diff;
use super::merging::{Snapshot, Whole, hold_numbers, whole};
use super::naming::title_back;
use crate::refusal::Clash;
use crate::{Desk, Refusal, Result, Thing};

/// Mergings that a client's page offers to take back.
const OFFERED: i64 = 10;

impl Desk {
    /// Who was merged into a client and can be parted from them, the latest first.
    pub async fn mergings(&self, actor: &Actor, into: ClientId) -> Result<Vec<(Move, String)>> {
        let mut conn = self.store.read().await?;
        super::reachable(&mut conn, actor, into).await?;
        let moves = store::clients::moves_of(&mut conn, into, OFFERED).await?;
        let named = |moved: Move| {
            let name = moved.snapshot["from"]["client"]["name"].as_str();
            let name = name.unwrap_or_default().to_owned();
            (moved, name)
        };
        Ok(moves.into_iter().map(named).collect())
    }

    /// Takes back the merging that took this client away.
    pub async fn unmerge_client(&self, actor: &Actor, from: ClientId) -> Result<Client> {
        let mut conn = self.store.read().await?;
        let into = store::clients::merged_into(&mut conn, from).await?;
        let into = into.ok_or(Refusal::NotFound(Thing::Move))?;
        let moves = store::clients::moves_of(&mut conn, into, i64::MAX).await?;
        let found = moves.into_iter().find(|moved| moved.from == Some(from));
        drop(conn);
        // Merged, but not directly: what came of it went further.
        let found = found.ok_or(Refusal::Conflict(Clash::CardMergedOn))?;
        self.undo_merge(actor, found.id).await
    }

    /// Takes a merging back; gives the one who comes back.
    pub async fn undo_merge(&self, actor: &Actor, id: MoveId) -> Result<Client> {
        crate::tickets::may_change(actor)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let moved = store::clients::find_move(&mut tx, id).await?;
        let moved = moved
            .filter(|moved| moved.kind == MoveKind::Merge)
            .ok_or(Refusal::NotFound(Thing::Move))?;
        let was: Snapshot = serde_json::from_value(moved.snapshot)
            .map_err(|_| Refusal::Inside("a merging that was written down cannot be read"))?;
        let (from, into) = (was.from.client.id, moved.into);
        if !store::clients::undo_move(&mut tx, id, now).await? {
            return Err(Refusal::Conflict(Clash::UndoneAlready));
        }
        if store::clients::merged_into(&mut tx, into).await?.is_some()
            || store::clients::merged_into(&mut tx, from).await? != Some(into)
        {
            return Err(Refusal::Conflict(Clash::CardMergedOn));
        }
        super::reachable(&mut tx, actor, into).await?;
        hold(&mut tx, into).await?;
        hold_numbers(&mut tx, &was.from.client).await?;
        let present = whole(&mut tx, into).await?;
        let mut stays = parted(&was, &present);
        stays.client.version = present.client.version + 1;
        stays.client.updated_at = now.max(present.client.updated_at);
        store::clients::take_back(&mut tx, from, into, &was.moved).await?;
        crate::missed::follow_clients(&mut tx, &[from, into], now).await?;
        put(&mut tx, &stays, &present.values).await?;
        let back = Whole {
            client: Client {
                version: was.from.client.version + 1,
                ..was.from.client.clone()
            },
            ..was.from.clone()
        };
        put(&mut tx, &back, &back.values).await?;
        title_back(&mut tx, &was.retitled).await?;
        for (client, other) in [(&stays.client, &back.client), (&back.client, &stays.client)] {
            let parted = Change {
                field: "parted".to_owned(),
                from: Some(other.name.clone()),
                to: None,
            };
            diff::write_down(&mut tx, actor, client, vec![parted]).await?;
        }
        tx.commit().await?;
        Ok(back.client)
    }
}

async fn put(tx: &mut Tx, whole: &Whole, before: &Values) -> Result<()> {
    write(tx, &whole.client, before, &whole.values).await?;
    for (number, weight) in &whole.weights {
        store::clients::set_weight(tx, whole.client.id, number, *weight).await?;
    }
    Ok(())
}

/// The one who stayed, as they were before; what people have changed of them since the merging stays changed.
fn parted(was: &Snapshot, present: &Whole) -> Whole {
    let (before, joint, now) = (&was.into.client, &was.joint.client, &present.client);
    let untouched_name = (&now.name, now.named) == (&joint.name, joint.named);
    let (name, named) = if untouched_name {
        (before.name.clone(), before.named)
    } else {
        (now.name.clone(), now.named)
    };
    let client = Client {
        name,
        named,
        phones: list_back(&before.phones, &joint.phones, &now.phones),
        emails: list_back(&before.emails, &joint.emails, &now.emails),
        company: back(&before.company, &joint.company, &now.company),
        note: back(&before.note, &joint.note, &now.note),
        vip: back(&before.vip, &joint.vip, &now.vip),
        spammer: back(&before.spammer, &joint.spammer, &now.spammer),
        responsible_id: back(
            &before.responsible_id,
            &joint.responsible_id,
            &now.responsible_id,
        ),
        last_contact_at: back(
            &before.last_contact_at,
            &joint.last_contact_at,
            &now.last_contact_at,
        ),
        ..now.clone()
    };
    let fields = was.into.values.keys().chain(present.values.keys());
    let value = |field| {
        let of = |whole: &Whole| whole.values.get(field).cloned();
        let value = back(&of(&was.into), &of(&was.joint), &of(present))?;
        Some((*field, value))
    };
    let mut weights = present.weights.clone();
    weights.extend(was.into.weights.clone());
    Whole {
        client,
        values: fields.filter_map(value).collect(),
        weights,
    }
}

/// What was before, unless it is not what the merging made of it.
fn back<T: Clone + PartialEq>(before: &T, joint: &T, now: &T) -> T {
    if now == joint {
        before.clone()
    } else {
        now.clone()
    }
}

/// The list from before, with what has come since and without what has gone since.
fn list_back<T: Clone + PartialEq>(before: &[T], joint: &[T], now: &[T]) -> Vec<T> {
    if now == joint {
        return before.to_vec();
    }
    let gone = |one: &T| joint.contains(one) && !now.contains(one);
    let stayed = before.iter().filter(|one| !gone(one));
    let come = now.iter().filter(|one| !joint.contains(one));
    stayed.chain(come).cloned().collect()
}
