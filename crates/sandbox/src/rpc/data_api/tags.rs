//! Making, naming and deleting tags, and putting them on calls.

use std::sync::Arc;

use serde_json::json;

use crate::account::{NOT_HANDLED, TAGS};
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const KINDS: [&str; 4] = ["call", "chat", "goal", "offline_message"];

pub(super) fn create(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "user_id", "name"])?;
    let name = params.required_text("name")?;
    free(exchange, &name)?;
    let id = exchange.change_book(|book| {
        let id = book.fresh_id();
        book.tags.insert(id, name);
        id
    });
    Ok(Reply::id(id))
}

pub(super) fn update(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "user_id", "id", "name"])?;
    let (id, name) = (own(exchange, params)?, params.required_text("name")?);
    free(exchange, &name)?;
    exchange.change_book(|book| book.tags.insert(id, name));
    Ok(Reply::Bare(json!({})))
}

pub(super) fn delete(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "user_id", "id"])?;
    let id = own(exchange, params)?;
    exchange.change_book(|book| book.tags.remove(&id));
    Ok(Reply::Bare(json!({})))
}

pub(super) fn set(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    mark(exchange, params, true)
}

pub(super) fn unset(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    mark(exchange, params, false)
}

fn mark(exchange: &Arc<Exchange>, params: &Params, on: bool) -> Result<Reply, Fault> {
    params.only(&[
        "access_token",
        "user_id",
        "communication_id",
        "communication_ext_id",
        "communication_type",
        "tag_id",
    ])?;
    kind(params)?;
    let tag = params.required_number("tag_id")?;
    if exchange.tag_name(tag).is_none() {
        return Err(Fault::no_tag(tag));
    }
    let session = communication(exchange, params)?;
    exchange
        .mark(session, tag, on)
        .ok_or_else(|| Fault::no_entity("communication_id", session))?;
    Ok(Reply::Bare(json!({})))
}

/// By its own id, or by the id it was uploaded with.
fn communication(exchange: &Exchange, params: &Params) -> Result<i64, Fault> {
    if let Some(id) = params.number("communication_id")? {
        return Ok(id);
    }
    let Some(ext_id) = params.text("communication_ext_id")? else {
        return Err(Fault::missing("communication_id"));
    };
    let board = exchange.board();
    let found = board
        .calls
        .values()
        .find(|call| call.ext_id.as_ref() == Some(&ext_id));
    found
        .map(|call| call.session)
        .ok_or_else(|| Fault::wrong_value("communication_ext_id", &ext_id))
}

pub(super) fn kind(params: &Params) -> Result<(), Fault> {
    let kind = params.required_text("communication_type")?;
    if KINDS.contains(&kind.as_str()) {
        Ok(())
    } else {
        Err(Fault::wrong_value("communication_type", kind))
    }
}

/// A tag that was made here: the account begins with a few, which stay.
fn own(exchange: &Exchange, params: &Params) -> Result<i64, Fault> {
    let id = params.required_number("id")?;
    if id == NOT_HANDLED.id || TAGS.iter().any(|tag| tag.id == id) {
        return Err(Fault::system_tag());
    }
    let known = exchange.tags().contains_key(&id);
    known
        .then_some(id)
        .ok_or_else(|| Fault::no_entity("id", id))
}

fn free(exchange: &Exchange, name: &str) -> Result<(), Fault> {
    if exchange.tags().values().any(|taken| taken == name) {
        Err(Fault::duplicate("name", name))
    } else {
        Ok(())
    }
}
