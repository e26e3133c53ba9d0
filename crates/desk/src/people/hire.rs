//! Agents with a password from the beginning: the very first one, and those made by whoever runs the server.

use domain::Agent;
use store::Tx;

use super::NewAgent;
use super::invite::insert;
use crate::fault::Faults;
use crate::sign_in::read_password;
use crate::{Desk, Result};

impl Desk {
    /// Makes an agent with a password. For the command line: whoever runs it holds the server.
    pub async fn hire(&self, new: &NewAgent, password: &str) -> Result<Agent> {
        let (agent, hash) = self.read_hire(new, password).await?;
        write(self.store.begin().await?, agent, &hash).await
    }

    /// Reads what was typed about somebody who gets a password at once, and hashes that.
    pub(crate) async fn read_hire(
        &self,
        new: &NewAgent,
        password: &str,
    ) -> Result<(Agent, String)> {
        let mut faults = Faults::none();
        read_password(&mut faults, "password", password, &[&new.name, &new.email]);
        let mut conn = self.store.read().await?;
        let agent = self.read_agent(&mut conn, new, faults, false).await?;
        drop(conn);
        Ok((agent, self.hash(password).await?))
    }
}

/// Writes them, and makes it durable.
pub(crate) async fn write(mut tx: Tx, agent: Agent, hash: &str) -> Result<Agent> {
    insert(&mut tx, &agent, Some(hash)).await?;
    tx.commit().await?;
    Ok(agent)
}
