//! `get.call_legs_report`: the legs of the calls of a stretch of time.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;

use super::listing::{KNOWN, Row, list, row};
use super::stretch::stretch;
use crate::account::{operator, virtual_number};
use crate::call::{Call, Direction, Leg, LegState, Party};
use crate::clock::to_seconds;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

/// The first come unasked.
const USUAL: usize = 26;
const COLUMNS: [&str; 34] = [
    "id",
    "call_session_id",
    "call_records",
    "wav_call_records",
    "start_time",
    "connect_time",
    "duration",
    "total_duration",
    "finish_reason",
    "virtual_phone_number",
    "calling_phone_number",
    "called_phone_number",
    "direction",
    "is_transfered",
    "is_operator",
    "employee_id",
    "employee_rating",
    "scenario_id",
    "is_coach",
    "release_cause_code",
    "release_cause_description",
    "is_failed",
    "action_id",
    "action_name",
    "group_id",
    "group_name",
    "finish_reason_description",
    "employee_full_name",
    "employee_phone_number",
    "scenario_name",
    "is_talked",
    "contact_id",
    "contact_full_name",
    "contact_phone_number",
];

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let mut known = KNOWN.to_vec();
    known.extend(["date_from", "date_till"]);
    params.only(&known)?;
    let stretch = stretch(params)?;
    let board = exchange.board();
    let calls = board
        .calls
        .values()
        .filter(|call| stretch.contains(&call.started));
    let legs = calls.flat_map(|call| call.legs.iter().map(move |leg| (call, leg)));
    let over = legs.filter(|(_, leg)| !leg.is_up());
    list(
        params,
        over.map(|(call, leg)| report(call, leg)).collect(),
        &COLUMNS,
        USUAL,
    )
}

fn report(call: &Call, leg: &Leg) -> Row {
    let employee = leg.party.operator().and_then(operator);
    let group = employee.map(|employee| (employee.group_id, employee.group_name));
    let scenario = virtual_number(&call.virtual_number).filter(|_| call.direction == Direction::In);
    let began = leg.dialled.unwrap_or(call.started);
    let ended = leg.ended.unwrap_or(began);
    let lasted = |from: Timestamp| (ended.as_second() - from.as_second()).max(0);
    let LegState::Ended { answered, reason } = &leg.state else {
        return Row::new();
    };
    let rung = leg.party != Party::Client || call.direction == Direction::Out;
    let talked = |id: i64| call.talked().contains(&id);
    row(json!({
        "id": leg.id,
        "call_session_id": call.session,
        "call_records": [],
        "wav_call_records": [],
        "start_time": to_seconds(began),
        "connect_time": answered.map(to_seconds),
        "duration": answered.map_or(0, lasted),
        "total_duration": lasted(began),
        "finish_reason": reason,
        "finish_reason_description": reason,
        "virtual_phone_number": call.virtual_number,
        "calling_phone_number": leg.calling,
        "called_phone_number": leg.called,
        "direction": if rung { "out" } else { "in" },
        "is_transfered": reason == "transfer_disconnects",
        "is_operator": leg.party != Party::Client,
        "is_coach": false,
        "is_failed": answered.is_none(),
        "is_talked": match employee {
            Some(employee) => talked(employee.id),
            None => !call.talks.is_empty(),
        },
        "employee_id": employee.map(|it| it.id),
        "employee_full_name": employee.map(|it| it.full_name),
        "employee_phone_number": employee.map(|it| it.sip_number),
        "scenario_id": scenario.map(|number| number.scenario_id),
        "scenario_name": scenario.map(|number| number.scenario_name),
        "group_id": group.map(|group| group.0),
        "group_name": group.map(|group| group.1),
        "contact_id": call.caller.contact_id,
        "contact_full_name": call.caller.full_name,
        "contact_phone_number": call.caller.number,
    }))
}
