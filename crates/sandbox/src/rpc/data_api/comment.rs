//! `create.communication_comment`: a remark on a call.

use std::sync::Arc;

use serde_json::json;

use super::tags::kind;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&[
        "access_token",
        "user_id",
        "communication_id",
        "communication_type",
        "comment",
    ])?;
    kind(params)?;
    let session = params.required_number("communication_id")?;
    let comment = params.required_text("comment")?;
    let mut board = exchange.board();
    let call = board.calls.get_mut(&session);
    let call = call.ok_or_else(|| Fault::no_entity("communication_id", session))?;
    call.comments.push(comment);
    drop(board);
    exchange.keep_call_soon(session);
    Ok(Reply::Bare(json!({"success": "true"})))
}
