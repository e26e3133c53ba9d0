//! `get.tags`: the tags that calls can carry.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, list, row};
use crate::account::NOT_HANDLED;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let tag = |id: i64, name: &str, system: bool| {
        row(json!({"id": id, "name": name, "is_system": system}))
    };
    let own = exchange.tags();
    let own = own.iter().map(|(id, name)| tag(*id, name, false));
    let system = tag(NOT_HANDLED.id, NOT_HANDLED.name, true);
    let rows = [system].into_iter().chain(own).collect();
    list(params, rows, &["id", "name", "is_system"], 3)
}
