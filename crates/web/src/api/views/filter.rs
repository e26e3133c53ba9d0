//! What a view is narrowed to, as the API says it: under the names that `GET /tickets` has.

use desk::Why;
use domain::{Narrowing, Priority, Status, Whose};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::form;
use crate::problem::Faults;

/// What a view is narrowed to; what is absent narrows nothing.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ViewFilter {
    /// Any of these; none: all but `deleted`, `spam` and `merged`.
    #[schema(example = json!(["new", "open"]))]
    status: Vec<String>,
    /// An agent's id, `me` (whoever looks) or `none`.
    assignee_id: Option<String>,
    group_id: Option<String>,
    channel_id: Option<String>,
    /// All of these labels.
    tag: Vec<String>,
    /// Any of these; none: all.
    priority: Vec<String>,
    client_id: Option<String>,
    /// Made on this day or later, in the desk's time zone.
    #[schema(example = "2026-03-01")]
    created_from: Option<String>,
    /// Made on this day or earlier.
    created_to: Option<String>,
    /// Words that stand in the subject, the number or the tags.
    q: Option<String>,
    /// Only those whose client called, was missed and has not been talked to since.
    missed: bool,
}

impl ViewFilter {
    pub(super) fn of(narrowing: Narrowing) -> Self {
        let statuses = narrowing.statuses.iter();
        let priorities = narrowing.priorities.iter();
        Self {
            status: statuses.map(|one| one.as_str().to_owned()).collect(),
            assignee_id: narrowing.whose.map(|whose| match whose {
                Whose::Me => "me".to_owned(),
                Whose::Nobody => "none".to_owned(),
                Whose::Agent(id) => id.to_string(),
            }),
            group_id: narrowing.group.map(|id| id.to_string()),
            channel_id: narrowing.channel.map(|id| id.to_string()),
            tag: narrowing.tags,
            priority: priorities.map(|one| one.as_str().to_owned()).collect(),
            client_id: narrowing.client.map(|id| id.to_string()),
            created_from: narrowing.from.map(|day| day.to_string()),
            created_to: narrowing.to.map(|day| day.to_string()),
            q: narrowing.text,
            missed: narrowing.missed,
        }
    }

    pub(super) fn read(self, faults: &mut Faults) -> Narrowing {
        let statuses = || Why::NotOneOf(Status::ALL.iter().map(|one| one.as_str()).collect());
        let priorities = || Why::NotOneOf(Priority::ALL.iter().map(|one| one.as_str()).collect());
        let whose = match self.assignee_id.as_deref() {
            Some("me") => Some(Whose::Me),
            Some("none") => Some(Whose::Nobody),
            id => form::id(faults, "filter.assignee_id", id).map(Whose::Agent),
        };
        let a_day = || Why::Malformed("2026-03-01".to_owned());
        let (from, to) = (self.created_from.as_deref(), self.created_to.as_deref());
        Narrowing {
            whose,
            statuses: all(faults, "filter.status", &self.status, statuses),
            group: form::id(faults, "filter.group_id", self.group_id.as_deref()),
            channel: form::id(faults, "filter.channel_id", self.channel_id.as_deref()),
            tags: self.tag,
            priorities: all(faults, "filter.priority", &self.priority, priorities),
            client: form::id(faults, "filter.client_id", self.client_id.as_deref()),
            from: form::maybe(faults, "filter.created_from", from, a_day),
            to: form::maybe(faults, "filter.created_to", to, a_day),
            text: self.q.filter(|text| !text.trim().is_empty()),
            missed: self.missed,
        }
    }
}

fn all<T: std::str::FromStr>(
    faults: &mut Faults,
    field: &str,
    texts: &[String],
    why: impl Fn() -> Why,
) -> Vec<T> {
    let mut read = Vec::with_capacity(texts.len());
    for (place, text) in texts.iter().enumerate() {
        let field = format!("{field}[{place}]");
        read.extend(form::maybe::<T>(faults, &field, Some(text), &why));
    }
    read
}
