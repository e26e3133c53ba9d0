//! Passwords: checked one by one behind the gate, and changed by their owners.

use domain::{Actor, SessionId};
use store::{agents, sessions};

use super::gate::Who;
use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::fault::Faults;
use crate::secrets::{SHORTEST_PASSWORD, hash_password, is_easily_guessed, password_matches};
use crate::{Desk, Refusal, Result, Thing, Why};

/// The longest password, in characters: more is no password but a load on the machine.
const LONGEST_PASSWORD: usize = 200;

impl Desk {
    /// Changes the asker's own password. Their other browsers are signed out; `here` is the one they ask from.
    pub async fn change_password(
        &self,
        actor: &Actor,
        here: Option<SessionId>,
        old: &str,
        new: &str,
    ) -> Result<()> {
        let mut faults = Faults::none();
        read_password(&mut faults, "new_password", new, &[&actor.name]);
        if !self.is_own_password(actor, old).await? {
            faults.add("old_password", Why::WrongPassword);
        }
        faults.check()?;
        let hash = self.hash(new).await?;
        let mut tx = self.store.begin().await?;
        agents::set_password(&mut tx, actor.agent, &hash, self.now()).await?;
        sessions::delete_all_of(&mut tx, actor.agent, here).await?;
        let subject = Subject::new(Kind::Agent, actor.agent, &actor.name);
        let deed = Deed::PasswordSet;
        record(&mut tx, actor, deed, subject, Fields::none(), self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Goes on only for whoever knows the asker's password: a browser left open is not enough.
    pub(crate) async fn check_own_password(&self, actor: &Actor, typed: &str) -> Result<()> {
        match self.is_own_password(actor, typed).await? {
            true => Ok(()),
            false => Err(Refusal::field("password", Why::WrongPassword)),
        }
    }

    async fn is_own_password(&self, actor: &Actor, typed: &str) -> Result<bool> {
        let known = self.password_of(actor).await?;
        let tries = [Who::Agent(actor.agent)];
        self.gate.knock(&tries, self.now())?;
        let right = self.is_password(typed, known).await?;
        if right {
            self.gate.opened(&tries);
        }
        Ok(right)
    }

    async fn password_of(&self, actor: &Actor) -> Result<Option<String>> {
        let mut conn = self.store.read().await?;
        let agent = agents::find(&mut conn, actor.agent).await?;
        let agent = agent.ok_or(Refusal::NotFound(Thing::Agent))?;
        let known = agents::by_email(&mut conn, &agent.email).await?;
        Ok(known.and_then(|known| known.password_hash))
    }

    /// Whether the password belongs to the hash; without one it takes the same time.
    pub(super) async fn is_password(&self, password: &str, hash: Option<String>) -> Result<bool> {
        let _turn = self.gate.turn().await?;
        if password.chars().count() > LONGEST_PASSWORD {
            return Ok(false);
        }
        password_matches(password.to_owned(), hash).await
    }

    /// Hashes a password that was read.
    pub(crate) async fn hash(&self, password: &str) -> Result<String> {
        let _turn = self.gate.turn().await?;
        hash_password(password.to_owned()).await
    }
}

/// Notes what keeps a text from being the new password of somebody with these names.
pub(crate) fn read_password(faults: &mut Faults, field: &str, password: &str, names: &[&str]) {
    let length = password.chars().count();
    if password.trim().is_empty() {
        faults.add(field, Why::Required);
    } else if length < SHORTEST_PASSWORD {
        faults.add(field, Why::TooShort(SHORTEST_PASSWORD));
    } else if length > LONGEST_PASSWORD {
        faults.add(field, Why::TooLong(LONGEST_PASSWORD));
    } else if is_easily_guessed(password, names) {
        faults.add(field, Why::EasilyGuessed);
    }
}
