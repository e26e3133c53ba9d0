//! What narrows the list of tickets: the form that says it, the names in it, the orders.

use axum::response::Response;
use desk::words::{priority_name, status_name};
use domain::{AgentId, Narrowing, Order, Priority, Status, View};
use locale::Words;

use super::fields::whose_text;
use super::view::Wanted;
use crate::form::{Choice, Mistakes};
use crate::frame::{Flash, Frame};
use crate::pages::choices::choice;
use crate::pages::draw::on_to;
use crate::pages::find_client::the_client;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// The form that narrows the list, filled in as it is.
pub struct Panel {
    /// Statuses, several at once.
    pub statuses: Vec<Choice>,
    /// Agents, me, nobody.
    pub assignees: Vec<Choice>,
    /// Groups; none where there are none.
    pub groups: Vec<Choice>,
    /// Channels; none where there is one.
    pub channels: Vec<Choice>,
    /// Priorities, several at once.
    pub priorities: Vec<Choice>,
    /// Labels that are offered.
    pub known_tags: Vec<String>,
    /// What it says now.
    pub now: Narrowing,
    /// Fields that stay: the view, and that it is shown otherwise.
    pub hidden: Vec<(&'static str, String)>,
}

impl Panel {
    /// Labels as they are typed.
    #[must_use]
    pub fn tags(&self) -> String {
        self.now.tags.join(", ")
    }

    /// Words as they are typed.
    #[must_use]
    pub fn text(&self) -> &str {
        self.now.text.as_deref().unwrap_or_default()
    }

    /// A day as a field wants it.
    #[must_use]
    pub fn day(&self, field: &str) -> String {
        let day = if field == "from" {
            self.now.from
        } else {
            self.now.to
        };
        day.map(|day| day.to_string()).unwrap_or_default()
    }
}

/// Names of all that lists can be narrowed to.
pub struct Names {
    pub(super) agents: Vec<(AgentId, String)>,
    pub(super) groups: Vec<(domain::GroupId, String)>,
    pub(super) channels: Vec<(domain::ChannelId, String)>,
    pub(super) tags: Vec<String>,
}

impl Names {
    /// As the visitor may know them.
    pub async fn of(visit: &Visit) -> Result<Self> {
        let (desk, actor) = (&visit.desk, &visit.actor);
        let colleagues = desk.colleagues(actor).await?;
        let channels = desk.channels(actor).await?;
        Ok(Self {
            agents: colleagues
                .into_iter()
                .map(|one| (one.id, one.name))
                .collect(),
            groups: desk.group_names(actor).await?,
            channels: channels.into_iter().map(|one| (one.id, one.name)).collect(),
            tags: desk.known_tags(actor).await?,
        })
    }

    /// Agents to give tickets to: "" is no choice.
    #[must_use]
    pub fn to_assign(&self, t: &Words, me: AgentId) -> Vec<Choice> {
        let mut all = vec![
            choice("", t.msg_ticket_assignee(), true),
            choice(me.to_string(), t.msg_whose_me(), false),
            choice("none", t.msg_whose_nobody(), false),
        ];
        let others = self.agents.iter().filter(|(id, _)| *id != me);
        all.extend(others.map(|(id, name)| choice(id.to_string(), name, false)));
        all
    }

    /// Groups to give tickets to; none where there are none.
    #[must_use]
    pub fn to_group(&self, t: &Words) -> Vec<Choice> {
        if self.groups.is_empty() {
            return Vec::new();
        }
        let mut all = vec![
            choice("", t.msg_list_group(), true),
            choice("none", t.msg_list_no_group(), false),
        ];
        let named = self.groups.iter();
        all.extend(named.map(|(id, name)| choice(id.to_string(), name, false)));
        all
    }
}

/// On to the list of the client who was typed into the form; nothing when none was.
pub async fn of_client(visit: &Visit, wanted: &Wanted) -> Result<Option<Response>> {
    let Some(typed) = visit.query.some("who") else {
        return Ok(None);
    };
    let mut notes = Mistakes::default();
    let client = the_client(visit, "who", typed, &mut notes).await?;
    let mut more = wanted.more.clone();
    more.client = client.or(more.client);
    let path = format!("/tickets{}", wanted.narrowed(more).suffix());
    Ok(Some(if notes.is_empty() {
        on_to(&path)
    } else {
        visit.on_to_saying(&path, &Flash::said(notes.of("who")))
    }))
}

/// The form of a list.
#[must_use]
pub fn panel(
    visit: &Visit,
    frame: &Frame,
    wanted: &Wanted,
    kept: Option<&View>,
    names: &Names,
) -> Panel {
    let t = frame.t;
    let now = wanted.removable(kept);
    let whose = now.whose.map(whose_text).unwrap_or_default();
    let mut assignees = vec![
        choice("", t.msg_list_any(), whose.is_empty()),
        choice("me", t.msg_whose_me(), whose == "me"),
        choice("none", t.msg_whose_nobody(), whose == "none"),
    ];
    let others = names
        .agents
        .iter()
        .filter(|(id, _)| *id != visit.actor.agent);
    assignees.extend(others.map(|(id, name)| {
        let id = id.to_string();
        let chosen = id == whose;
        choice(id, name, chosen)
    }));
    let statuses = Status::ALL.iter().map(|status| {
        let word = status_name(*status, frame.language);
        choice(status.as_str(), word, now.statuses.contains(status))
    });
    let priorities = Priority::ALL.iter().rev().map(|one| {
        let word = priority_name(*one, frame.language);
        choice(one.as_str(), word, now.priorities.contains(one))
    });
    let mut hidden = wanted.narrowed(Narrowing::default()).pairs();
    hidden.extend(now.client.map(|client| ("client", client.to_string())));
    Panel {
        statuses: statuses.collect(),
        assignees,
        groups: with_any(&names.groups, now.group.as_ref(), t, 1),
        channels: with_any(&names.channels, now.channel.as_ref(), t, 2),
        priorities: priorities.collect(),
        known_tags: names.tags.clone(),
        hidden,
        now,
    }
}

/// The orders, each with its address.
#[must_use]
pub fn orders(wanted: &Wanted, now: Order, t: &Words) -> Vec<(String, String, bool)> {
    let link = |order: Order| {
        let word = match order {
            Order::Newest => t.msg_order_newest(),
            Order::Waiting => t.msg_order_waiting(),
            Order::Priority => t.msg_order_priority(),
        };
        let path = format!("/tickets{}", wanted.sorted(order).suffix());
        (word, path, order == now)
    };
    Order::ALL.map(link).into()
}

/// Any, or one of these; nothing to choose where there are fewer than `least`.
fn with_any<Id: PartialEq + ToString>(
    all: &[(Id, String)],
    now: Option<&Id>,
    t: &Words,
    least: usize,
) -> Vec<Choice> {
    if all.len() < least && now.is_none() {
        return Vec::new();
    }
    let any = choice("", t.msg_list_any(), now.is_none());
    let each = all
        .iter()
        .map(|(id, name)| choice(id.to_string(), name, Some(id) == now));
    std::iter::once(any).chain(each).collect()
}
