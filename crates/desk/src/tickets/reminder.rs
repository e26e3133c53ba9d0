//! A reminder's time has come: whoever works on the ticket is told, and what was put off is open again.

use domain::timeline::Change;
use domain::{AgentId, At, Status, Ticket, TicketId};
use store::{Tx, tickets};

use super::deed;
use crate::jobs::{Work, enqueue_at};
use crate::notices::{self, Notice};
use crate::{Desk, Result};

/// Has somebody be reminded, when the ticket has got another time for it.
pub(super) async fn put_off(
    tx: &mut Tx,
    before: Option<At>,
    ticket: &Ticket,
    by: AgentId,
    now: At,
) -> Result<()> {
    match ticket.reminder_at {
        Some(at) if before != Some(at) => {
            let work = Work::Remind {
                ticket: ticket.id,
                at,
                by,
            };
            enqueue_at(tx, &work, at, now).await
        }
        Some(_) | None => Ok(()),
    }
}

impl Desk {
    /// Reminds of a ticket, unless the time was changed or it went into another meanwhile.
    pub(crate) async fn remind(&self, id: TicketId, at: At, by: AgentId) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let Some(mut ticket) = tickets::hold(&mut tx, id).await? else {
            return Ok(());
        };
        if ticket.reminder_at != Some(at) {
            return Ok(());
        }
        ticket.reminder_at = None;
        ticket.updated_at = now.max(ticket.updated_at);
        let wakes = ticket.status == Status::OnHold;
        if wakes {
            ticket.status = Status::Open;
        }
        deed::save_by_desk(&mut tx, &mut ticket).await?;
        let told = |field: &str, from: String, to: Option<&str>| Change {
            field: field.to_owned(),
            from: Some(from),
            to: to.map(str::to_owned),
        };
        let due = told("reminder_due", at.to_string(), None);
        deed::write_change(&mut tx, id, None, due, now).await?;
        if wakes {
            let [from, to] = [Status::OnHold, Status::Open].map(Status::as_str);
            let woken = told("status", from.to_owned(), Some(to));
            deed::write_change(&mut tx, id, None, woken, now).await?;
        }
        let whom = ticket.assignee_id.unwrap_or(by);
        notices::tell(&mut tx, &[whom], &Notice::ReminderDue { ticket: id }, now).await?;
        tx.commit().await?;
        Ok(())
    }
}
