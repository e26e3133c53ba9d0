//! Recordings that must stay whatever the rules say, and who has listened: for supervisors.

use domain::text::one_line;
use domain::{Actor, Call, CallId};
use store::Conn;
use store::recordings::{self, Hold, Listen, Subject};

use crate::audit::{self, Fields, Kind, record};
use crate::calls::{NamedAgent, named_agents, reachable};
use crate::rights::supervisors_only;
use crate::{Desk, Refusal, Result, Why};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 200;
/// So many of the latest are shown.
const MOST_LISTENS: i64 = 50;

/// Why recordings must stay, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedHold {
    /// Whether it is for all calls of the ticket.
    pub whole_ticket: bool,
    /// Why.
    pub hold: Hold,
    /// Who said so.
    pub agent: String,
}

/// Somebody did something with a recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedListen {
    /// Who.
    pub agent: NamedAgent,
    /// What, and when the last time.
    pub listen: Listen,
}

impl Desk {
    /// Has the recordings of a call, or of all calls of its ticket, stay until somebody lets them go.
    pub async fn hold_recordings(
        &self,
        actor: &Actor,
        id: CallId,
        whole_ticket: bool,
        reason: &str,
    ) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let call = reachable(&mut tx, actor, id).await?;
        supervisors_only(actor)?;
        let reason = one_line(reason, LONGEST_REASON);
        let reason = reason.map_err(|fault| Refusal::field("reason", fault.into()))?;
        let subject = subject(&call, whole_ticket)?;
        let hold = Hold {
            agent: actor.agent,
            reason: reason.clone(),
            at: now,
        };
        recordings::hold(&mut tx, subject, &hold).await?;
        recordings::announce(&mut tx, &call);
        let about = audit::Subject::new(Kind::Recordings, id, "");
        let fields = Fields::none()
            .is("held", true)
            .is("whole_ticket", whole_ticket)
            .is("reason", reason);
        record(&mut tx, actor, audit::Deed::Changed, about, fields, now).await?;
        Ok(tx.commit().await?)
    }

    /// Lets the channel's rules decide again about a call's recordings, and those of its ticket.
    pub async fn release_recordings(&self, actor: &Actor, id: CallId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let call = reachable(&mut tx, actor, id).await?;
        supervisors_only(actor)?;
        let mut released = false;
        for subject in subjects(&call) {
            released |= recordings::release(&mut tx, subject).await?;
        }
        if released {
            recordings::announce(&mut tx, &call);
            let about = audit::Subject::new(Kind::Recordings, id, "");
            let fields = Fields::none().changed("held", true, false);
            record(
                &mut tx,
                actor,
                audit::Deed::Changed,
                about,
                fields,
                self.now(),
            )
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Why a call's recordings must stay, if they must; for supervisors.
    pub async fn recordings_hold(&self, actor: &Actor, id: CallId) -> Result<Option<NamedHold>> {
        let mut conn = self.store.read().await?;
        let call = reachable(&mut conn, actor, id).await?;
        supervisors_only(actor)?;
        for subject in subjects(&call) {
            if let Some(hold) = recordings::hold_of(&mut conn, subject).await? {
                return Ok(Some(named(&mut conn, subject, hold).await?));
            }
        }
        Ok(None)
    }

    /// Who listened to a call's recordings or took one away, the latest first; for supervisors.
    pub async fn listeners(&self, actor: &Actor, id: CallId) -> Result<Vec<NamedListen>> {
        let mut conn = self.store.read().await?;
        reachable(&mut conn, actor, id).await?;
        supervisors_only(actor)?;
        let listens = recordings::listens_of(&mut conn, id, MOST_LISTENS).await?;
        let agents = named_agents(&mut conn).await?;
        let named = |listen: Listen| {
            let agent = agents.get(&listen.agent)?.clone();
            Some(NamedListen { agent, listen })
        };
        Ok(listens.into_iter().filter_map(named).collect())
    }
}

/// What holds a call's recordings.
fn subjects(call: &Call) -> impl Iterator<Item = Subject> {
    let ticket = call.ticket_id.map(Subject::Ticket);
    std::iter::once(Subject::Call(call.id)).chain(ticket)
}

fn subject(call: &Call, whole_ticket: bool) -> Result<Subject> {
    match (whole_ticket, call.ticket_id) {
        (false, _) => Ok(Subject::Call(call.id)),
        (true, Some(ticket)) => Ok(Subject::Ticket(ticket)),
        (true, None) => Err(Refusal::field("whole_ticket", Why::Unknown)),
    }
}

async fn named(conn: &mut Conn, subject: Subject, hold: Hold) -> Result<NamedHold> {
    let agents = named_agents(conn).await?;
    let agent = agents.get(&hold.agent).map(|agent| agent.name.clone());
    Ok(NamedHold {
        whole_ticket: matches!(subject, Subject::Ticket(_)),
        agent: agent.unwrap_or_default(),
        hold,
    })
}
