//! `get.statuses`: what an employee can be at the moment.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, Row, list, row};
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

/// Id, name, mnemonic (own statuses have none), colour, whether it is working time, whether calls come through.
const STATUSES: [(i64, &str, Option<&str>, &str, bool, bool); 7] = [
    (1, "Доступен", Some("available"), "#48b23f", true, true),
    (2, "Перерыв", Some("break"), "#1179ad", true, false),
    (
        3,
        "Не беспокоить",
        Some("do_not_disturb"),
        "#cc2229",
        true,
        false,
    ),
    (
        4,
        "Нет на месте",
        Some("not_at_workplace"),
        "#ebb400",
        true,
        false,
    ),
    (
        5,
        "Нет на работе",
        Some("not_at_work"),
        "#99acb7",
        false,
        false,
    ),
    (6, "Неизвестно", Some("unknown"), "#99acb7", false, false),
    (848_593, "Обучение", None, "#8f00b3", true, false),
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

fn status(
    (id, name, mnemonic, color, is_worktime, open): &(i64, &str, Option<&str>, &str, bool, bool),
) -> Row {
    let directions: &[&str] = if *open { &["in", "out"] } else { &["out"] };
    row(json!({
        "id": id,
        "name": name,
        "mnemonic": mnemonic,
        "color": color,
        "is_worktime": is_worktime,
        "in_external_allowed_call_directions": directions,
        "in_internal_allowed_call_directions": directions,
        "out_external_allowed_call_directions": directions,
        "out_internal_allowed_call_directions": directions,
        "allowed_phone_protocols": ["PSTN", "SIP", "SIP_TRUNK", "FMC"],
    }))
}
