//! Taking back what somebody said of a call or a ticket, or a merging.

use domain::{Actor, Client, ClientId, MoveId};
use store::clients::MoveKind;

use super::change::hold;
use super::naming::title_back;
use super::picking::{Snapshot, give, replace_why};
use crate::refusal::Clash;
use crate::{Desk, Refusal, Result, Thing, tickets};

impl Desk {
    /// Takes back what somebody said, or a merging.
    pub async fn undo_client_move(&self, actor: &Actor, id: MoveId) -> Result<Client> {
        tickets::may_change(actor)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let found = store::clients::find_move(&mut tx, id).await?;
        let moved = found.ok_or(Refusal::NotFound(Thing::Move))?;
        match moved.kind {
            MoveKind::Merge => {
                tx.roll_back().await?;
                return self.undo_merge(actor, id).await;
            }
            MoveKind::Pick => {}
        }
        super::reachable(&mut tx, actor, moved.into).await?;
        if !store::clients::undo_move(&mut tx, id, now).await? {
            return Err(Refusal::Conflict(Clash::UndoneAlready));
        }
        let was: Snapshot = serde_json::from_value(moved.snapshot)
            .map_err(|_| Refusal::Inside("a choice that was written down cannot be read"))?;
        if let Some(from) = moved.from
            && store::clients::merged_into(&mut tx, from).await?.is_some()
        {
            return Err(Refusal::Conflict(Clash::CardMergedOn));
        }
        let mut client = hold(&mut tx, moved.into)
            .await
            .map_err(|_| Refusal::Conflict(Clash::CardMergedOn))?;
        for (id, before, why) in was.calls {
            let Some(mut call) = store::calls::hold(&mut tx, id).await? else {
                continue;
            };
            if call.client_id != Some(moved.into) {
                return Err(Refusal::Conflict(Clash::CardMovedOn));
            }
            replace_why(&mut call, why);
            call.client_id = before;
            call.version += 1;
            store::calls::put(&mut tx, &call).await?;
        }
        let touched: Vec<ClientId> = moved.from.into_iter().chain([moved.into]).collect();
        crate::missed::follow_clients(&mut tx, &touched, now).await?;
        if let Some(ticket) = was.ticket.filter(|_| moved.from != Some(moved.into)) {
            let ticket = store::tickets::hold(&mut tx, ticket).await?;
            let ticket = ticket.filter(|ticket| ticket.client_id == Some(moved.into));
            let ticket = ticket.ok_or(Refusal::Conflict(Clash::CardMovedOn))?;
            let before = match moved.from {
                Some(from) => store::clients::find(&mut tx, from).await?,
                None => None,
            };
            give(&mut tx, actor, ticket, before.as_ref(), now).await?;
            title_back(&mut tx, &was.retitled).await?;
        }
        if !was.added.is_empty() {
            client
                .phones
                .retain(|phone| !was.added.contains(&phone.number));
            client.version += 1;
            store::clients::update(&mut tx, &client).await?;
        }
        for (number, weight) in was.weights {
            store::clients::set_weight(&mut tx, client.id, &number, weight).await?;
        }
        tx.commit().await?;
        Ok(client)
    }
}
