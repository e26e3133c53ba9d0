//! «Токены канала»: several live at once, so that one can take another's place without a gap.

use domain::channel::Token;
use domain::notification::Notification;
use domain::{Actor, ChannelId, TokenId};
use jiff::SignedDuration;
use store::{Conn, notifications, tokens};

use super::noted;
use super::seen::administered;
use crate::audit::Deed;
use crate::secrets::{Kind, hash, hint, new_token};
use crate::{Desk, Refusal, Result, Thing};

/// A use is noted about once a minute: the last request came no farther from the note than this.
const NOTED_WITHIN: SignedDuration = SignedDuration::from_secs(70);

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

    /// The secret of a token that is still live.
    pub(crate) async fn token_secret(
        &self,
        conn: &mut Conn,
        id: TokenId,
    ) -> Result<Option<String>> {
        match tokens::sealed(conn, id).await? {
            Some(sealed) => Ok(Some(self.sealer.open(&sealed_name(id), &sealed)?)),
            None => Ok(None),
        }
    }

    /// The last request that came with each live token, as far as one can be found.
    pub async fn token_uses(
        &self,
        actor: &Actor,
        id: ChannelId,
    ) -> Result<Vec<(TokenId, Notification)>> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, id).await?;
        let mut uses = Vec::new();
        for token in tokens::list(&mut conn, id).await? {
            let Some(noted) = token.last_used_at.filter(|_| token.revoked_at.is_none()) else {
                continue;
            };
            let between = (noted - NOTED_WITHIN, noted + NOTED_WITHIN);
            let last = notifications::last_with_token(&mut conn, id, token.id, between).await?;
            uses.extend(last.map(|last| (token.id, last)));
        }
        Ok(uses)
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
