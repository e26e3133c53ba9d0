//! «Токены канала»: several live at once, so that one can take another's place without a gap.

use domain::channel::Token;
use domain::{Actor, ChannelId, TokenId};
use store::{Conn, tokens};

use super::noted;
use super::seen::administered;
use crate::audit::Deed;
use crate::secrets::{Kind, hash, hint, new_token};
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// A channel's live tokens with what is pasted into the provider's cabinet, newest first.
    pub async fn tokens(&self, actor: &Actor, id: ChannelId) -> Result<Vec<(Token, String)>> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, id).await?;
        self.live_tokens(&mut conn, id).await
    }

    /// A new token; those before it go on working.
    pub async fn create_token(&self, actor: &Actor, id: ChannelId) -> Result<(Token, String)> {
        let mut tx = self.store.begin().await?;
        let channel = administered(&mut tx, actor, id).await?;
        let now = self.now();
        let secret = new_token(Kind::Channel);
        let token = Token {
            id: TokenId::at(now),
            channel_id: id,
            hint: hint(&secret),
            created_at: now,
            last_used_at: None,
            revoked_at: None,
        };
        let sealed = self.sealer.seal(&sealed_name(token.id), &secret)?;
        tokens::insert(&mut tx, &token, &hash(&secret), &sealed).await?;
        noted::token(&mut tx, actor, Deed::Created, &channel, &token, now).await?;
        tx.commit().await?;
        Ok((token, secret))
    }

    /// Stops a token from working at once.
    pub async fn revoke_token(&self, actor: &Actor, id: ChannelId, token: TokenId) -> Result<()> {
        let unknown = Refusal::NotFound(Thing::Token);
        let mut tx = self.store.begin().await?;
        let channel = administered(&mut tx, actor, id).await?;
        let its_own = tokens::list(&mut tx, id).await?;
        let Some(its) = its_own.into_iter().find(|its| its.id == token) else {
            return Err(unknown);
        };
        if !tokens::revoke(&mut tx, token, self.now()).await? {
            return Err(unknown);
        }
        noted::token(&mut tx, actor, Deed::Revoked, &channel, &its, self.now()).await?;
        tx.commit().await?;
        self.tokens.forget();
        Ok(())
    }

    pub(super) async fn live_tokens(
        &self,
        conn: &mut Conn,
        id: ChannelId,
    ) -> Result<Vec<(Token, String)>> {
        let mut live = Vec::new();
        for token in tokens::list(conn, id).await? {
            if token.revoked_at.is_some() {
                continue;
            }
            let sealed = tokens::sealed(conn, token.id).await?;
            let sealed = sealed.ok_or(Refusal::NotFound(Thing::Token))?;
            let secret = self.sealer.open(&sealed_name(token.id), &sealed)?;
            live.push((token, secret));
        }
        Ok(live)
    }
}

/// What a token is sealed under.
fn sealed_name(id: TokenId) -> String {
    format!("token:{id}")
}
