//! Two clients who are one person.

use domain::{Actor, Client, ClientId};

use crate::refusal::Clash;
use crate::{Desk, Refusal, Result};

impl Desk {
    /// Moves everything of `from` to `into`; what `into` does not know about itself it learns from `from`.
    pub async fn merge_clients(
        &self,
        actor: &Actor,
        from: ClientId,
        into: ClientId,
    ) -> Result<Client> {
        crate::tickets::may_change(actor)?;
        if from == into {
            return Err(Refusal::Conflict(Clash::IntoItself));
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let given = super::reachable(&mut tx, actor, from).await?;
        let kept = super::reachable(&mut tx, actor, into).await?;
        for id in [from, into] {
            if store::clients::merged_into(&mut tx, id).await?.is_some() {
                return Err(Refusal::NotFound(crate::Thing::Client));
            }
        }
        // Calls from these numbers are not heard meanwhile: they would go to the client who is no more.
        let mut numbers: Vec<_> = given
            .phones
            .iter()
            .map(|phone| crate::calls::number_lock(&phone.number))
            .collect();
        numbers.sort_unstable();
        for number in numbers {
            tx.hold(number).await?;
        }
        store::clients::merge(&mut tx, from, into, now).await?;
        let phones = store::clients::find(&mut tx, into)
            .await?
            .map(|client| client.phones)
            .unwrap_or_default();
        let mut joint = Client {
            phones,
            ..joined(given, kept)
        };
        joint.updated_at = now;
        store::clients::update(&mut tx, &joint).await?;
        tx.commit().await?;
        Ok(joint)
    }
}

fn joined(given: Client, mut kept: Client) -> Client {
    if !kept.named && given.named {
        kept.name = given.name;
        kept.named = true;
    }
    for email in given.emails {
        if !kept.emails.contains(&email) {
            kept.emails.push(email);
        }
    }
    kept.company = kept.company.or(given.company);
    kept.note = match (kept.note, given.note) {
        (Some(mine), Some(theirs)) if mine != theirs => Some(format!("{mine}\n{theirs}")),
        (mine, theirs) => mine.or(theirs),
    };
    kept.vip |= given.vip;
    kept.last_contact_at = kept.last_contact_at.max(given.last_contact_at);
    kept
}
