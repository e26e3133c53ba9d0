//! Data API v2.0: what the account is made of.

mod filter;
mod get_account;
mod get_calls_report;
mod get_employees;
mod get_statuses;
mod get_tags;
mod get_virtual_numbers;
mod listing;
mod sorting;

use super::Method;

/// The method with this name; what is not here, the sandbox does not have.
pub(super) fn method(name: &str) -> Option<Method> {
    Some(match name {
        "get.account" => get_account::run,
        "get.calls_report" => get_calls_report::run,
        "get.employees" => get_employees::run,
        "get.statuses" => get_statuses::run,
        "get.tags" => get_tags::run,
        "get.virtual_numbers" => get_virtual_numbers::run,
        _ => return None,
    })
}
