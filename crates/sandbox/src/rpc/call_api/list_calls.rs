//! `list.calls`: the calls that are going on, with their legs.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::account::operator;
use crate::call::{Call, Leg, Party};
use crate::clock::to_iso;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "direction", "virtual_phone_number"])?;
    let direction = params.text("direction")?;
    if let Some(other) = direction
        .as_deref()
        .filter(|name| !matches!(*name, "in" | "out"))
    {
        return Err(Fault::wrong_value("direction", other));
    }
    let number = params.text("virtual_phone_number")?;
    let tags = exchange.tags();
    let board = exchange.board();
    let wanted = |call: &&Call| {
        call.is_live()
            && direction
                .as_deref()
                .is_none_or(|name| name == call.direction.name())
            && number
                .as_deref()
                .is_none_or(|number| number == call.virtual_number)
    };
    Ok(Reply::data(
        board
            .calls
            .values()
            .filter(wanted)
            .map(|call| row(call, &tags))
            .collect(),
    ))
}

fn row(call: &Call, tags: &BTreeMap<i64, String>) -> Value {
    json!({
        "call_session_id": call.session,
        "direction": call.direction.name(),
        "start_time": to_iso(call.started),
        "virtual_phone_number": call.virtual_number,
        "contact_phone_number": call.caller.number,
        "external_id": call.external_id,
        "tags": call.tags.iter().map(|tag| json!({"tag_id": tag.id, "tag_name": tags.get(&tag.id)})).collect::<Vec<_>>(),
        "legs": call.legs.iter().filter(|leg| leg.is_up()).map(|leg| leg_row(call, leg)).collect::<Vec<_>>(),
    })
}

fn leg_row(call: &Call, leg: &Leg) -> Value {
    let employee = leg.party.operator().and_then(operator);
    json!({
        "leg_id": leg.id,
        "calling_phone_number": leg.calling,
        "called_phone_number": leg.called,
        "is_operator": leg.party != Party::Client,
        "employee_id": employee.map(|it| it.id),
        "employee_full_name": employee.map(|it| it.full_name),
        "record_call_enabled": call.sound.is_some(),
        "state": call.word(leg),
    })
}
