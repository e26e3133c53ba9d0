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

/// A status; the account's own ones have no mnemonic.
struct Status {
    id: i64,
    name: &'static str,
    mnemonic: Option<&'static str>,
    color: &'static str,
    is_worktime: bool,
    takes_calls: bool,
}

const fn away(
    id: i64,
    name: &'static str,
    mnemonic: Option<&'static str>,
    color: &'static str,
) -> Status {
    Status {
        id,
        name,
        mnemonic,
        color,
        is_worktime: true,
        takes_calls: false,
    }
}

const STATUSES: [Status; 7] = [
    Status {
        takes_calls: true,
        ..away(1, "Доступен", Some("available"), "#48b23f")
    },
    away(2, "Перерыв", Some("break"), "#1179ad"),
    away(3, "Не беспокоить", Some("do_not_disturb"), "#cc2229"),
    away(4, "Нет на месте", Some("not_at_workplace"), "#ebb400"),
    Status {
        is_worktime: false,
        ..away(5, "Нет на работе", Some("not_at_work"), "#99acb7")
    },
    Status {
        is_worktime: false,
        ..away(6, "Неизвестно", Some("unknown"), "#99acb7")
    },
    away(848_593, "Обучение", None, "#8f00b3"),
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
