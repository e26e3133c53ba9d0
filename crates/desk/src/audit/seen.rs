//! The audit log as administrators read it.

use domain::Actor;
use store::audit::{self as kept, AuditFilter, Record};
use store::{Page, Slice};

use super::Kind;
use crate::fault::{Faults, Why};
use crate::rights::admins_only;
use crate::{Desk, Result};

/// Which changes are wanted, as typed.
#[derive(Debug, Clone, Default)]
pub struct AuditWanted {
    /// An agent's id.
    pub actor_id: Option<String>,
    /// A kind of things, by name.
    pub kind: Option<String>,
    /// A thing's id.
    pub subject_id: Option<String>,
    /// At this moment or later.
    pub from: Option<domain::At>,
    /// Before this moment.
    pub to: Option<domain::At>,
}

impl Desk {
    /// Who changed what, the latest first: for administrators.
    pub async fn audit(
        &self,
        actor: &Actor,
        wanted: &AuditWanted,
        slice: Slice,
    ) -> Result<Page<Record>> {
        admins_only(actor)?;
        let filter = wanted.read()?;
        let mut conn = self.store.read().await?;
        Ok(kept::list(&mut conn, &filter, slice).await?)
    }
}

impl AuditWanted {
    fn read(&self) -> Result<AuditFilter> {
        let mut faults = Faults::none();
        let who = self.actor_id.as_deref().and_then(|typed| {
            let id = typed.parse().map_err(|_| Why::Unknown);
            faults.take("actor_id", id)
        });
        let kind = self.kind.as_deref().and_then(|typed| {
            let kind: std::result::Result<Kind, _> = typed.parse();
            let known = || Why::NotOneOf(Kind::ALL.iter().map(|kind| kind.as_str()).collect());
            faults.take("kind", kind.map_err(|_| known()))
        });
        faults.check()?;
        Ok(AuditFilter {
            actor: who,
            kind: kind.map(|kind| kind.as_str().to_owned()),
            subject: self.subject_id.clone(),
            from: self.from,
            to: self.to,
        })
    }
}
