//! The first start: the first administrator is made while there is nobody.

#[cfg(test)]
mod tests;

use domain::{Agent, Language, Role};
use store::agents;

use crate::people::{NewAgent, TelephonyForm, write};
use crate::{Denied, Desk, Refusal, Result};

/// Held while the first agent is made, so that there are not two first ones.
const SETTING_UP: i64 = 0x7365_7475;

/// The first administrator, as typed.
#[derive(Debug, Clone)]
pub struct SetUp {
    /// Their name.
    pub name: String,
    /// What they will sign in with.
    pub email: String,
    /// Their password.
    pub password: String,
    /// The language they read.
    pub language: Language,
}

impl Desk {
    /// Whether there is nobody yet.
    pub async fn needs_setup(&self) -> Result<bool> {
        let mut conn = self.store.read().await?;
        Ok(agents::count(&mut conn).await? == 0)
    }

    /// Makes the first administrator, while there is nobody.
    pub async fn set_up(&self, first: &SetUp) -> Result<Agent> {
        let done = || Refusal::NotAllowed(Denied::SetUpAlready);
        if !self.needs_setup().await? {
            return Err(done());
        }
        let new = NewAgent {
            email: first.email.clone(),
            name: first.name.clone(),
            role: Some(Role::Admin.to_string()),
            language: Some(first.language.tag().to_owned()),
            telephony: TelephonyForm::default(),
            groups: Vec::new(),
        };
        let (agent, hash) = self.read_hire(&new, &first.password).await?;
        let mut tx = self.store.begin().await?;
        tx.hold(SETTING_UP).await?;
        if agents::count(&mut tx).await? > 0 {
            return Err(done());
        }
        write(tx, agent, &hash).await
    }
}
