//! A profile is changed: by its owner, or by an administrator.

use domain::{Actor, Agent, AgentId, Role};
use store::{Tx, agents, groups, sessions};

use super::form::{read_email, read_language, read_name, read_role};
use super::{Handover, TelephonyForm};
use crate::fault::{Faults, read_ids};
use crate::rights::admins_only;
use crate::{Denied, Desk, Refusal, Result, Thing, Why};

/// Held while an administrator may be going, so that the last two do not go together.
const ADMINS: i64 = 0x6164_6d69;

/// What is to be different, as typed; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct AgentChange {
    /// Name.
    pub name: Option<String>,
    /// Language they read.
    pub language: Option<String>,
    /// Block «Телефония».
    pub telephony: TelephonyForm,
    /// What they sign in with: administrators.
    pub email: Option<String>,
    /// What they may do: administrators, never their own.
    pub role: Option<String>,
    /// Whether they work here: administrators, never their own.
    pub active: Option<bool>,
    /// Ids of the groups they are in: administrators.
    pub groups: Option<Vec<String>>,
    /// What becomes of their open tickets when they leave; when absent they stay theirs.
    pub open_tickets: Option<Handover>,
}

impl Desk {
    /// Changes a profile: name, language and telephony are their owner's too, the rest is for administrators.
    pub async fn change_agent(
        &self,
        actor: &Actor,
        id: AgentId,
        change: &AgentChange,
    ) -> Result<Agent> {
        if id != actor.agent {
            // Whoever may not even see them is told that there is nobody.
            self.agent(actor, id).await?;
            admins_only(actor)?;
        }
        let mut tx = self.store.begin().await?;
        tx.hold(ADMINS).await?;
        let before = agents::find(&mut tx, id).await?;
        let before = before.ok_or(Refusal::NotFound(Thing::Agent))?;
        let after = self.changed(&mut tx, &before, change).await?;
        may(&mut tx, actor, &before, &after).await?;
        match agents::update(&mut tx, &after, self.now()).await {
            Err(store::Error::Taken { .. }) => return Err(Refusal::field("email", Why::Taken)),
            written => written?,
        }
        if !after.active {
            sessions::delete_all_of(&mut tx, id, None).await?;
        }
        if let (true, false, Some(handover)) = (before.active, after.active, change.open_tickets) {
            self.hand_over(&mut tx, actor, &before, handover).await?;
        }
        let mut must_show_more = before.role != after.role;
        must_show_more = must_show_more && self.lacks_factor(&mut tx, &after).await?;
        if must_show_more {
            sessions::delete_all_of(&mut tx, id, None).await?;
        }
        self.note_change(&mut tx, actor, &before, &after).await?;
        tx.commit().await?;
        Ok(after)
    }

    async fn changed(&self, tx: &mut Tx, before: &Agent, change: &AgentChange) -> Result<Agent> {
        let mut faults = Faults::none();
        let mut after = before.clone();
        if let Some(typed) = &change.name {
            set(&mut after.name, read_name(&mut faults, typed));
        }
        if let Some(typed) = &change.language {
            set(&mut after.language, read_language(&mut faults, typed));
        }
        let country = self.options.country;
        after.telephony = change
            .telephony
            .read(&mut faults, &before.telephony, country);
        if let Some(typed) = &change.email {
            set(&mut after.email, read_email(&mut faults, typed));
            let owner = agents::by_email(tx, &after.email).await?;
            if owner.is_some_and(|owner| owner.agent_id != before.id) {
                faults.add("email", Why::Taken);
            }
        }
        if let Some(typed) = &change.role {
            set(&mut after.role, read_role(&mut faults, typed));
        }
        set(&mut after.active, change.active);
        if let Some(typed) = &change.groups {
            let known: Vec<_> = groups::list(tx).await?.iter().map(|g| g.id).collect();
            after.groups = read_ids(&mut faults, "groups", typed, &known);
        }
        faults.check()?;
        Ok(after)
    }
}

fn set<T>(field: &mut T, read: Option<T>) {
    if let Some(read) = read {
        *field = read;
    }
}

/// Only what really changes needs a right: a form sends back what it was shown.
async fn may(tx: &mut Tx, actor: &Actor, before: &Agent, after: &Agent) -> Result<()> {
    let rank_changes = before.role != after.role || before.active != after.active;
    if rank_changes || before.email != after.email || before.groups != after.groups {
        admins_only(actor)?;
    }
    if is_admin(before) && !is_admin(after) && agents::count_active_admins(tx).await? <= 1 {
        return Err(Refusal::NotAllowed(Denied::LastAdmin));
    }
    if rank_changes && actor.agent == before.id {
        return Err(Refusal::NotAllowed(Denied::Yourself));
    }
    Ok(())
}

fn is_admin(agent: &Agent) -> bool {
    agent.active && agent.role == Role::Admin
}
