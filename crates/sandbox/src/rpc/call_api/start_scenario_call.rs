//! `start.scenario_call` and `start.vnumber_call`: a client comes to a scenario, and to whom that leads.

use std::sync::Arc;

use super::start::{begin, check, first};
use crate::account::NUMBERS;
use crate::chance::Chance;
use crate::clock;
use crate::exchange::Exchange;
use crate::order::Kind;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;
use crate::traffic::any_operators;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    check(params, &["scenario_id"])?;
    let first = first(params, "employee")?;
    let id = params.required_number("scenario_id")?;
    if !NUMBERS.iter().any(|number| number.scenario_id == id) {
        return Err(Fault::no_scenario(id));
    }
    begin(exchange, params, first, whoever(exchange), Kind::Scenario)
}

pub(super) fn to_number(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    check(params, &["show_virtual_phone_number"])?;
    let first = first(params, "employee")?;
    begin(exchange, params, first, whoever(exchange), Kind::Vnumber)
}

fn whoever(exchange: &Exchange) -> Vec<i64> {
    let moment = clock::now().as_millisecond().unsigned_abs();
    any_operators(&mut Chance::of(exchange.seed, moment), None)
}
