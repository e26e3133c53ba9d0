//! An administrator invites somebody to work in the desk.

use domain::{Actor, Agent, AgentId, Role, Telephony};
use jiff::SignedDuration;
use store::{Conn, Tx, agents, groups};

use super::TelephonyForm;
use super::form::{read_email, read_language, read_name, read_role};
use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::fault::{Faults, read_ids};
use crate::rights::admins_only;
use crate::secrets::{self, hash, new_token};
use crate::{Desk, Refusal, Result, Thing, Why};

/// How long an invitation is good: over a weekend and a holiday.
const INVITATION_LASTS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Somebody who is to work in the desk, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewAgent {
    /// What they will sign in with.
    pub email: String,
    /// As colleagues call them.
    pub name: String,
    /// What they may do: `admin`, `supervisor`, `agent` (when absent) or `internal`.
    pub role: Option<String>,
    /// The language they read; the desk's own when absent.
    pub language: Option<String>,
    /// Who they are for the PBX.
    pub telephony: TelephonyForm,
    /// Ids of the groups they are in.
    pub groups: Vec<String>,
}

impl Desk {
    /// Writes a new agent, who has no password yet; gives the address where they set it, shown this once.
    pub async fn invite_agent(&self, actor: &Actor, new: &NewAgent) -> Result<(Agent, String)> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let agent = self.read_agent(&mut tx, new, Faults::none(), true).await?;
        insert(&mut tx, &agent, None).await?;
        self.note_new(&mut tx, actor, &agent).await?;
        let link = self.new_invitation(&mut tx, agent.id).await?;
        tx.commit().await?;
        Ok((agent, link))
    }

    /// Gives the address once more where somebody who works here sets their password; the one before stops working.
    pub async fn invite_again(&self, actor: &Actor, id: AgentId) -> Result<String> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let agent = agents::find(&mut tx, id).await?;
        let agent = agent.filter(|agent| agent.active);
        let agent = agent.ok_or(Refusal::NotFound(Thing::Agent))?;
        let link = self.new_invitation(&mut tx, id).await?;
        let subject = Subject::new(Kind::Agent, id, &agent.name);
        record(
            &mut tx,
            actor,
            Deed::Invited,
            subject,
            Fields::none(),
            self.now(),
        )
        .await?;
        tx.commit().await?;
        Ok(link)
    }

    async fn new_invitation(&self, tx: &mut Tx, id: AgentId) -> Result<String> {
        let secret = new_token(secrets::Kind::Invitation);
        let until = self.now() + INVITATION_LASTS;
        agents::set_invitation(tx, id, &hash(&secret), until).await?;
        Ok(format!("{}/invitations/{secret}", self.options.public_url))
    }

    /// Reads what was typed about somebody new; all faults are told together with those noted before.
    pub(super) async fn read_agent(
        &self,
        conn: &mut Conn,
        new: &NewAgent,
        mut faults: Faults,
        invited: bool,
    ) -> Result<Agent> {
        let email = read_email(&mut faults, &new.email);
        if let Some(email) = &email
            && agents::by_email(conn, email).await?.is_some()
        {
            faults.add("email", Why::Taken);
        }
        let name = read_name(&mut faults, &new.name);
        let role = new.role.as_deref();
        let role = role.map_or(Some(Role::Agent), |typed| read_role(&mut faults, typed));
        let language = match new.language.as_deref() {
            Some(typed) => read_language(&mut faults, typed),
            None => Some(self.options.language),
        };
        let none = Telephony::default();
        let telephony = new.telephony.read(&mut faults, &none, self.options.country);
        let known = groups::list(conn)
            .await?
            .iter()
            .map(|g| g.id)
            .collect::<Vec<_>>();
        let groups = read_ids(&mut faults, "groups", &new.groups, &known);
        faults.check()?;
        let unread = Refusal::Inside("what was typed about an agent was not read");
        let (Some(email), Some(name), Some(role), Some(language)) = (email, name, role, language)
        else {
            return Err(unread);
        };
        let now = self.now();
        Ok(Agent {
            id: AgentId::at(now),
            email,
            name,
            role,
            telephony,
            groups,
            active: true,
            invited,
            language,
            created_at: now,
        })
    }
}

/// Writes a new agent; an e-mail that somebody took this very moment is a fault of its field.
pub(super) async fn insert(tx: &mut Tx, agent: &Agent, password_hash: Option<&str>) -> Result<()> {
    match agents::insert(tx, agent, password_hash).await {
        Err(store::Error::Taken { .. }) => Err(Refusal::field("email", Why::Taken)),
        written => Ok(written?),
    }
}
