//! One call as `get.calls_report` shows it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::listing::{Row, row};
use crate::account::{NOT_HANDLED, operator, virtual_number};
use crate::call::{Call, Direction};
use crate::clients::region;
use crate::clock::to_seconds;
use crate::record_files;

/// A call as the report shows it.
pub(super) fn report(call: &Call, public_url: &str, tags: &BTreeMap<i64, String>) -> Row {
    let mut all = facts(call, public_url, tags);
    all.append(&mut people(call));
    all
}

fn facts(call: &Call, public_url: &str, tags: &BTreeMap<i64, String>) -> Row {
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
        "tags": put_tags(call, lost, tags),
        "contact_id": call.caller.contact_id,
        "contact_full_name": call.caller.full_name,
        "call_api_external_id": call.external_id,
        "call_api_request_id": call.is_ordered().then_some(call.session),
        "ext_id": call.ext_id,
        "attributes": [],
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

fn put_tags(call: &Call, lost: bool, tags: &BTreeMap<i64, String>) -> Vec<Value> {
    let own = |id: i64, name: Option<&str>, kind: &str, at: Option<Timestamp>| {
        json!({
            "tag_id": id,
            "tag_name": name,
            "tag_type": kind,
            "tag_change_time": at.map(to_seconds),
            "tag_user_id": null,
            "tag_user_login": null,
            "tag_employee_id": null,
            "tag_employee_full_name": null,
        })
    };
    let system = lost.then(|| {
        own(
            NOT_HANDLED.id,
            Some(NOT_HANDLED.name),
            "auto",
            call.finish_time(),
        )
    });
    let put = call.tags.iter().map(|tag| {
        own(
            tag.id,
            tags.get(&tag.id).map(String::as_str),
            "manual",
            Some(tag.at),
        )
    });
    system.into_iter().chain(put).collect()
}
