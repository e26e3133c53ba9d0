//! Changes of shared views, as the audit log keeps them; one's own are nobody's business.

use domain::{Actor, At, View};
use store::Tx;

use crate::Result;
use crate::audit::{Deed, Fields, Kind, Subject, record};

/// A new view.
pub(super) async fn made(tx: &mut Tx, by: &Actor, view: &View, now: At) -> Result<()> {
    plainly(tx, by, Deed::Created, view, now).await
}

/// Another name, other conditions, shared or no longer.
pub(super) async fn changed(tx: &mut Tx, by: &Actor, before: &View, after: &View) -> Result<()> {
    if !(before.shared || after.shared) {
        return Ok(());
    }
    let fields = Fields::none()
        .changed("name", &before.name, &after.name)
        .changed("shared", yes(before.shared), yes(after.shared))
        .touched("narrowing", before.narrowing != after.narrowing)
        .changed("order", before.order.as_str(), after.order.as_str());
    record(
        tx,
        by,
        Deed::Changed,
        subject(after),
        fields,
        after.updated_at,
    )
    .await
}

/// A deed that needs no more words.
pub(super) async fn plainly(
    tx: &mut Tx,
    by: &Actor,
    deed: Deed,
    view: &View,
    now: At,
) -> Result<()> {
    if !view.shared {
        return Ok(());
    }
    record(tx, by, deed, subject(view), Fields::none(), now).await
}

fn yes(shared: bool) -> &'static str {
    if shared { "yes" } else { "no" }
}

fn subject(view: &View) -> Subject {
    Subject::new(Kind::View, view.id, &view.name)
}
