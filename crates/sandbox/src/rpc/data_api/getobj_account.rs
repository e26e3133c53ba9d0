//! `getobj.account`: the account with what it may do, as one object.

use std::sync::Arc;

use serde_json::json;

use crate::account::{APP_ID, COMPONENTS, NAME, PROJECT};
use crate::clock::ZONE;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "user_id"])?;
    let off = exchange.faults().components_off;
    let there = |name: &&&str| !off.iter().any(|missing| missing == **name);
    let may = |unit: &str| json!({"unit_id": unit, "is_select": true, "is_insert": true, "is_update": true, "is_delete": true});
    Ok(Reply::data(json!({
        "app_id": APP_ID,
        "app_name": NAME,
        "app_state": "active",
        "is_agent_app": false,
        "customer_id": null,
        "user_id": 1001,
        "user_type": "user",
        "user_login": "sandbox",
        "user_name": "Песочница",
        "tp_id": 1,
        "tp_name": "Песочница",
        "crm_type": null,
        "lang": "ru",
        "project": PROJECT,
        "timezone": ZONE,
        "permissions": [may("data_api"), may("call_api")],
        "components": COMPONENTS.iter().filter(there).collect::<Vec<_>>(),
        "is_bi_available": false,
        "report_currency": "RUB",
        "is_agent": false,
        "agent_type": null,
    })))
}
