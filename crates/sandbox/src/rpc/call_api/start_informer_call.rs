//! `start.informer_call`: rings a client who hears a message.

use std::sync::Arc;

use super::start::{begin, dtmf, message};
use crate::exchange::Exchange;
use crate::order::Kind;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;
use crate::script::First;

const KNOWN: [&str; 8] = [
    "access_token",
    "virtual_phone_number",
    "contact",
    "contact_message",
    "direction",
    "external_id",
    "dtmf_string",
    "dialing_timeout",
];
/// Seconds that a client is rung at most.
const LONGEST_RING: i64 = 120;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    if !message(params, "contact_message")? {
        return Err(Fault::missing("contact_message"));
    }
    dtmf(params)?;
    let ring = params.number("dialing_timeout")?;
    if let Some(ring) = ring.filter(|ring| !(1..=LONGEST_RING).contains(ring)) {
        return Err(Fault::wrong_value("dialing_timeout", ring));
    }
    begin(exchange, params, First::Contact, Vec::new(), Kind::Informer)
}
