//! The roles that must have a second factor.

use domain::{Actor, Agent, Role};
use store::{Conn, agents, second_factors as kept, sessions, settings};

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::rights::admins_only;
use crate::{Denied, Desk, Refusal, Result};

const SETTING: &str = "second_factor_roles";

impl Desk {
    /// The roles that must have a second factor: for administrators.
    pub async fn second_factor_roles(&self, actor: &Actor) -> Result<Vec<Role>> {
        admins_only(actor)?;
        let mut conn = self.store.read().await?;
        roles(&mut conn).await
    }

    /// Whether somebody's role must have one, and they have none.
    pub(crate) async fn lacks_factor(&self, conn: &mut Conn, agent: &Agent) -> Result<bool> {
        if !roles(conn).await?.contains(&agent.role) {
            return Ok(false);
        }
        Ok(!kept::owners(conn).await?.contains(&agent.id))
    }

    /// Says which roles must have one. Whoever must and has none is signed out, and sets one up on the way back in; an
    /// administrator begins with themselves.
    pub async fn require_second_factor(&self, actor: &Actor, wanted: &[Role]) -> Result<()> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let before = roles(&mut tx).await?;
        let owners = kept::owners(&mut tx).await?;
        if wanted.contains(&actor.role) && !owners.contains(&actor.agent) {
            return Err(Refusal::NotAllowed(Denied::OwnFactorFirst));
        }
        settings::put(&mut tx, SETTING, &names(wanted)).await?;
        for agent in agents::list(&mut tx).await? {
            let must = wanted.contains(&agent.role) && !before.contains(&agent.role);
            if must && !owners.contains(&agent.id) {
                sessions::delete_all_of(&mut tx, agent.id, None).await?;
            }
        }
        let fields = Fields::none().changed(SETTING, names(&before), names(wanted));
        let subject = Subject::desk(Kind::Security);
        record(&mut tx, actor, Deed::Changed, subject, fields, self.now()).await?;
        Ok(tx.commit().await?)
    }
}

/// The roles that must have one.
pub(super) async fn roles(conn: &mut Conn) -> Result<Vec<Role>> {
    let set = settings::find(conn, SETTING).await?.unwrap_or_default();
    Ok(set
        .split(", ")
        .filter_map(|name| name.parse().ok())
        .collect())
}

fn names(roles: &[Role]) -> String {
    let all = Role::ALL.into_iter().filter(|role| roles.contains(role));
    all.map(Role::as_str).collect::<Vec<_>>().join(", ")
}
