//! `get.account`: the account itself.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, list, row};
use crate::account::{APP_ID, NAME};
use crate::clock::ZONE;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn run(_: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let account = row(json!({"app_id": APP_ID, "name": NAME, "timezone": ZONE}));
    list(params, vec![account], &["app_id", "name", "timezone"], 3)
}
