//! What narrows a list of tickets, as the fields of an address or a form.

use std::str::FromStr;

use domain::{Narrowing, Whose};

use crate::pages::typed::Typed;

/// Reads the fields; what cannot be read narrows nothing.
#[must_use]
pub fn read(query: &Typed) -> Narrowing {
    Narrowing {
        statuses: several(query, "status"),
        whose: query.some("assignee").and_then(whose),
        group: one(query, "group"),
        channel: one(query, "channel"),
        tags: tags(query),
        priorities: several(query, "priority"),
        client: one(query, "client"),
        from: one(query, "from"),
        to: one(query, "to"),
        text: query.some("q").map(str::to_owned),
        missed: query.some("missed").is_some(),
    }
}

/// The fields that read back as this.
#[must_use]
pub fn pairs(narrowing: &Narrowing) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    let mut add = |name, value: Option<String>| pairs.extend(value.map(|value| (name, value)));
    for status in &narrowing.statuses {
        add("status", Some(status.as_str().to_owned()));
    }
    add("assignee", narrowing.whose.map(whose_text));
    add("group", narrowing.group.map(|id| id.to_string()));
    add("channel", narrowing.channel.map(|id| id.to_string()));
    for tag in &narrowing.tags {
        add("tag", Some(tag.clone()));
    }
    for priority in &narrowing.priorities {
        add("priority", Some(priority.as_str().to_owned()));
    }
    add("client", narrowing.client.map(|id| id.to_string()));
    add("from", narrowing.from.map(|day| day.to_string()));
    add("to", narrowing.to.map(|day| day.to_string()));
    add("q", narrowing.text.clone());
    add("missed", narrowing.missed.then(|| "1".to_owned()));
    pairs
}

/// One narrowed by another: a field that both have is the other's, labels add up.
#[must_use]
pub fn over(base: Narrowing, more: &Narrowing) -> Narrowing {
    let more = more.clone();
    let mut tags = base.tags;
    tags.extend(more.tags);
    tags.dedup();
    Narrowing {
        statuses: either(more.statuses, base.statuses),
        whose: more.whose.or(base.whose),
        group: more.group.or(base.group),
        channel: more.channel.or(base.channel),
        tags,
        priorities: either(more.priorities, base.priorities),
        client: more.client.or(base.client),
        from: more.from.or(base.from),
        to: more.to.or(base.to),
        text: more.text.or(base.text),
        missed: more.missed || base.missed,
    }
}

/// `me`, `none` or an agent's id.
#[must_use]
pub fn whose_text(whose: Whose) -> String {
    match whose {
        Whose::Me => "me".to_owned(),
        Whose::Nobody => "none".to_owned(),
        Whose::Agent(id) => id.to_string(),
    }
}

fn whose(text: &str) -> Option<Whose> {
    match text {
        "me" => Some(Whose::Me),
        "none" => Some(Whose::Nobody),
        id => id.parse().ok().map(Whose::Agent),
    }
}

fn either<T>(first: Vec<T>, second: Vec<T>) -> Vec<T> {
    if first.is_empty() { second } else { first }
}

fn one<T: FromStr>(query: &Typed, field: &str) -> Option<T> {
    query.some(field)?.parse().ok()
}

/// Both ways of saying several: the field several times, or once with commas.
fn several<T: FromStr + PartialEq>(query: &Typed, field: &str) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    for text in query.all(field).flat_map(|text| text.split(',')) {
        if let Ok(one) = text.trim().parse()
            && !all.contains(&one)
        {
            all.push(one);
        }
    }
    all
}

fn tags(query: &Typed) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in query.all("tag").flat_map(|text| text.split(',')) {
        let tag = tag.trim();
        if !tag.is_empty() && !tags.iter().any(|known| known == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}
