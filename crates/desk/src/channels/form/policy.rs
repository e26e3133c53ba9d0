//! A ticket policy as typed.

use domain::policy::{Attach, Spammers, Tickets};
use domain::text::one_line;
use domain::{Country, GroupId, PhoneNumber, Priority, TicketPolicy};
use serde::de::DeserializeOwned;

use crate::Why;
use crate::fault::Faults;

/// The longest label, in characters.
const LONGEST_TAG: usize = 50;

/// A ticket policy as typed: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PolicyForm {
    /// Which calls make a ticket: `every_call`, `missed`, `answered`, `never`.
    pub tickets: Option<String>,
    /// Where a call of a client with a ticket goes: `open_ticket`, `always_new`.
    pub attach: Option<String>,
    /// A solved ticket is opened again by a call within so many hours.
    pub reopen_solved_within_hours: Option<i64>,
    /// Only calls by these numbers of ours need a ticket; none: by any.
    pub virtual_numbers: Option<Vec<String>>,
    /// A talk that was shorter needs no ticket.
    pub min_talk_seconds: Option<i64>,
    /// Spammers' calls: `spam_ticket`, `no_ticket`.
    pub spammers: Option<String>,
    /// What a ticket gets whose call began outside working hours.
    pub outside_hours: Option<MarkForm>,
}

/// What a ticket gets, as typed; nothing typed: as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkForm {
    /// How soon, by name.
    pub priority: String,
    /// A label.
    pub tag: String,
    /// A group's id.
    pub group_id: String,
}

/// What numbers and groups are read by.
pub(crate) struct Around<'a> {
    /// Of numbers without a country code.
    pub(crate) country: Country,
    /// Those there are.
    pub(crate) groups: &'a [GroupId],
}

impl PolicyForm {
    /// What it makes of the policy there was.
    pub(crate) fn read(
        &self,
        faults: &mut Faults,
        before: TicketPolicy,
        around: &Around<'_>,
    ) -> TicketPolicy {
        let mut after = before;
        if let Some(typed) = &self.tickets {
            let known = vec!["every_call", "missed", "answered", "never"];
            let read = one_of::<Tickets>(typed, known);
            after.tickets = faults
                .take("ticket_policy.tickets", read)
                .unwrap_or(after.tickets);
        }
        if let Some(typed) = &self.attach {
            let known = vec!["open_ticket", "always_new"];
            let read = one_of::<Attach>(typed, known);
            after.attach = faults
                .take("ticket_policy.attach", read)
                .unwrap_or(after.attach);
        }
        if let Some(hours) = self.reopen_solved_within_hours {
            let read = within(hours, TicketPolicy::LONGEST_REOPEN_HOURS);
            let field = "ticket_policy.reopen_solved_within_hours";
            let hours = faults.take(field, read);
            after.reopen_solved_within_hours = hours.unwrap_or(after.reopen_solved_within_hours);
        }
        self.read_conditions(faults, &mut after, around);
        after
    }

    fn read_conditions(&self, faults: &mut Faults, after: &mut TicketPolicy, around: &Around<'_>) {
        if let Some(typed) = &self.virtual_numbers {
            after.virtual_numbers = numbers(faults, typed, around.country);
        }
        if let Some(seconds) = self.min_talk_seconds {
            let read = within(seconds, TicketPolicy::LONGEST_MIN_TALK);
            let seconds = faults.take("ticket_policy.min_talk_seconds", read);
            after.min_talk_seconds = seconds.unwrap_or(after.min_talk_seconds);
        }
        if let Some(typed) = &self.spammers {
            let read = one_of::<Spammers>(typed, vec!["spam_ticket", "no_ticket"]);
            after.spammers = faults
                .take("ticket_policy.spammers", read)
                .unwrap_or(after.spammers);
        }
        if let Some(typed) = &self.outside_hours {
            after.outside_hours = typed.read(faults, around.groups);
        }
    }
}

impl MarkForm {
    fn read(&self, faults: &mut Faults, groups: &[GroupId]) -> domain::policy::Mark {
        let typed = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let priority = typed(&self.priority).and_then(|name| {
            let all = || {
                Priority::ALL
                    .iter()
                    .map(|priority| priority.as_str())
                    .collect()
            };
            let read = name.parse().map_err(|_| Why::NotOneOf(all()));
            faults.take("ticket_policy.outside_hours.priority", read)
        });
        let tag = typed(&self.tag).and_then(|tag| {
            let read = one_line(&tag, LONGEST_TAG);
            faults.take("ticket_policy.outside_hours.tag", read)
        });
        let group_id = typed(&self.group_id).and_then(|id| {
            let known = id.parse().ok().filter(|id| groups.contains(id));
            let read = known.ok_or(Why::Unknown);
            faults.take("ticket_policy.outside_hours.group_id", read)
        });
        domain::policy::Mark {
            priority,
            tag,
            group_id,
        }
    }
}

fn numbers(faults: &mut Faults, typed: &[String], country: Country) -> Vec<PhoneNumber> {
    const FIELD: &str = "ticket_policy.virtual_numbers";
    let mut numbers = Vec::new();
    for text in typed.iter().filter(|text| !text.trim().is_empty()) {
        let read = PhoneNumber::parse(text, country).map_err(|_| Why::NotAPhone);
        numbers.extend(faults.take(FIELD, read));
    }
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.len() > TicketPolicy::MOST_NUMBERS {
        let most = i64::try_from(TicketPolicy::MOST_NUMBERS).unwrap_or(i64::MAX);
        faults.add(FIELD, Why::NotWithin(0, most));
    }
    numbers
}

fn within(typed: i64, most: u32) -> Result<u32, Why> {
    let read = u32::try_from(typed).ok().filter(|read| *read <= most);
    read.ok_or(Why::NotWithin(0, i64::from(most)))
}

fn one_of<T: DeserializeOwned>(typed: &str, known: Vec<&'static str>) -> Result<T, Why> {
    let named = serde_json::Value::from(typed.trim());
    serde_json::from_value(named).map_err(|_| Why::NotOneOf(known))
}
