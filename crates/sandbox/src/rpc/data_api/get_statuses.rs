//! `get.statuses`: what an employee can be at the moment.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, Row, list, row};
use crate::account::{STATUSES, Status};
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 10] = [
    "id",
    "name",
    "mnemonic",
    "color",
    "is_worktime",
    "in_external_allowed_call_directions",
    "in_internal_allowed_call_directions",
    "out_external_allowed_call_directions",
    "out_internal_allowed_call_directions",
    "allowed_phone_protocols",
];

pub(super) fn run(_: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    list(
        params,
        STATUSES.iter().map(status).collect(),
        &COLUMNS,
        COLUMNS.len(),
    )
}

fn status(it: &Status) -> Row {
    let directions: &[&str] = if it.takes_calls {
        &["in", "out"]
    } else {
        &["out"]
    };
    row(json!({
        "id": it.id,
        "name": it.name,
        "mnemonic": it.mnemonic,
        "color": it.color,
        "is_worktime": it.is_worktime,
        "in_external_allowed_call_directions": directions,
        "in_internal_allowed_call_directions": directions,
        "out_external_allowed_call_directions": directions,
        "out_internal_allowed_call_directions": directions,
        "allowed_phone_protocols": ["PSTN", "SIP", "SIP_TRUNK", "FMC"],
    }))
}
