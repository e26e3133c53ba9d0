//! Between the password and the desk: the code is asked for, or the authenticator set up.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{Agent, AgentId, At};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use store::agents::Credentials;
use store::{Conn, agents, second_factors as kept};

use super::enrol::sealed_as;
use super::{Enrolment, code, recovery, required};
use crate::secrets::hash;
use crate::sign_in::{Session, Unfinished, Who, actor_of};
use crate::{Desk, Refusal, Result, Why};

/// How long a browser may take from the password to the code.
const PATIENCE: SignedDuration = SignedDuration::from_mins(15);
/// The name that an unfinished sign-in is sealed under.
const SEALED_AS: &str = "sign_in";

/// Somebody whose password was right.
#[derive(Serialize, Deserialize)]
struct Halfway {
    agent: AgentId,
    until: i64,
    /// Of the password that was right: with another one the sign-in begins anew.
    mark: String,
}

impl Desk {
    /// What is still wanted of somebody whose password was right; nothing lets them in.
    pub(crate) async fn wanted_of(&self, known: &Credentials) -> Result<Option<Unfinished>> {
        let mut conn = self.store.read().await?;
        let factor = kept::find(&mut conn, known.agent_id).await?;
        if factor.is_some_and(|factor| factor.confirmed_at.is_some()) {
            return self.unfinished(known, false).map(Some);
        }
        let must = required::roles(&mut conn).await?;
        let agent = agents::find(&mut conn, known.agent_id).await?;
        match agent.is_some_and(|agent| must.contains(&agent.role)) {
            true => self.unfinished(known, true).map(Some),
            false => Ok(None),
        }
    }

    /// Signs in whoever typed their password and now a code of their authenticator, or a recovery code. No code works twice.
    pub async fn finish_sign_in(
        &self,
        unfinished: &str,
        typed: &str,
        browser: &str,
        address: Option<&str>,
    ) -> Result<(String, Session)> {
        let mut tx = self.store.begin().await?;
        let id = self.halfway(&mut tx, unfinished).await?.id;
        self.try_code(id)?;
        let wrong = || Refusal::field("code", Why::WrongCode);
        let factor = kept::find(&mut tx, id).await?;
        let factor = factor.filter(|factor| factor.confirmed_at.is_some());
        let factor = factor.ok_or(Refusal::SignedOut)?;
        let good = match recovery::read(typed) {
            Some(hash) => kept::use_code(&mut tx, id, &hash, self.now()).await?,
            None => {
                let secret = self.sealer.open(&sealed_as(id), &factor.sealed)?;
                match code::step(&secret, typed, self.now())? {
                    Some(step) => kept::use_step(&mut tx, id, step).await?,
                    None => false,
                }
            }
        };
        if !good {
            return Err(wrong());
        }
        let entered = self.let_in(&mut tx, id, browser, address).await?;
        tx.commit().await?;
        self.code_was_right(id);
        Ok(entered)
    }

    /// The secret for the authenticator of somebody who must have one before they are let in.
    pub async fn enrolment_at_sign_in(&self, unfinished: &str) -> Result<Enrolment> {
        let mut tx = self.store.begin().await?;
        let agent = self.halfway(&mut tx, unfinished).await?;
        let enrolment = self.enrol(&mut tx, &agent).await?;
        tx.commit().await?;
        Ok(enrolment)
    }

    /// Signs in whoever has set their authenticator up with its first code; gives the recovery codes too, shown this once.
    pub async fn enrol_at_sign_in(
        &self,
        unfinished: &str,
        typed: &str,
        browser: &str,
        address: Option<&str>,
    ) -> Result<(String, Session, Vec<String>)> {
        let mut tx = self.store.begin().await?;
        let agent = self.halfway(&mut tx, unfinished).await?;
        self.try_code(agent.id)?;
        let mut actor = actor_of(&mut tx, &agent).await?;
        actor.address = address.map(str::to_owned);
        let codes = self.confirm(&mut tx, &actor, typed).await?;
        let (secret, session) = self.let_in(&mut tx, agent.id, browser, address).await?;
        tx.commit().await?;
        self.code_was_right(agent.id);
        Ok((secret, session, codes))
    }

    fn unfinished(&self, known: &Credentials, enrol: bool) -> Result<Unfinished> {
        let halfway = Halfway {
            agent: known.agent_id,
            until: (self.now() + PATIENCE).as_second(),
            mark: mark(known),
        };
        let text = serde_json::to_string(&halfway)
            .map_err(|_| Refusal::Inside("an unfinished sign-in could not be written"))?;
        let sealed = self.sealer.seal(SEALED_AS, &text)?;
        Ok(Unfinished {
            secret: URL_SAFE_NO_PAD.encode(sealed),
            enrol,
        })
    }

    /// Whose password was right not long ago; whatever cannot be read has to begin anew.
    async fn halfway(&self, conn: &mut Conn, unfinished: &str) -> Result<Agent> {
        let sealed = URL_SAFE_NO_PAD.decode(unfinished).ok();
        let text = sealed.and_then(|sealed| self.sealer.open(SEALED_AS, &sealed).ok());
        let halfway = text.and_then(|text| serde_json::from_str::<Halfway>(&text).ok());
        let halfway = halfway.ok_or(Refusal::SignedOut)?;
        let fresh = At::from_second(halfway.until).is_ok_and(|until| self.now() < until);
        let agent = agents::find(conn, halfway.agent).await?;
        let agent = agent.filter(|agent| agent.active && fresh);
        let agent = agent.ok_or(Refusal::SignedOut)?;
        let known = agents::by_email(conn, &agent.email).await?;
        match known.is_some_and(|known| mark(&known) == halfway.mark) {
            true => Ok(agent),
            false => Err(Refusal::SignedOut),
        }
    }

    /// Counts a try of somebody's code: a million codes are few for a machine that may try them all.
    pub(super) fn try_code(&self, agent: AgentId) -> Result<()> {
        self.gate.knock(&[Who::Code(agent)], self.now())
    }

    pub(super) fn code_was_right(&self, agent: AgentId) {
        self.gate.opened(&[Who::Code(agent)]);
    }
}

/// A trace of the password's hash that says nothing of it.
fn mark(known: &Credentials) -> String {
    let kept = known.password_hash.as_deref().unwrap_or_default();
    hex::encode(&hash(kept)[..8])
}
