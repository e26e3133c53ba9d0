//! `block.contact`: puts the client's number on the black list and ends the call.

use std::sync::Arc;

use crate::exchange::{Command, Exchange};
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "call_session_id"])?;
    let session = params.required_number("call_session_id")?;
    exchange.command(session, Command::Release("numa_in_black_list"))?;
    let number = exchange
        .board()
        .calls
        .get(&session)
        .and_then(|call| call.caller.number.clone());
    if let Some(number) = number {
        exchange.change_book(|book| book.black_list.push(number));
    }
    Ok(Reply::success())
}
