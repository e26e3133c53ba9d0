//! `get.tags`: the tags that calls can carry.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, list, row};
use crate::account::{NOT_HANDLED, TAGS, Tag};
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn run(_: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let tag =
        |tag: &Tag, system: bool| row(json!({"id": tag.id, "name": tag.name, "is_system": system}));
    let own = TAGS.iter().map(|own| tag(own, false));
    let rows = [tag(&NOT_HANDLED, true)].into_iter().chain(own).collect();
    list(params, rows, &["id", "name", "is_system"], 3)
}
