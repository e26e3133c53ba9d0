//! `get.contacts`, `create.contacts`, `update.contacts`, `delete.contacts`: the address book.

use std::sync::Arc;

use serde_json::{Value, json};

use super::listing::{KNOWN, Row, list, row};
use crate::account::operator;
use crate::exchange::{Contact, Exchange};
use crate::number;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 12] = [
    "id",
    "last_name",
    "first_name",
    "patronymic",
    "full_name",
    "emails",
    "groups",
    "phone_numbers",
    "personal_manager_id",
    "personal_manager_full_name",
    "organization_name",
    "organization_id",
];
const WRITTEN: [&str; 10] = [
    "access_token",
    "user_id",
    "last_name",
    "first_name",
    "patronymic",
    "emails",
    "groups",
    "phone_numbers",
    "personal_manager_id",
    "organization_id",
];
/// Numbers and e-mails of one contact.
const MOST: usize = 10;

pub(super) fn get(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let rows = exchange
        .contacts()
        .iter()
        .map(|(id, it)| shown(*id, it))
        .collect();
    list(params, rows, &COLUMNS, COLUMNS.len())
}

pub(super) fn create(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&WRITTEN)?;
    params.required_text("last_name")?;
    let contact = changed(Contact::default(), params)?;
    taken(exchange, None, &contact)?;
    let id = exchange.change_book(|book| {
        let id = book.fresh_id();
        book.contacts.insert(id, contact);
        id
    });
    Ok(Reply::id(id))
}

pub(super) fn update(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let known: Vec<&str> = WRITTEN.into_iter().chain(["id"]).collect();
    params.only(&known)?;
    let id = params.required_number("id")?;
    let before = exchange.contacts().remove(&id);
    let contact = changed(before.ok_or_else(|| Fault::no_entity("id", id))?, params)?;
    taken(exchange, Some(id), &contact)?;
    exchange.change_book(|book| book.contacts.insert(id, contact));
    Ok(Reply::Bare(json!({})))
}

/// Only what was written down here can be deleted: the account's regular callers stay.
pub(super) fn delete(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "user_id", "id"])?;
    let id = params.required_number("id")?;
    match exchange.change_book(|book| book.contacts.remove(&id)) {
        Some(_) => Ok(Reply::Bare(json!({}))),
        None => Err(Fault::no_entity("id", id)),
    }
}

fn changed(mut contact: Contact, params: &Params) -> Result<Contact, Fault> {
    if let Some(name) = params.text("last_name")? {
        contact.last_name = name;
    }
    for (name, place) in [
        ("first_name", &mut contact.first_name),
        ("patronymic", &mut contact.patronymic),
    ] {
        if let Some(text) = params.text(name)? {
            *place = Some(text);
        }
    }
    if let Some(emails) = texts(params, "emails")? {
        contact.emails = emails;
    }
    if let Some(numbers) = texts(params, "phone_numbers")? {
        let read = |typed: &String| {
            number::read(typed).map_err(|_| Fault::wrong_value("phone_numbers", typed))
        };
        contact.phone_numbers = numbers.iter().map(read).collect::<Result<_, _>>()?;
    }
    if let Some(groups) = params.list("groups")? {
        contact.groups = groups.iter().filter_map(Value::as_i64).collect();
    }
    if let Some(id) = params.number("personal_manager_id")? {
        operator(id).ok_or_else(|| Fault::no_entity("personal_manager_id", id))?;
        contact.personal_manager_id = Some(id);
    }
    if let Some(id) = params.number("organization_id")? {
        return Err(Fault::no_entity("organization_id", id));
    }
    Ok(contact)
}

fn texts(params: &Params, name: &str) -> Result<Option<Vec<String>>, Fault> {
    let Some(several) = params.list(name)? else {
        return Ok(None);
    };
    if several.len() > MOST {
        return Err(Fault::too_much(name, MOST));
    }
    let text = |value: &Value| {
        let text = value.as_str().map(str::to_owned);
        text.ok_or_else(|| Fault::wrong_type(name, "an array of strings", value))
    };
    several.iter().map(text).collect::<Result<_, _>>().map(Some)
}

/// One number belongs to one contact.
fn taken(exchange: &Exchange, own: Option<i64>, contact: &Contact) -> Result<(), Fault> {
    let others = exchange.contacts();
    let mut others = others.iter().filter(|(id, _)| Some(**id) != own);
    let double = others.find_map(|(_, other)| {
        let same = |number: &&String| contact.phone_numbers.contains(number);
        other.phone_numbers.iter().find(same).cloned()
    });
    match double {
        Some(number) => Err(Fault::duplicate("phone_numbers", &number)),
        None => Ok(()),
    }
}

fn shown(id: i64, it: &Contact) -> Row {
    row(json!({
        "id": id,
        "last_name": it.last_name,
        "first_name": it.first_name,
        "patronymic": it.patronymic,
        "full_name": it.full_name(),
        "emails": it.emails,
        "groups": it.groups.iter().map(|id| json!({"group_id": id, "group_name": null})).collect::<Vec<_>>(),
        "phone_numbers": it.phone_numbers,
        "personal_manager_id": it.personal_manager_id,
        "personal_manager_full_name": it.personal_manager_id.and_then(operator).map(|it| it.full_name),
    }))
}
