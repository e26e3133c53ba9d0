//! `get.virtual_numbers`: the numbers that clients dial.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, Row, list, row};
use crate::account::{NUMBERS, VirtualNumber};
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 12] = [
    "id",
    "virtual_phone_number",
    "redirection_phone_number",
    "activation_date",
    "status",
    "category",
    "type",
    "name",
    "comment",
    "scenarios",
    "campaigns",
    "site_blocks",
];

pub(super) fn run(_: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    list(
        params,
        NUMBERS.iter().map(number).collect(),
        &COLUMNS,
        COLUMNS.len(),
    )
}

fn number(it: &VirtualNumber) -> Row {
    row(json!({
        "id": it.id,
        "virtual_phone_number": it.number,
        "redirection_phone_number": null,
        "activation_date": "2024-02-01 10:00:00",
        "status": "active",
        "category": "usual",
        "type": "va",
        "name": it.name,
        "comment": null,
        "scenarios": [{
            "scenario_id": it.scenario_id,
            "scenario_name": it.scenario_name,
            "call_processing_rule_id": it.id - 8_946,
            "is_active": true,
        }],
        "campaigns": [],
        "site_blocks": [],
    }))
}
