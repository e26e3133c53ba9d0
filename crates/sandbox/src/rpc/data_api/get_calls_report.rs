//! `get.calls_report`: the calls of a stretch of time, as the account counts them.

use std::sync::Arc;

use jiff::civil::DateTime;
use jiff::{Span, Timestamp};
use serde_json::{Value, json};

use super::listing::{KNOWN, Row, list, row};
use crate::account::{NOT_HANDLED, operator, virtual_number};
use crate::call::{Call, Direction};
use crate::clients::region;
use crate::clock::{to_seconds, zone};
use crate::exchange::Exchange;
use crate::record_files;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

/// The first come unasked.
const USUAL: usize = 24;
const COLUMNS: [&str; 46] = [
    "id",
    "start_time",
    "finish_time",
    "finish_reason",
    "direction",
    "source",
    "is_lost",
    "contact_phone_number",
    "virtual_phone_number",
    "communication_id",
    "communication_type",
    "cpn_region_id",
    "cpn_region_name",
    "cpn_country_id",
    "cpn_country_name",
    "wait_duration",
    "total_wait_duration",
    "talk_duration",
    "clean_talk_duration",
    "total_duration",
    "call_records",
    "wav_call_records",
    "full_record_file_link",
    "ext_id",
    "postprocess_duration",
    "lost_call_processing_duration",
    "voice_mail_records",
    "is_transfer",
    "employees",
    "first_answered_employee_id",
    "first_answered_employee_full_name",
    "last_answered_employee_id",
    "last_answered_employee_full_name",
    "first_talked_employee_id",
    "first_talked_employee_full_name",
    "last_talked_employee_id",
    "last_talked_employee_full_name",
    "last_answered_employee_rating",
    "operator_phone_number",
    "scenario_id",
    "scenario_name",
    "tags",
    "contact_id",
    "contact_full_name",
    "call_api_external_id",
    "communication_number",
];
/// A report covers at most so many months.
const MOST_MONTHS: i64 = 3;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    let mut known = KNOWN.to_vec();
    known.extend(["date_from", "date_till", "include_ongoing_calls"]);
    params.only(&known)?;
    let (from, till) = (moment(params, "date_from")?, moment(params, "date_till")?);
    let most = from
        .checked_add(Span::new().months(MOST_MONTHS))
        .map_err(|_| wrong(params, "date_from"))?;
    if till > most {
        return Err(Fault::too_long(MOST_MONTHS));
    }
    let (from, till) = (
        instant(params, "date_from", from)?,
        instant(params, "date_till", till)?,
    );
    let ongoing = params.flag("include_ongoing_calls")?.unwrap_or(false);
    let wanted =
        |call: &&Call| (from..=till).contains(&call.started) && (ongoing || call.is_finished());
    let url = exchange.public_url();
    let rows = exchange
        .board()
        .calls
        .values()
        .filter(wanted)
        .map(|call| report(call, &url))
        .collect();
    list(params, rows, &COLUMNS, USUAL)
}

/// Moments are given in the account's zone.
fn moment(params: &Params, name: &str) -> Result<DateTime, Fault> {
    let text = params.required_text(name)?;
    DateTime::strptime("%Y-%m-%d %H:%M:%S", &text).map_err(|_| wrong(params, name))
}

fn instant(params: &Params, name: &str, at: DateTime) -> Result<Timestamp, Fault> {
    at.to_zoned(zone())
        .map(|at| at.timestamp())
        .map_err(|_| wrong(params, name))
}

fn wrong(params: &Params, name: &str) -> Fault {
    Fault::wrong_time(name, params.raw(name).unwrap_or(&Value::Null))
}

fn report(call: &Call, public_url: &str) -> Row {
    let mut all = facts(call, public_url);
    all.append(&mut people(call));
    all
}

fn facts(call: &Call, public_url: &str) -> Row {
    let region = call.caller.number.as_deref().and_then(region);
    let ready = || call.records.iter().filter(|record| record.ready.is_some());
    let hashes = |messages: bool| -> Vec<&str> {
        ready()
            .filter(|record| record.is_message == messages)
            .map(|record| record.hash.as_str())
            .collect()
    };
    let scenario = virtual_number(&call.virtual_number).filter(|_| call.direction == Direction::In);
    let lost = call.is_finished() && call.is_lost();
    row(json!({
        "id": call.session,
        "start_time": to_seconds(call.started),
        "finish_time": call.finish_time().map(to_seconds),
        "finish_reason": call.finish_reason(),
        "direction": call.direction.name(),
        "source": call.source,
        "is_lost": lost,
        "contact_phone_number": call.caller.number,
        "virtual_phone_number": call.virtual_number,
        "communication_id": call.session,
        "communication_type": "call",
        "cpn_region_id": region.map(|region| region.0),
        "cpn_region_name": region.map(|region| region.1),
        "wait_duration": call.wait_seconds(),
        "total_wait_duration": call.total_wait_seconds(),
        "talk_duration": call.talk_seconds(),
        "clean_talk_duration": call.clean_talk_seconds(),
        "total_duration": call.total_seconds(),
        "postprocess_duration": call.postprocess_seconds,
        "call_records": hashes(false),
        "wav_call_records": [],
        "voice_mail_records": hashes(true),
        "full_record_file_link": ready().next().map(|record| record_files::link(public_url, call.session, record)),
        "is_transfer": call.is_transfer(),
        "scenario_id": scenario.map(|number| number.scenario_id),
        "scenario_name": scenario.map(|number| number.scenario_name),
        "tags": if lost { vec![json!({"tag_id": NOT_HANDLED.id, "tag_name": NOT_HANDLED.name, "tag_type": "auto"})] } else { Vec::new() },
        "contact_id": call.caller.contact_id,
        "contact_full_name": call.caller.full_name,
        "call_api_external_id": call.external_id,
    }))
}

fn people(call: &Call) -> Row {
    let (answered, talked) = (call.answered(), call.talked());
    let name = |id: Option<&i64>| id.and_then(|id| operator(*id)).map(|it| it.full_name);
    let employees = call.employees().into_iter().map(|id| {
        json!({
            "employee_id": id,
            "employee_full_name": name(Some(&id)),
            "is_answered": answered.contains(&id),
            "is_talked": talked.contains(&id),
        })
    });
    row(json!({
        "employees": employees.collect::<Vec<_>>(),
        "first_answered_employee_id": answered.first(),
        "first_answered_employee_full_name": name(answered.first()),
        "last_answered_employee_id": answered.last(),
        "last_answered_employee_full_name": name(answered.last()),
        "first_talked_employee_id": talked.first(),
        "first_talked_employee_full_name": name(talked.first()),
        "last_talked_employee_id": talked.last(),
        "last_talked_employee_full_name": name(talked.last()),
        "operator_phone_number": call.main_operator().and_then(operator).map(|it| it.sip_number),
    }))
}
