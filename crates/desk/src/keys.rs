//! Programs' keys: each has its owner's rights and is shown once.

#[cfg(test)]
mod tests;

use domain::text::one_line;
use domain::{Actor, AgentId, ApiKeyId};
use store::{agents, api_keys};

pub use store::api_keys::ApiKey;

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::secrets::{self, hash, hint, new_token};
use crate::sign_in::{actor_of, is_stale};
use crate::{Desk, Refusal, Result, Thing, Why};

/// The longest name of a key, in characters.
pub const LONGEST_NAME: usize = 100;

impl Desk {
    /// A new key with the asker's rights, or with somebody's whom an administrator names; the secret is shown this once.
    pub async fn create_key(
        &self,
        actor: &Actor,
        owner: Option<AgentId>,
        name: &str,
    ) -> Result<(ApiKey, String)> {
        let owner = owned(actor, owner)?;
        let name = one_line(name, LONGEST_NAME);
        let name = name.map_err(|fault| Refusal::field("name", fault.into()))?;
        let now = self.now();
        let secret = new_token(secrets::Kind::ApiKey);
        let key = ApiKey {
            id: ApiKeyId::at(now),
            agent_id: owner,
            name,
            hint: hint(&secret),
            created_at: now,
            last_used_at: None,
            revoked_at: None,
        };
        let mut tx = self.store.begin().await?;
        let agent = agents::find(&mut tx, owner).await?;
        let agent = agent.filter(|agent| agent.active);
        let agent = agent.ok_or(Refusal::field("agent_id", Why::Unknown))?;
        api_keys::insert(&mut tx, &key, &hash(&secret)).await?;
        let subject = Subject::new(Kind::ApiKey, key.id, &key.name);
        let fields = Fields::none().is("owner", &agent.name);
        record(&mut tx, actor, Deed::Created, subject, fields, now).await?;
        tx.commit().await?;
        Ok((key, secret))
    }

    /// The asker's keys, or somebody's for an administrator, newest first, without secrets; revoked ones too.
    pub async fn keys(&self, actor: &Actor, owner: Option<AgentId>) -> Result<Vec<ApiKey>> {
        let owner = owned(actor, owner)?;
        let mut conn = self.store.read().await?;
        Ok(api_keys::of_agent(&mut conn, owner).await?)
    }

    /// Stops a key from working at once: its owner's, or anybody's for an administrator.
    pub async fn revoke_key(&self, actor: &Actor, id: ApiKeyId) -> Result<()> {
        let unknown = Refusal::NotFound(Thing::ApiKey);
        let mut tx = self.store.begin().await?;
        let own = api_keys::of_agent(&mut tx, actor.agent).await?;
        if !actor.is_admin() && !own.iter().any(|key| key.id == id) {
            return Err(unknown);
        }
        if !api_keys::revoke(&mut tx, id, self.now()).await? {
            return Err(unknown);
        }
        let name = api_keys::name(&mut tx, id).await?.unwrap_or_default();
        let subject = Subject::new(Kind::ApiKey, id, &name);
        record(
            &mut tx,
            actor,
            Deed::Revoked,
            subject,
            Fields::none(),
            self.now(),
        )
        .await?;
        Ok(tx.commit().await?)
    }

    /// Who asks with this key.
    pub async fn actor_of_key(&self, secret: &str) -> Result<Actor> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        let key = api_keys::find(&mut conn, &hash(secret)).await?;
        let key = key.ok_or(Refusal::SignedOut)?;
        let agent = agents::find(&mut conn, key.agent_id).await?;
        let agent = agent.filter(|agent| agent.active);
        let actor = actor_of(&mut conn, &agent.ok_or(Refusal::SignedOut)?).await?;
        drop(conn);
        if key.last_used_at.is_none_or(|noted| is_stale(noted, now)) {
            let mut tx = self.store.begin().await?;
            api_keys::touch(&mut tx, key.id, now).await?;
            tx.commit().await?;
        }
        Ok(actor)
    }
}

/// Somebody else's keys are an administrator's matter; for others there is nobody else.
fn owned(actor: &Actor, owner: Option<AgentId>) -> Result<AgentId> {
    match owner {
        Some(owner) if owner != actor.agent && !actor.is_admin() => {
            Err(Refusal::NotFound(Thing::Agent))
        }
        Some(owner) => Ok(owner),
        None => Ok(actor.agent),
    }
}
