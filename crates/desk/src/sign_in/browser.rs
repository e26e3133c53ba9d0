//! A browser signs in, asks, and signs out.

use domain::{Actor, Email, SessionId};
use store::{agents, sessions};

use super::actor::actor_of;
use super::gate::Who;
use super::{SESSION_LASTS, Session, is_stale};
use crate::secrets::{Kind, hash, new_token};
use crate::{Desk, Refusal, Result, Why};

/// As much of what a browser calls itself as is kept, in characters.
const LONGEST_BROWSER: usize = 200;

impl Desk {
    /// Signs a browser in; gives the secret for its cookie. Neither the answer nor its time tells whether the e-mail is anybody's.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        browser: &str,
        address: Option<&str>,
    ) -> Result<(String, Session)> {
        let tries: Vec<Who> = [Some(Who::typed(email)), address.map(Who::at)]
            .into_iter()
            .flatten()
            .collect();
        self.gate.knock(&tries, self.now())?;
        let wrong = || Refusal::field("email", Why::WrongSignIn);
        let email = email.parse::<Email>().ok();
        let known = match &email {
            Some(email) => agents::by_email(&mut self.store.read().await?, email).await?,
            None => None,
        };
        let known = known.filter(|known| known.active);
        let expected = known.as_ref().and_then(|known| known.password_hash.clone());
        if !self.is_password(password, expected).await? {
            return Err(wrong());
        }
        self.gate.opened(&tries);
        let known = known.ok_or_else(wrong)?;
        let now = self.now();
        let session = Session {
            id: SessionId::at(now),
            agent_id: known.agent_id,
            created_at: now,
            last_seen_at: now,
            expires_at: now + SESSION_LASTS,
            browser: browser.chars().take(LONGEST_BROWSER).collect(),
            address: address.map(str::to_owned),
        };
        let secret = new_token(Kind::Session);
        let mut tx = self.store.begin().await?;
        sessions::insert(&mut tx, &session, &hash(&secret)).await?;
        tx.commit().await?;
        Ok((secret, session))
    }

    /// Signs the browser with this secret out; once more is as good as once.
    pub async fn sign_out(&self, secret: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        if let Some(session) = sessions::find(&mut tx, &hash(secret), self.now()).await? {
            sessions::delete(&mut tx, session.id).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Who asks from the browser with this secret. A browser that is used stays signed in.
    pub async fn actor_of_session(&self, secret: &str) -> Result<Actor> {
        self.signed_in(secret).await.map(|(actor, _)| actor)
    }

    /// The same with their session, which tells this browser from others.
    pub async fn signed_in(&self, secret: &str) -> Result<(Actor, Session)> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        let session = sessions::find(&mut conn, &hash(secret), now).await?;
        let mut session = session.ok_or(Refusal::SignedOut)?;
        let agent = agents::find(&mut conn, session.agent_id).await?;
        let agent = agent.filter(|agent| agent.active);
        let actor = actor_of(&mut conn, &agent.ok_or(Refusal::SignedOut)?).await?;
        drop(conn);
        if is_stale(session.last_seen_at, now) {
            session.last_seen_at = now;
            session.expires_at = now + SESSION_LASTS;
            let mut tx = self.store.begin().await?;
            sessions::touch(&mut tx, session.id, now, session.expires_at).await?;
            tx.commit().await?;
        }
        Ok((actor, session))
    }
}
