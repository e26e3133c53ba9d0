//! `get.group_employees`: the groups, with who is in them.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, list, row};
use crate::account::OPERATORS;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 7] = [
    "id",
    "name",
    "members",
    "phone_number",
    "group_phone_number",
    "queue_enabled",
    "channels_count",
];

pub(super) fn run(_: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let mut groups: Vec<(i64, &str)> = OPERATORS
        .iter()
        .map(|it| (it.group_id, it.group_name))
        .collect();
    groups.dedup();
    let rows = groups.into_iter().map(|(id, name)| {
        let members = || OPERATORS.iter().filter(move |it| it.group_id == id);
        row(json!({
            "id": id,
            "name": name,
            "members": members().map(|it| json!({
                "employee_id": it.id,
                "employee_full_name": it.full_name,
            })).collect::<Vec<_>>(),
            "phone_number": members().map(|it| json!({
                "employee_phone_number": it.sip_number,
                "employee_phone_number_id": it.id - 390_000,
                "employee_id": it.id,
                "employee_full_name": it.full_name,
                "available": true,
            })).collect::<Vec<_>>(),
            "group_phone_number": (id - 6801).to_string(),
            "queue_enabled": false,
            "channels_count": 1,
        }))
    });
    list(params, rows.collect(), &COLUMNS, COLUMNS.len())
}
