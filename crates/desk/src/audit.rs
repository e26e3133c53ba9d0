//! The audit log: every change of a setting is written down in the transaction that makes it, without secrets.

mod deed;
mod fields;
mod seen;
#[cfg(test)]
mod tests;

use domain::{Actor, At, AuditId};
use store::Tx;
use store::audit::{self as kept, Record};

use crate::Result;

pub use deed::{Deed, Kind};
pub use fields::Fields;
pub use seen::AuditWanted;
pub use store::audit::{AuditFilter, Field};

/// What a setting belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    kind: Kind,
    id: String,
    name: String,
}

impl Subject {
    /// A thing with an id and a name.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "values are given as they stand, and are small"
    )]
    pub fn new(kind: Kind, id: impl ToString, name: &str) -> Self {
        Self {
            kind,
            id: id.to_string(),
            name: name.to_owned(),
        }
    }

    /// The desk as a whole.
    #[must_use]
    pub fn desk(kind: Kind) -> Self {
        Self {
            kind,
            id: String::new(),
            name: String::new(),
        }
    }
}

/// Writes down who did what. A change that changes nothing leaves no record.
pub async fn record(
    tx: &mut Tx,
    actor: &Actor,
    deed: Deed,
    subject: Subject,
    fields: Fields,
    now: At,
) -> Result<()> {
    let fields = fields.done();
    if deed == Deed::Changed && fields.is_empty() {
        return Ok(());
    }
    let record = Record {
        id: AuditId::at(now),
        at: now,
        actor_id: Some(actor.agent),
        actor_name: actor.name.clone(),
        address: actor.address.clone(),
        deed: deed.as_str().to_owned(),
        subject_kind: subject.kind.as_str().to_owned(),
        subject_id: subject.id,
        subject_name: subject.name,
        fields,
    };
    Ok(kept::insert(tx, &record).await?)
}
