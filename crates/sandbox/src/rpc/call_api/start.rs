//! What all calls that are begun are asked, and how strictly it is read.

use std::sync::Arc;

use serde_json::json;

use crate::account::{MEDIA_FILES, VirtualNumber, virtual_number};
use crate::call::{Caller, Direction};
use crate::exchange::Exchange;
use crate::order::{Kind, Order, Origin};
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;
use crate::script::First;
use crate::sounds::Sound;

/// What every method takes but for `start.informer_call`.
pub(super) const COMMON: [&str; 11] = [
    "access_token",
    "first_call",
    "direction",
    "virtual_phone_number",
    "virtual_phone_usage_rule",
    "contact",
    "external_id",
    "switch_at_once",
    "early_switching",
    "contact_message",
    "dtmf_string",
];
/// What can be said to somebody in one message.
const LONGEST_TEXT: usize = 1000;
const RULES: [&str; 5] = [
    "fixed",
    "fixed_for_numa",
    "random",
    "regional_random",
    "regional_fixed_for_numa",
];

/// Refuses unknown parameters, and what is wrong with those that are common.
pub(super) fn check(params: &Params, own: &[&str]) -> Result<(), Fault> {
    let known: Vec<&str> = COMMON.iter().chain(own).copied().collect();
    params.only(&known)?;
    if let Some(rule) = params.text("virtual_phone_usage_rule")?
        && !RULES.contains(&rule.as_str())
    {
        return Err(Fault::wrong_value("virtual_phone_usage_rule", rule));
    }
    params.flag("show_virtual_phone_number")?;
    if let Some(id) = params.number("media_file_id")? {
        media(id)?;
    }
    message(params, "contact_message")?;
    dtmf(params)
}

/// Who is dialled first; `other` is what the method calls whoever is not the client.
pub(super) fn first(params: &Params, other: &str) -> Result<First, Fault> {
    let first = params.required_text("first_call")?;
    let first = match first.as_str() {
        "contact" => First::Contact,
        name if name == other => First::Employee,
        name => return Err(Fault::wrong_value("first_call", name)),
    };
    early_switching(params, first)?;
    Ok(first)
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

/// Begins the call.
pub(super) fn begin(
    exchange: &Arc<Exchange>,
    params: &Params,
    first: First,
    operators: Vec<i64>,
    kind: Kind,
) -> Result<Reply, Fault> {
    let faults = exchange.faults();
    let order = Order {
        direction: direction(params)?,
        caller: contact(exchange, params)?,
        operators,
        virtual_number: own_number(params)?,
        scenario: faults.api_scenario,
        sound: Some(Sound::RuCallStereo),
        speed: faults.api_speed,
        origin: Origin::Api {
            external_id: params.text("external_id")?,
            first,
            kind,
        },
        varied: false,
    };
    Ok(Reply::data(
        json!({ "call_session_id": exchange.place(order) }),
    ))
}

/// Without a direction the platform counts the call as incoming.
fn direction(params: &Params) -> Result<Direction, Fault> {
    match params.text("direction")?.as_deref() {
        Some("out") => Ok(Direction::Out),
        Some("in") | None => Ok(Direction::In),
        Some(other) => Err(Fault::wrong_value("direction", other)),
    }
}

fn own_number(params: &Params) -> Result<VirtualNumber, Fault> {
    let number = params.required_text("virtual_phone_number")?;
    virtual_number(&number).ok_or_else(|| Fault::no_virtual_number(&number))
}

fn contact(exchange: &Exchange, params: &Params) -> Result<Caller, Fault> {
    let number = params.required_text("contact")?;
    dialable("contact", &number)?;
    if virtual_number(&number).is_some() {
        return Err(Fault::own_number(&number));
    }
    if exchange.book().black_list.contains(&number) {
        return Err(Fault::black_listed(&number));
    }
    Ok(exchange.caller(&number))
}

/// Digits of E.164, or of a SIP number.
pub(super) fn dialable(field: &str, number: &str) -> Result<(), Fault> {
    let digits = number.chars().all(|sign| sign.is_ascii_digit());
    if digits && (7..=15).contains(&number.len()) {
        Ok(())
    } else {
        Err(Fault::wrong_value(field, number))
    }
}

/// A message: a file of the account or a text to speak.
pub(super) fn message(params: &Params, name: &str) -> Result<bool, Fault> {
    let Some(message) = params.object(name)? else {
        return Ok(false);
    };
    message.only(&["type", "value"])?;
    let (kind, value) = (
        message.required_text("type")?,
        message.required_text("value")?,
    );
    match kind.as_str() {
        "media" => match value.parse() {
            Ok(id) => media(id)?,
            Err(_) => return Err(Fault::wrong_value(&format!("{name}.value"), value)),
        },
        "tts" if value.chars().count() > LONGEST_TEXT => return Err(Fault::text_too_long()),
        "tts" => {}
        _ => return Err(Fault::wrong_value(&format!("{name}.type"), kind)),
    }
    Ok(true)
}

fn media(id: i64) -> Result<(), Fault> {
    if MEDIA_FILES.iter().any(|file| file.0 == id) {
        Ok(())
    } else {
        Err(Fault::no_media_file(id))
    }
}

pub(super) fn dtmf(params: &Params) -> Result<(), Fault> {
    let Some(digits) = params.text("dtmf_string")? else {
        return Ok(());
    };
    let known = |sign: char| sign.is_ascii_digit() || matches!(sign, '*' | '#' | '.');
    if digits.chars().all(known) {
        Ok(())
    } else {
        Err(Fault::wrong_value("dtmf_string", digits))
    }
}
