//! Call API v4.0: calls are begun, steered, listed and ended.

mod block_contact;
mod list_calls;
mod release_call;
mod start;
mod start_employee_call;
mod start_informer_call;
mod start_scenario_call;
mod start_simple_call;
mod steer;

use super::entry::Entry;
use super::session;
use crate::account::{CALL_API, CALL_API_INFORMER, CALL_API_MANAGE, CALL_API_SCENARIO};

/// The method with this name; what is not here, the sandbox does not have.
pub(super) fn method(name: &str) -> Option<Entry> {
    Some(match name {
        "login.user" => Entry::call(session::log_in, CALL_API).open(),
        "logout.user" => Entry::call(session::log_out, CALL_API),
        "start.employee_call" => Entry::call(start_employee_call::run, CALL_API),
        "start.simple_call" => Entry::call(start_simple_call::run, CALL_API),
        "start.vnumber_call" => Entry::call(start_scenario_call::to_number, CALL_API),
        "start.scenario_call" => Entry::call(start_scenario_call::run, CALL_API_SCENARIO),
        "start.informer_call" => Entry::call(start_informer_call::run, CALL_API_INFORMER),
        "release.call" => Entry::call(release_call::run, CALL_API),
        "hold.call" => Entry::call(steer::hold, CALL_API_MANAGE),
        "unhold.call" => Entry::call(steer::unhold, CALL_API_MANAGE),
        "make.call" => Entry::call(steer::make, CALL_API_MANAGE),
        "restore.talk" => Entry::call(steer::restore, CALL_API_MANAGE),
        "transfer.talk" => Entry::call(steer::transfer, CALL_API_MANAGE),
        "disconnect.leg" => Entry::call(steer::disconnect, CALL_API_MANAGE),
        "tag.call" => Entry::call(steer::tag, CALL_API_MANAGE),
        "record.call" => Entry::call(steer::record, CALL_API_MANAGE),
        "send.dtmf" => Entry::call(steer::dtmf, CALL_API_MANAGE),
        "block.contact" => Entry::call(block_contact::run, CALL_API_MANAGE),
        "list.calls" => Entry::call(list_calls::run, CALL_API_MANAGE),
        _ => return None,
    })
}
