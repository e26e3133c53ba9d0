//! `get.employees`: who works in the account, with their numbers.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, Row, list, row};
use crate::account::{OPERATORS, Operator, status};
use crate::exchange::{Duty, Exchange};
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 25] = [
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
    "allowed_in_call_types",
    "allowed_out_call_types",
    "schedule_id",
    "schedule_name",
    "coach",
    "operator",
];
/// The first come unasked.
const USUAL: usize = 19;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    list(
        params,
        OPERATORS
            .iter()
            .map(|it| employee(it, exchange.duty(it.id)))
            .collect(),
        &COLUMNS,
        USUAL,
    )
}

fn employee(it: &Operator, duty: Duty) -> Row {
    let status = status(duty.status_id);
    let (last_name, first_name) = it.full_name.split_once(' ').unwrap_or((it.full_name, ""));
    let ways = ["in", "out"];
    row(json!({
        "id": it.id,
        "login": it.login,
        "full_name": it.full_name,
        "first_name": first_name,
        "last_name": last_name,
        "patronymic": null,
        "email": it.email,
        "status": status.and_then(|status| status.mnemonic),
        "status_id": duty.status_id,
        "calls_available": status.is_some_and(|status| status.takes_calls),
        "in_external_allowed_call_directions": ways,
        "in_internal_allowed_call_directions": ways,
        "out_external_allowed_call_directions": ways,
        "out_internal_allowed_call_directions": ways,
        "allowed_in_call_types": ["internal", "external"],
        "allowed_out_call_types": ["internal", "external"],
        "schedule_id": null,
        "schedule_name": null,
        "coach": null,
        "operator": null,
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
