//! `get.sip_lines`: where softphones register, and whether they have.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, list, row};
use crate::account::{NUMBERS, OPERATORS, Operator};
use crate::clock::{now, to_seconds};
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 14] = [
    "id",
    "phone_number",
    "type",
    "employee_id",
    "employee_full_name",
    "channels_count",
    "dial_time",
    "billing_state",
    "physical_state",
    "status",
    "virtual_phone_number",
    "ip_addresses",
    "password",
    "server",
];
/// The first come unasked.
const USUAL: usize = 12;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let line = |it: &Operator| {
        let registered = exchange.duty(it.id).registered;
        let seen = json!({"date_time": to_seconds(now()), "ip": "203.0.113.20"});
        row(json!({
            "id": it.id - 380_000,
            "phone_number": it.sip_number,
            "type": "in_out",
            "employee_id": it.id,
            "employee_full_name": it.full_name,
            "channels_count": 1,
            "dial_time": 60,
            "billing_state": "active",
            "physical_state": if registered { "Зарегистрирован" } else { "Не зарегистрирован" },
            "status": "active",
            "virtual_phone_number": NUMBERS[0].number,
            "ip_addresses": if registered { vec![seen] } else { Vec::new() },
        }))
    };
    list(
        params,
        OPERATORS.iter().map(line).collect(),
        &COLUMNS,
        USUAL,
    )
}
