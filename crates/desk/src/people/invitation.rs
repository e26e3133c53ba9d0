//! Whoever was invited sets a password.

use domain::Agent;
use store::{Conn, agents, sessions};

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::fault::Faults;
use crate::secrets::hash;
use crate::sign_in::{actor_of, read_password};
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// Whom the invitation with this secret is for, while it lasts.
    pub async fn invitation(&self, secret: &str) -> Result<Agent> {
        let mut conn = self.store.read().await?;
        self.invited(&mut conn, secret).await
    }

    /// Sets the password of whom the invitation is for, which ends it; browsers signed in with an older password are out.
    pub async fn accept_invitation(&self, secret: &str, password: &str) -> Result<Agent> {
        let agent = self.invitation(secret).await?;
        let mut faults = Faults::none();
        let names = [agent.name.as_str(), agent.email.as_str()];
        read_password(&mut faults, "password", password, &names);
        faults.check()?;
        let password = self.hash(password).await?;
        let mut tx = self.store.begin().await?;
        let mut agent = self.invited(&mut tx, secret).await?;
        agents::set_password(&mut tx, agent.id, &password, self.now()).await?;
        sessions::delete_all_of(&mut tx, agent.id, None).await?;
        let own = actor_of(&mut tx, &agent).await?;
        let subject = Subject::new(Kind::Agent, agent.id, &agent.name);
        let deed = Deed::PasswordSet;
        record(&mut tx, &own, deed, subject, Fields::none(), self.now()).await?;
        tx.commit().await?;
        agent.invited = false;
        Ok(agent)
    }

    async fn invited(&self, conn: &mut Conn, secret: &str) -> Result<Agent> {
        let unknown = || Refusal::NotFound(Thing::Invitation);
        let id = agents::by_invitation(conn, &hash(secret), self.now()).await?;
        let agent = agents::find(conn, id.ok_or_else(unknown)?).await?;
        agent.ok_or_else(unknown)
    }
}
