//! `start.simple_call`: rings two numbers and connects them; the reports know no employee.

use std::sync::Arc;

use super::start::{begin, check, dialable, first, message};
use crate::exchange::Exchange;
use crate::order::Kind;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const OWN: [&str; 5] = [
    "operator",
    "operator_confirmation",
    "operator_message",
    "show_virtual_phone_number",
    "media_file_id",
];

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    check(params, &OWN)?;
    message(params, "operator_message")?;
    let first = first(params, "operator")?;
    let number = params.required_text("operator")?;
    dialable("operator", &number)?;
    confirmation(params)?;
    begin(exchange, params, first, Vec::new(), Kind::Simple(number))
}

/// What the operator has to press: one symbol, or any.
fn confirmation(params: &Params) -> Result<(), Fault> {
    let Some(wanted) = params.text("operator_confirmation")? else {
        return Ok(());
    };
    let mut signs = wanted.chars();
    let symbol = |sign: char| sign.is_ascii_digit() || matches!(sign, '*' | '#');
    match (signs.next(), signs.next()) {
        (Some(one), None) if symbol(one) => Ok(()),
        _ if wanted == "any" => Ok(()),
        _ => Err(Fault::wrong_value("operator_confirmation", wanted)),
    }
}
