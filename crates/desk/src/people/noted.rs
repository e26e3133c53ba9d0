//! A change of somebody's profile, as the audit log keeps it.

use domain::{Actor, Agent, GroupId};
use store::{Tx, groups};

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::{Desk, Result};

impl Desk {
    /// Writes down what is different; who leaves and who comes back is a deed of its own.
    pub(super) async fn note_change(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        before: &Agent,
        after: &Agent,
    ) -> Result<()> {
        let deed = match (before.active, after.active) {
            (true, false) => Deed::Deactivated,
            (false, true) => Deed::Reactivated,
            (true, true) | (false, false) => Deed::Changed,
        };
        let fields = differences(tx, before, after).await?;
        let subject = Subject::new(Kind::Agent, after.id, &after.name);
        record(tx, actor, deed, subject, fields, self.now()).await
    }

    /// Writes down that somebody was invited or hired.
    pub(super) async fn note_new(&self, tx: &mut Tx, actor: &Actor, agent: &Agent) -> Result<()> {
        let fields = Fields::none()
            .is("email", &agent.email)
            .is("role", agent.role);
        let subject = Subject::new(Kind::Agent, agent.id, &agent.name);
        record(tx, actor, Deed::Created, subject, fields, self.now()).await
    }
}

async fn differences(tx: &mut Tx, before: &Agent, after: &Agent) -> Result<Fields> {
    let groups = groups::list(tx).await?;
    let named = |ids: &[GroupId]| {
        let own = groups.iter().filter(|group| ids.contains(&group.id));
        own.map(|group| group.name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (was, is) = (&before.telephony, &after.telephony);
    let text = |value: Option<&dyn std::fmt::Display>| value.map(ToString::to_string);
    Ok(Fields::none()
        .changed("name", &before.name, &after.name)
        .changed("email", &before.email, &after.email)
        .changed("role", before.role, after.role)
        .changed("language", before.language, after.language)
        .changed("groups", named(&before.groups), named(&after.groups))
        .maybe(
            "telephony.provider",
            was.provider.map(|one| one.to_string()),
            is.provider.map(|one| one.to_string()),
        )
        .maybe(
            "telephony.operator_id",
            text(was.operator_id.as_ref().map(|id| id as _)),
            text(is.operator_id.as_ref().map(|id| id as _)),
        )
        .maybe(
            "telephony.virtual_number",
            text(was.virtual_number.as_ref().map(|number| number as _)),
            text(is.virtual_number.as_ref().map(|number| number as _)),
        ))
}
