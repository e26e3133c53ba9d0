//! Everybody as administrators and supervisors see them: with where they are and how they sign in.

use domain::presence::Presence;
use domain::{Actor, Agent, AgentId, At, SessionId};
use store::{agents, last_seen, second_factors, sessions};

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::rights::{admins_only, supervisors_only};
use crate::sign_in::Session;
use crate::{Desk, Refusal, Result, Thing};

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// They with their settings.
    pub agent: Agent,
    /// What they are for their colleagues now.
    pub presence: Presence,
    /// When they were last here.
    pub last_seen_at: Option<At>,
    /// Whether they have a second factor.
    pub second_factor: bool,
}

impl Desk {
    /// Everybody, by name, those who left too: for administrators and supervisors.
    pub async fn staff(&self, actor: &Actor) -> Result<Vec<Member>> {
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        let presences = self.presences(&mut conn).await?;
        let seen = last_seen::all(&mut conn).await?;
        let factors = second_factors::owners(&mut conn).await?;
        let member = |agent: Agent| Member {
            presence: presences.get(&agent.id).copied().unwrap_or(Presence::Away),
            last_seen_at: seen.get(&agent.id).copied(),
            second_factor: factors.contains(&agent.id),
            agent,
        };
        let all = agents::list(&mut conn).await?;
        Ok(all.into_iter().map(member).collect())
    }

    /// One of them: oneself, or anybody for administrators and supervisors.
    pub async fn member(&self, actor: &Actor, id: AgentId) -> Result<Member> {
        let agent = self.agent(actor, id).await?;
        let mut conn = self.store.read().await?;
        let presences = self.presences(&mut conn).await?;
        let factor = second_factors::find(&mut conn, id).await?;
        Ok(Member {
            presence: presences.get(&id).copied().unwrap_or(Presence::Away),
            last_seen_at: last_seen::all(&mut conn).await?.get(&id).copied(),
            second_factor: factor.is_some_and(|factor| factor.confirmed_at.is_some()),
            agent,
        })
    }

    /// Where somebody is signed in: for administrators.
    pub async fn sessions_of(&self, actor: &Actor, id: AgentId) -> Result<Vec<Session>> {
        admins_only(actor)?;
        let now = self.now();
        let mut conn = self.store.read().await?;
        let mut all = sessions::of_agent(&mut conn, id).await?;
        all.retain(|session| session.expires_at > now);
        Ok(all)
    }

    /// Signs somebody's browsers out, or the one named; how many there were: for administrators.
    pub async fn end_sessions_of(
        &self,
        actor: &Actor,
        id: AgentId,
        only: Option<SessionId>,
    ) -> Result<u64> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let agent = agents::find(&mut tx, id).await?;
        let agent = agent.ok_or(Refusal::NotFound(Thing::Agent))?;
        let ended = match only {
            None => sessions::delete_all_of(&mut tx, id, None).await?,
            Some(one) => {
                let own = sessions::of_agent(&mut tx, id).await?;
                if !own.iter().any(|session| session.id == one) {
                    return Err(Refusal::NotFound(Thing::Session));
                }
                u64::from(sessions::delete(&mut tx, one).await?)
            }
        };
        let subject = Subject::new(Kind::Agent, id, &agent.name);
        let fields = Fields::none().is("sessions", ended);
        record(&mut tx, actor, Deed::SignedOut, subject, fields, self.now()).await?;
        tx.commit().await?;
        Ok(ended)
    }
}
