//! What is done to a live call, one method for each turn of its states.

use std::sync::Arc;

use super::start::message;
use crate::account::{OPERATORS, operator};
use crate::call::{Party, Steer, Unable};
use crate::exchange::{Exchange, Unsteered};
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn hold(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &["contact_message"])?;
    message(params, "contact_message")?;
    steer(exchange, session, &Steer::Hold)
}

pub(super) fn unhold(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &[])?;
    steer(exchange, session, &Steer::Unhold)
}

pub(super) fn make(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &["to", "to_message"])?;
    message(params, "to_message")?;
    let number = params.required_text("to")?;
    let party = party(&number)?;
    steer(exchange, session, &Steer::Make { party, number })
}

pub(super) fn restore(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &[])?;
    steer(exchange, session, &Steer::Restore)
}

pub(super) fn transfer(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &[])?;
    steer(exchange, session, &Steer::Transfer)
}

pub(super) fn disconnect(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &["leg_id"])?;
    let leg = params.required_number("leg_id")?;
    steer(exchange, session, &Steer::Disconnect { leg })
}

pub(super) fn tag(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &["tag_id"])?;
    let tag = params.required_number("tag_id")?;
    if exchange.tag_name(tag).is_none() {
        return Err(Fault::no_tag(tag));
    }
    steer(exchange, session, &Steer::Tag(tag))
}

pub(super) fn record(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &["action"])?;
    match params.required_text("action")?.as_str() {
        "on" => steer(exchange, session, &Steer::Record(true)),
        "off" => steer(exchange, session, &Steer::Record(false)),
        other => Err(Fault::wrong_value("action", other)),
    }
}

pub(super) fn dtmf(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let session = session(params, &["dtmf_string"])?;
    let symbols = params.required_text("dtmf_string")?;
    let mut signs = symbols.chars();
    match (signs.next(), signs.next()) {
        (Some(one), None) if one.is_ascii_digit() || matches!(one, '*' | '#') => {
            steer(exchange, session, &Steer::Dtmf(one))
        }
        _ => Err(Fault::wrong_value("dtmf_string", symbols)),
    }
}

fn session(params: &Params, own: &[&str]) -> Result<i64, Fault> {
    let known: Vec<&str> = ["access_token", "call_session_id"]
        .iter()
        .chain(own)
        .copied()
        .collect();
    params.only(&known)?;
    params.required_number("call_session_id")
}

/// An employee by SIP number or extension, or anybody outside.
fn party(number: &str) -> Result<Party, Fault> {
    let known =
        |own: &&crate::account::Operator| own.sip_number == number || own.extension == number;
    if let Some(employee) = OPERATORS
        .iter()
        .find(known)
        .and_then(|own| operator(own.id))
    {
        return Ok(Party::Operator(employee.id));
    }
    super::start::dialable("to", number)?;
    Ok(Party::Third)
}

fn steer(exchange: &Arc<Exchange>, session: i64, what: &Steer) -> Result<Reply, Fault> {
    exchange
        .steer(session, what)
        .map_err(|problem| match problem {
            Unsteered::NoSuchCall => Fault::no_session(session),
            Unsteered::Unable(unable) => match unable {
                Unable::InThisState => Fault::invalid_state(),
                Unable::NoSuchLeg => Fault::no_leg(),
                Unable::TaggedAlready => Fault::duplicate_tag(),
                Unable::RecordedAlways => Fault::recorded_always(),
                Unable::RecordedAlready => Fault::record_started(),
                Unable::NotRecorded => Fault::record_stopped(),
            },
        })?;
    Ok(Reply::success())
}
