//! What a list of tickets is narrowed to, as conditions that an index can follow.

use domain::{AgentId, At, ChannelId, ClientId, GroupId, Order, Priority, Reach, Status};

use crate::args::Arg;
use crate::filter::Filter;
use crate::search::Narrowed;

/// What a list of tickets is narrowed to, and its order.
#[derive(Debug, Clone, Default)]
pub struct TicketFilter {
    /// Any of these; empty: all but deleted, spam and merged.
    pub statuses: Vec<Status>,
    /// This agent's; `Some(None)`: nobody's.
    pub assignee: Option<Option<AgentId>>,
    /// This group's; `Some(None)`: no group's.
    pub group: Option<Option<GroupId>>,
    /// This client's.
    pub client: Option<ClientId>,
    /// This channel's.
    pub channel: Option<ChannelId>,
    /// With all of these labels.
    pub tags: Vec<String>,
    /// Any of these; empty: all.
    pub priorities: Vec<Priority>,
    /// Words it is found under.
    pub text: Option<String>,
    /// Made at or after.
    pub created_from: Option<At>,
    /// Made before.
    pub created_to: Option<At>,
    /// Only those whose client waits to be called back.
    pub waiting: bool,
    /// In which order.
    pub order: Order,
}

/// What nobody has thrown away.
const KEPT: [Status; 6] = [
    Status::New,
    Status::Open,
    Status::Pending,
    Status::OnHold,
    Status::Solved,
    Status::Closed,
];

const NEWEST: &str = "t.updated_at";
/// As the indexes spell it.
const URGENCY: &str = "(CASE t.priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'normal' THEN 1 ELSE 0 END * 10000000000000000 + t.updated_at)";
const WAIT: &str = "(CASE WHEN t.waiting_since IS NULL THEN -10000000000000000 - t.updated_at ELSE -t.waiting_since END)";
/// More than any moment: what parts one priority from the next, and those who wait from those who do not.
const STEP: i64 = 10_000_000_000_000_000;

impl TicketFilter {
    /// The statuses that are meant.
    pub(super) fn statuses(&self) -> Vec<Status> {
        let mut meant = if self.statuses.is_empty() {
            KEPT.to_vec()
        } else {
            self.statuses.clone()
        };
        let mut seen = Vec::new();
        meant.retain(|status| {
            !seen.contains(status) && {
                seen.push(*status);
                true
            }
        });
        meant
    }

    /// Whether so few can match that they are best looked through one by one.
    pub(super) fn is_narrow(&self) -> bool {
        self.client.is_some()
    }

    /// What the list is sorted by, the greatest first. Within one priority, urgency is the order of changes.
    pub(super) fn key(&self) -> &'static str {
        match self.order {
            Order::Newest if self.priorities.len() == 1 => URGENCY,
            Order::Newest => NEWEST,
            Order::Waiting => WAIT,
            Order::Priority => URGENCY,
        }
    }

    /// All conditions but the one on the status. `rare`: the labels that few tickets have;
    /// `words`: what the text comes to.
    pub(super) fn clause(
        &self,
        reach: &Reach,
        rare: &[String],
        words: Option<&Narrowed>,
    ) -> Filter {
        let mut filter = Filter::new();
        match self.assignee {
            Some(Some(agent)) => filter.and("t.assignee_id = ?", vec![agent.into()]),
            Some(None) => filter.and("t.assignee_id IS NULL", Vec::new()),
            None => {}
        }
        match self.group {
            Some(Some(group)) => filter.and("t.group_id = ?", vec![group.into()]),
            Some(None) => filter.and("t.group_id IS NULL", Vec::new()),
            None => {}
        }
        filter.and_some("t.client_id = ?", self.client);
        filter.and_some("t.channel_id = ?", self.channel);
        self.labels(&mut filter, rare);
        self.urgency(&mut filter);
        if self.waiting {
            filter.and("t.waiting_since IS NOT NULL", Vec::new());
            filter.and(&format!("{WAIT} > ?"), vec![Arg::from(-STEP)]);
        }
        filter.and_some("t.created_at >= ?", self.created_from);
        filter.and_some("t.created_at < ?", self.created_to);
        if let Some(words) = words {
            words.apply(&mut filter, "t.id");
        }
        filter.within("t.channel_id", reach);
        filter
    }

    /// A rare label leads to its tickets; a common one is looked for in each.
    fn labels(&self, filter: &mut Filter, rare: &[String]) {
        for tag in &self.tags {
            let condition = if rare.contains(tag) {
                "t.id IN (SELECT g.ticket_id FROM ticket_tags g WHERE g.tag = ?)"
            } else {
                "EXISTS (SELECT 1 FROM ticket_tags g WHERE g.tag = ? AND g.ticket_id = t.id)"
            };
            filter.and(condition, vec![tag.as_str().into()]);
        }
    }

    fn urgency(&self, filter: &mut Filter) {
        if self.priorities.is_empty() {
            return;
        }
        let names = self.priorities.iter().map(|one| Arg::from(one.as_str()));
        filter.and_in("t.priority", names.collect());
        if let [only] = self.priorities.as_slice() {
            let rank = match only {
                Priority::Low => 0,
                Priority::Normal => 1,
                Priority::High => 2,
                Priority::Urgent => 3,
            };
            let bounds = vec![Arg::from(rank * STEP), Arg::from((rank + 1) * STEP)];
            filter.and(&format!("{URGENCY} >= ? AND {URGENCY} < ?"), bounds);
        }
    }
}
