//! Chips over the list of tickets: what narrows it, each with the address of the list without it.

use desk::words::{priority_name, status_name};
use domain::{Narrowing, View, Whose};
use locale::Words;

use super::narrow::Names;
use super::view::Wanted;
use crate::frame::Frame;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// One thing that narrows the list, with the address of the list without it.
pub struct Chip {
    /// Which: "Метка".
    pub label: String,
    /// What: "чек".
    pub value: String,
    /// Without it.
    pub path: String,
}

/// The chips of a list.
pub async fn chips(
    visit: &Visit,
    frame: &Frame,
    wanted: &Wanted,
    kept: Option<&View>,
    names: &Names,
) -> Result<Vec<Chip>> {
    let t = frame.t;
    let all = wanted.removable(kept);
    let mut chips = Vec::new();
    let mut add = |label: String, value: String, without: Narrowing| {
        let path = format!("/tickets{}", wanted.narrowed(without).suffix());
        chips.push(Chip { label, value, path });
    };
    let without = |change: &dyn Fn(&mut Narrowing)| {
        let mut rest = all.clone();
        change(&mut rest);
        rest
    };
    for status in &all.statuses {
        let rest = without(&|rest| rest.statuses.retain(|one| one != status));
        add(
            t.msg_ticket_status(),
            status_name(*status, frame.language),
            rest,
        );
    }
    if let Some(whose) = all.whose {
        let name = whose_name(whose, t, names);
        add(
            t.msg_ticket_assignee(),
            name,
            without(&|rest| rest.whose = None),
        );
    }
    if let Some(group) = all.group {
        let name = named(&names.groups, &group);
        add(t.msg_list_group(), name, without(&|rest| rest.group = None));
    }
    if let Some(channel) = all.channel {
        let name = named(&names.channels, &channel);
        add(
            t.msg_ticket_channel(),
            name,
            without(&|rest| rest.channel = None),
        );
    }
    for tag in &all.tags {
        let rest = without(&|rest| rest.tags.retain(|one| one != tag));
        add(t.msg_ticket_tag(), tag.clone(), rest);
    }
    for priority in &all.priorities {
        let rest = without(&|rest| rest.priorities.retain(|one| one != priority));
        add(
            t.msg_ticket_priority(),
            priority_name(*priority, frame.language),
            rest,
        );
    }
    if let Some(client) = all.client {
        let found = visit.desk.client(&visit.actor, client).await.ok();
        let name = found.map_or_else(|| t.msg_ticket_no_client(), |client| client.name);
        add(
            t.msg_ticket_client(),
            name,
            without(&|rest| rest.client = None),
        );
    }
    let shown = |day: jiff::civil::Date| day.strftime("%d.%m.%Y").to_string();
    if let Some(day) = all.from {
        add(
            t.msg_list_from(),
            shown(day),
            without(&|rest| rest.from = None),
        );
    }
    if let Some(day) = all.to {
        add(t.msg_list_to(), shown(day), without(&|rest| rest.to = None));
    }
    if let Some(text) = &all.text {
        let rest = without(&|rest| rest.text = None);
        add(t.msg_list_text(), format!("«{text}»"), rest);
    }
    if all.missed {
        let rest = without(&|rest| rest.missed = false);
        add(t.msg_list_calls(), t.msg_list_missed(), rest);
    }
    Ok(chips)
}

fn whose_name(whose: Whose, t: &Words, names: &Names) -> String {
    match whose {
        Whose::Me => t.msg_whose_me(),
        Whose::Nobody => t.msg_whose_nobody(),
        Whose::Agent(id) => named(&names.agents, &id),
    }
}

fn named<Id: PartialEq>(all: &[(Id, String)], id: &Id) -> String {
    let found = all.iter().find(|(known, _)| known == id);
    found.map_or_else(|| "—".to_owned(), |(_, name)| name.clone())
}
