//! `release.call`: ends a live call for everybody.

use std::sync::Arc;

use crate::exchange::{Command, Exchange};
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "call_session_id"])?;
    let session = params.required_number("call_session_id")?;
    exchange.command(session, Command::Release("operator_disconnects"))?;
    Ok(Reply::success())
}
