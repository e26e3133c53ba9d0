//! `start.employee_call`: rings an employee and a client and connects them.

use std::sync::Arc;

use serde_json::json;

use crate::account::{Operator, operator, virtual_number};
use crate::call::{Caller, Direction};
use crate::exchange::Exchange;
use crate::order::{Order, Origin};
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;
use crate::script::First;
use crate::sounds::Sound;

const KNOWN: [&str; 15] = [
    "access_token",
    "first_call",
    "direction",
    "virtual_phone_number",
    "virtual_phone_usage_rule",
    "show_virtual_phone_number",
    "contact",
    "employee",
    "external_id",
    "switch_at_once",
    "early_switching",
    "media_file_id",
    "contact_message",
    "employee_message",
    "dtmf_string",
];

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let first = first(params)?;
    early_switching(params, first)?;
    params.flag("show_virtual_phone_number")?;
    let number = params.required_text("virtual_phone_number")?;
    let faults = exchange.faults();
    let order = Order {
        direction: direction(params)?,
        caller: contact(exchange, params)?,
        operators: crate::traffic::and_others(employee(params)?.id),
        virtual_number: virtual_number(&number).ok_or_else(|| Fault::no_virtual_number(&number))?,
        scenario: faults.api_scenario,
        sound: Some(Sound::RuCallStereo),
        speed: faults.api_speed,
        origin: Origin::Api {
            external_id: params.text("external_id")?,
            first,
        },
        varied: false,
    };
    Ok(Reply::call(
        json!({ "call_session_id": exchange.place(order) }),
    ))
}

fn first(params: &Params) -> Result<First, Fault> {
    match params.required_text("first_call")?.as_str() {
        "employee" => Ok(First::Employee),
        "contact" => Ok(First::Contact),
        other => Err(Fault::wrong_value("first_call", other)),
    }
}

/// Without a direction the platform counts the call as incoming.
fn direction(params: &Params) -> Result<Direction, Fault> {
    match params.text("direction")?.as_deref() {
        Some("out") => Ok(Direction::Out),
        Some("in") | None => Ok(Direction::In),
        Some(other) => Err(Fault::wrong_value("direction", other)),
    }
}

/// Hearing the line while it is dialled is possible for the employee only, and without messages.
fn early_switching(params: &Params, first: First) -> Result<(), Fault> {
    let at_once = params.flag("switch_at_once")?.unwrap_or(false);
    let early = params.flag("early_switching")?.unwrap_or(false);
    if early && !(at_once && first == First::Employee) {
        Err(Fault::combination())
    } else {
        Ok(())
    }
}

fn contact(exchange: &Exchange, params: &Params) -> Result<Caller, Fault> {
    let number = params.required_text("contact")?;
    if !(7..=15).contains(&number.len()) || number.chars().any(|sign| !sign.is_ascii_digit()) {
        return Err(Fault::wrong_value("contact", number));
    }
    if virtual_number(&number).is_some() {
        return Err(Fault::own_number(&number));
    }
    let known = exchange
        .clients
        .iter()
        .find(|client| client.number == number && client.contact_id.is_some());
    Ok(Caller {
        full_name: known.map(|client| client.full_name.clone()),
        contact_id: known.and_then(|client| client.contact_id),
        number: Some(number),
    })
}

fn employee(params: &Params) -> Result<Operator, Fault> {
    let given = params.required_object("employee")?;
    given.only(&["id", "phone_number"])?;
    let id = given.required_number("id")?;
    let employee = operator(id).ok_or_else(|| Fault::no_employee(id))?;
    match given.text("phone_number")? {
        Some(number) if number != employee.sip_number && number != employee.extension => {
            Err(Fault::no_phone(&number))
        }
        Some(_) | None => Ok(employee),
    }
}
