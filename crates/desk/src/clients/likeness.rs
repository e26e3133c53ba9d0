//! Who may be there twice: proposed, never merged unasked.

use domain::{Actor, Client, ClientId};
use store::clients::Likeness;

use crate::{Desk, Result};

/// Those who share something, before rights and names are looked at.
const LOOKED_AT: i64 = 50;
/// Proposed at once.
const PROPOSED: usize = 5;

/// A client who may be the same person.
#[derive(Debug, Clone, PartialEq)]
pub struct Double {
    /// Who.
    pub client: Client,
    /// What both have.
    pub common: Likeness,
}

impl Desk {
    /// Clients who may be the same as this one, the likeliest first.
    pub async fn doubles(&self, actor: &Actor, id: ClientId) -> Result<Vec<Double>> {
        let mut conn = self.store.read().await?;
        let client = super::reachable(&mut conn, actor, id).await?;
        let mut doubles = Vec::new();
        for (client, common) in store::clients::like(&mut conn, &client, LOOKED_AT).await? {
            if doubles.len() < PROPOSED
                && store::clients::is_within(&mut conn, client.id, &actor.reach).await?
            {
                doubles.push(Double { client, common });
            }
        }
        Ok(doubles)
    }
}
