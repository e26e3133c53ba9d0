//! A second factor is set up, its recovery codes are made anew, it is taken away.

use domain::{Actor, Agent, AgentId};
use store::{Tx, agents, second_factors as kept};

use super::{code, recovery, required};
use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::rights::admins_only;
use crate::{Denied, Desk, Refusal, Result, Thing, Why};

/// What somebody needs to set up their authenticator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// What is typed where no picture can be taken.
    pub secret: String,
    /// What the picture says.
    pub address: String,
}

impl Desk {
    /// A new secret for the asker's authenticator; it counts once its first code was typed. Asked for again before that,
    /// it is the same.
    pub async fn enrolment(&self, actor: &Actor) -> Result<Enrolment> {
        let mut tx = self.store.begin().await?;
        let agent = agents::find(&mut tx, actor.agent).await?;
        let agent = agent.ok_or(Refusal::NotFound(Thing::Agent))?;
        let enrolment = self.enrol(&mut tx, &agent).await?;
        tx.commit().await?;
        Ok(enrolment)
    }

    /// Makes the asker's second factor count, by its first code; gives the recovery codes, shown this once.
    pub async fn confirm_second_factor(&self, actor: &Actor, typed: &str) -> Result<Vec<String>> {
        self.try_code(actor.agent)?;
        let mut tx = self.store.begin().await?;
        let codes = self.confirm(&mut tx, actor, typed).await?;
        tx.commit().await?;
        self.code_was_right(actor.agent);
        Ok(codes)
    }

    /// New recovery codes in the place of all others; the present password is asked for.
    pub async fn new_recovery_codes(&self, actor: &Actor, password: &str) -> Result<Vec<String>> {
        self.check_own_password(actor, password).await?;
        let mut tx = self.store.begin().await?;
        let factor = kept::find(&mut tx, actor.agent).await?;
        if factor.is_none_or(|factor| factor.confirmed_at.is_none()) {
            return Err(Refusal::NotFound(Thing::SecondFactor));
        }
        let codes = make_codes(&mut tx, actor.agent).await?;
        let deed = Deed::RecoveryCodesMade;
        record(&mut tx, actor, deed, own(actor), Fields::none(), self.now()).await?;
        tx.commit().await?;
        Ok(codes)
    }

    /// Takes the asker's second factor away; the present password is asked for, and their role must not want one.
    pub async fn remove_second_factor(&self, actor: &Actor, password: &str) -> Result<()> {
        self.check_own_password(actor, password).await?;
        let mut tx = self.store.begin().await?;
        if required::roles(&mut tx).await?.contains(&actor.role) {
            return Err(Refusal::NotAllowed(Denied::FactorRequired));
        }
        kept::delete(&mut tx, actor.agent).await?;
        let deed = Deed::SecondFactorRemoved;
        record(&mut tx, actor, deed, own(actor), Fields::none(), self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Takes somebody's second factor away, who has lost it: for administrators, who know whom they do this for.
    pub async fn reset_second_factor(&self, actor: &Actor, id: AgentId) -> Result<()> {
        admins_only(actor)?;
        if id == actor.agent {
            return Err(Refusal::NotAllowed(Denied::Yourself));
        }
        let mut tx = self.store.begin().await?;
        let agent = agents::find(&mut tx, id).await?;
        let agent = agent.ok_or(Refusal::NotFound(Thing::Agent))?;
        if !kept::delete(&mut tx, id).await? {
            return Err(Refusal::NotFound(Thing::SecondFactor));
        }
        let subject = Subject::new(Kind::Agent, id, &agent.name);
        let deed = Deed::SecondFactorRemoved;
        record(&mut tx, actor, deed, subject, Fields::none(), self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// The secret that is being set up, or a new one.
    pub(super) async fn enrol(&self, tx: &mut Tx, agent: &Agent) -> Result<Enrolment> {
        let known = kept::find(tx, agent.id).await?;
        let secret = match known {
            Some(factor) if factor.confirmed_at.is_some() => {
                return Err(Refusal::NotAllowed(Denied::FactorThere));
            }
            Some(factor) => self.sealer.open(&sealed_as(agent.id), &factor.sealed)?,
            None => {
                let secret = code::new_secret();
                let sealed = self.sealer.seal(&sealed_as(agent.id), &secret)?;
                kept::begin(tx, agent.id, &sealed, self.now()).await?;
                secret
            }
        };
        let address = code::address(&secret, agent.email.as_str())?;
        Ok(Enrolment { secret, address })
    }

    /// Makes the secret count that was set up.
    pub(super) async fn confirm(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        typed: &str,
    ) -> Result<Vec<String>> {
        let factor = kept::find(tx, actor.agent).await?;
        let factor = factor.filter(|factor| factor.confirmed_at.is_none());
        let factor = factor.ok_or(Refusal::NotFound(Thing::SecondFactor))?;
        let secret = self.sealer.open(&sealed_as(actor.agent), &factor.sealed)?;
        let wrong = || Refusal::field("code", Why::WrongCode);
        let step = code::step(&secret, typed, self.now())?.ok_or_else(wrong)?;
        if !kept::use_step(tx, actor.agent, step).await? {
            return Err(wrong());
        }
        kept::confirm(tx, actor.agent, self.now()).await?;
        let codes = make_codes(tx, actor.agent).await?;
        let deed = Deed::SecondFactorSet;
        record(tx, actor, deed, own(actor), Fields::none(), self.now()).await?;
        Ok(codes)
    }
}

async fn make_codes(tx: &mut Tx, agent: AgentId) -> Result<Vec<String>> {
    let codes = recovery::new_codes();
    let hashes: Vec<[u8; 32]> = codes
        .iter()
        .filter_map(|code| recovery::read(code))
        .collect();
    kept::set_codes(tx, agent, &hashes).await?;
    Ok(codes)
}

fn own(actor: &Actor) -> Subject {
    Subject::new(Kind::Agent, actor.agent, &actor.name)
}

/// The name that somebody's secret is sealed under.
pub(super) fn sealed_as(agent: AgentId) -> String {
    format!("second_factor:{agent}")
}
