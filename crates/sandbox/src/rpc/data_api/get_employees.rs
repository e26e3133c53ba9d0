//! `get.employees`: who works in the account, with their numbers.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, Row, list, row};
use crate::account::{OPERATORS, Operator};
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 19] = [
    "id",
    "login",
    "full_name",
    "first_name",
    "last_name",
    "patronymic",
    "email",
    "status",
    "status_id",
    "calls_available",
    "in_external_allowed_call_directions",
    "in_internal_allowed_call_directions",
    "out_external_allowed_call_directions",
    "out_internal_allowed_call_directions",
    "call_recording",
    "schedule",
    "groups",
    "phone_numbers",
    "extension",
];

pub(super) fn run(_: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    list(
        params,
        OPERATORS.iter().map(employee).collect(),
        &COLUMNS,
        COLUMNS.len(),
    )
}

fn employee(it: &Operator) -> Row {
    let (last_name, first_name) = it.full_name.split_once(' ').unwrap_or((it.full_name, ""));
    let lines = ["PSTN", "SIP", "SIP_TRUNK", "FMC"];
    row(json!({
        "id": it.id,
        "login": it.login,
        "full_name": it.full_name,
        "first_name": first_name,
        "last_name": last_name,
        "patronymic": null,
        "email": it.email,
        "status": "available",
        "status_id": 1,
        "calls_available": true,
        "in_external_allowed_call_directions": lines,
        "in_internal_allowed_call_directions": lines,
        "out_external_allowed_call_directions": lines,
        "out_internal_allowed_call_directions": lines,
        "call_recording": "all",
        "schedule": null,
        "groups": [{"group_id": it.group_id, "group_name": it.group_name}],
        "phone_numbers": [{
            "phone_id": it.id - 390_000,
            "phone_number": it.sip_number,
            "channels_count": 1,
            "dial_time": 60,
            "status": "active",
        }],
        "extension": {
            "extension_phone_number": it.extension,
            "extension_voice_mail_enabled": false,
            "extension_queue_enabled": false,
        },
    }))
}
