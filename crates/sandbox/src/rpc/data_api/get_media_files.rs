//! `get.media_files`: what can be played to somebody.

use std::sync::Arc;

use serde_json::json;

use super::listing::{KNOWN, list, row};
use crate::account::MEDIA_FILES;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const COLUMNS: [&str; 7] = [
    "id",
    "name",
    "duration",
    "play_link",
    "normalization",
    "size",
    "type",
];

pub(super) fn run(_: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&KNOWN)?;
    let rows = MEDIA_FILES.iter().map(|(id, name)| {
        row(json!({
            "id": id,
            "name": name,
            "duration": 30,
            "play_link": null,
            "normalization": false,
            "size": 240_000,
            "type": "system",
        }))
    });
    list(params, rows.collect(), &COLUMNS, COLUMNS.len())
}
