//! `get.scenarios`: what processes the calls of each number.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, list, row};
use crate::account::NUMBERS;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 5] = ["id", "name", "virtual_phone_numbers", "sites", "campaigns"];

pub(super) fn run(_: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let rows = NUMBERS.iter().map(|number| {
        row(json!({
            "id": number.scenario_id,
            "name": number.scenario_name,
            "virtual_phone_numbers": [number.number],
            "sites": [],
            "campaigns": [],
        }))
    });
    list(params, rows.collect(), &COLUMNS, COLUMNS.len())
}
