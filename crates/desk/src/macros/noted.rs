//! Changes of everybody's macros, as the audit log keeps them; one's own are nobody's business.

use domain::{Actor, At, Macro};
use store::Tx;

use crate::Result;
use crate::audit::{Deed, Fields, Kind, Subject, record};

/// Another name, text or act, everybody's or no longer.
pub(super) async fn changed(tx: &mut Tx, by: &Actor, before: &Macro, after: &Macro) -> Result<()> {
    if before.owner.is_some() && after.owner.is_some() {
        return Ok(());
    }
    let fields = Fields::none()
        .changed("name", &before.name, &after.name)
        .changed("shared", yes(before), yes(after))
        .changed("text", &before.text, &after.text)
        .touched("acts", before.acts != after.acts);
    let subject = Subject::new(Kind::Macro, after.id, &after.name);
    record(tx, by, Deed::Changed, subject, fields, after.updated_at).await
}

/// A deed that needs no more words.
pub(super) async fn plainly(
    tx: &mut Tx,
    by: &Actor,
    deed: Deed,
    one: &Macro,
    now: At,
) -> Result<()> {
    if one.owner.is_some() {
        return Ok(());
    }
    let subject = Subject::new(Kind::Macro, one.id, &one.name);
    record(tx, by, deed, subject, Fields::none(), now).await
}

fn yes(one: &Macro) -> &'static str {
    if one.owner.is_none() { "yes" } else { "no" }
}
