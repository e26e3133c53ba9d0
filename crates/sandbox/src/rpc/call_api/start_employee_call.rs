//! `start.employee_call`: rings an employee and a client and connects them.

use std::sync::Arc;

use super::start::{begin, check, first, message};
use crate::account::{Operator, operator};
use crate::exchange::Exchange;
use crate::order::Kind;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

const OWN: [&str; 4] = [
    "employee",
    "employee_message",
    "show_virtual_phone_number",
    "media_file_id",
];

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    check(params, &OWN)?;
    message(params, "employee_message")?;
    let first = first(params, "employee")?;
    let operators = crate::traffic::and_others(employee(params)?.id);
    begin(exchange, params, first, operators, Kind::Employee)
}

fn employee(params: &Params) -> Result<Operator, Fault> {
    let given = params.required_object("employee")?;
    given.only(&["id", "phone_number"])?;
    let id = given.required_number("id")?;
    let employee = operator(id).ok_or_else(|| Fault::no_employee(id))?;
    match given.text("phone_number")? {
        Some(number) if number != employee.sip_number && number != employee.extension => {
            Err(Fault::no_phone(&number))
        }
        Some(_) | None => Ok(employee),
    }
}
