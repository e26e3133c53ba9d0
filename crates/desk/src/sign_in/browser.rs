//! A browser signs in, asks, and signs out.

use domain::{Actor, AgentId, Email, SessionId};
use store::{Tx, agents, last_seen, sessions};

use super::actor::actor_of;
use super::gate::Who;
use super::{SESSION_LASTS, Session, is_stale};
use crate::secrets::{Kind, hash, new_token};
use crate::{Desk, Refusal, Result, Why};

/// As much of what a browser calls itself as is kept, in characters.
const LONGEST_BROWSER: usize = 200;

impl Desk {
    /// Signs a browser in; gives the secret for its cookie. Neither the answer nor its time tells whether the e-mail is
    /// anybody's. Where a second factor is wanted, the right password gives [`Refusal::Unfinished`].
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        browser: &str,
        address: Option<&str>,
    ) -> Result<(String, Session)> {
        let typed = email.parse::<Email>().ok();
        let tries = self.tries_of(email, typed.as_ref(), address).await?;
        self.gate.knock(&tries, self.now())?;
        let wrong = || Refusal::field("email", Why::WrongSignIn);
        let known = match &typed {
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
        if let Some(unfinished) = self.wanted_of(&known).await? {
            return Err(Refusal::Unfinished(unfinished));
        }
        let mut tx = self.store.begin().await?;
        let entered = self
            .let_in(&mut tx, known.agent_id, browser, address)
            .await?;
        tx.commit().await?;
        Ok(entered)
    }

    /// Whose tries this one counts among. Somebody who is signed in from this very address is not made to wait for what
    /// others try from elsewhere: nobody can shut an owner out by guessing.
    async fn tries_of(
        &self,
        typed: &str,
        email: Option<&Email>,
        address: Option<&str>,
    ) -> Result<Vec<Who>> {
        let Some(address) = address else {
            return Ok(vec![Who::typed(typed)]);
        };
        let at_home = match email {
            Some(email) => {
                let mut conn = self.store.read().await?;
                sessions::is_known_at(&mut conn, email, address, self.now()).await?
            }
            None => false,
        };
        let who = match at_home {
            true => Who::at_home(typed, address),
            false => Who::typed(typed),
        };
        Ok(vec![who, Who::at(address)])
    }

    /// Writes the session of somebody who has shown who they are.
    pub(crate) async fn let_in(
        &self,
        tx: &mut Tx,
        agent_id: AgentId,
        browser: &str,
        address: Option<&str>,
    ) -> Result<(String, Session)> {
        let now = self.now();
        let session = Session {
            id: SessionId::at(now),
            agent_id,
            created_at: now,
            last_seen_at: now,
            expires_at: now + SESSION_LASTS,
            browser: browser.chars().take(LONGEST_BROWSER).collect(),
            address: address.map(str::to_owned),
        };
        let secret = new_token(Kind::Session);
        sessions::insert(tx, &session, &hash(&secret)).await?;
        last_seen::note(tx, agent_id, now).await?;
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
            last_seen::note(&mut tx, session.agent_id, now).await?;
            tx.commit().await?;
        }
        Ok((actor, session))
    }
}
