//! Data API v2.0: what the account is made of, and what was called.

mod comment;
mod contacts;
mod filter;
mod get_account;
mod get_call_legs_report;
mod get_calls_report;
mod get_employees;
mod get_group_employees;
mod get_media_files;
mod get_scenarios;
mod get_sip_lines;
mod get_statuses;
mod get_tags;
mod get_virtual_numbers;
mod getobj_account;
mod listing;
mod recognition;
mod report_row;
mod sorting;
mod stretch;
mod tags;
mod upload_calls;

use super::entry::Entry;
use super::session;
use crate::account::DATA_API_SETTINGS;

/// What an upload costs.
const UPLOAD: u64 = 5;

/// The method with this name; what is not here, the sandbox does not have.
pub(super) fn method(name: &str) -> Option<Entry> {
    reading(name).or_else(|| writing(name))
}

fn reading(name: &str) -> Option<Entry> {
    Some(match name {
        "login.user" => Entry::data(session::log_in).open(),
        "logout.user" => Entry::data(session::log_out),
        "get.account" => Entry::data(get_account::run),
        "getobj.account" => Entry::data(getobj_account::run).taking(DATA_API_SETTINGS),
        "get.calls_report" => Entry::data(get_calls_report::run),
        "get.call_legs_report" => Entry::data(get_call_legs_report::run),
        "get.contacts" => Entry::data(contacts::get),
        "get.employees" => Entry::data(get_employees::run),
        "get.group_employees" => Entry::data(get_group_employees::run),
        "get.media_files" => Entry::data(get_media_files::run),
        "get.scenarios" => Entry::data(get_scenarios::run),
        "get.sip_lines" => Entry::data(get_sip_lines::run),
        "get.statuses" => Entry::data(get_statuses::run),
        "get.tags" => Entry::data(get_tags::run),
        "get.virtual_numbers" => Entry::data(get_virtual_numbers::run),
        "getobj.call_session_recognition_info" => {
            Entry::data(recognition::read).taking(DATA_API_SETTINGS)
        }
        _ => return None,
    })
}

/// Everything that changes the account takes a component.
fn writing(name: &str) -> Option<Entry> {
    let entry = match name {
        "create.contacts" => Entry::data(contacts::create),
        "update.contacts" => Entry::data(contacts::update),
        "delete.contacts" => Entry::data(contacts::delete),
        "create.tags" => Entry::data(tags::create),
        "update.tags" => Entry::data(tags::update),
        "delete.tags" => Entry::data(tags::delete),
        "set.tag_communications" => Entry::data(tags::set),
        "unset.tag_communications" => Entry::data(tags::unset),
        "create.communication_comment" => Entry::data(comment::run),
        "create.call_session_recognition_task" => Entry::data(recognition::ask),
        "upload.calls" => Entry::data(upload_calls::run).costing(UPLOAD),
        _ => return None,
    };
    Some(entry.taking(DATA_API_SETTINGS))
}
