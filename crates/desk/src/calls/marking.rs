//! What a new ticket gets besides being there: outside working hours by the policy, and as a test of the channel.

use domain::call::Direction;
use domain::text::Subject;
use domain::{Call, Status, Ticket};
use locale::Words;
use store::Tx;

use super::tell::Story;
use crate::{Result, tickets};

impl Story<'_> {
    /// Marks a ticket that this call opens.
    pub(super) async fn mark(&self, tx: &mut Tx, call: &Call, ticket: &mut Ticket) -> Result<()> {
        if call.is_test() {
            // Work on it is over before it begins: it stands in no list of work and is counted nowhere.
            ticket.status = Status::Closed;
            let words = locale::words(self.desk.options.language);
            ticket.tags = vec![words.msg_test_tag()];
            return Ok(());
        }
        let mark = &self.channel.policy.outside_hours;
        if mark.is_empty() || self.is_worked(call) {
            return Ok(());
        }
        ticket.priority = mark.priority.unwrap_or(ticket.priority);
        ticket.tags.extend(mark.tag.clone());
        if let Some(group) = mark.group_id {
            // It may have been taken away since the policy was set.
            let there = store::groups::find(tx, group).await?;
            ticket.group_id = there.map(|group| group.id);
        }
        Ok(())
    }

    fn is_worked(&self, call: &Call) -> bool {
        let hours = &self.channel.working_hours;
        hours.covers(call.facts.started_at, &self.channel.zone())
    }
}

/// What a test's ticket is about.
pub(super) fn test_subject(words: &Words, direction: Direction) -> Subject {
    let text = match direction {
        Direction::In => words.msg_subject_test_in(),
        Direction::Out => words.msg_subject_test_out(),
    };
    Subject::parse(&text).unwrap_or_else(|_| tickets::untitled())
}
