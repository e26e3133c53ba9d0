//! `GET /panel/calls` and `/panel/deliveries`: what was called, and what was told about it.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::refusal::Refusal;
use crate::account::operator;
use crate::call::{Call, Party};
use crate::exchange::{Board, Command, Exchange};
use crate::record_files;
use crate::sentence::said;

/// How much is listed, and about which call.
#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default = "a_screenful")]
    limit: usize,
    call_session_id: Option<i64>,
}

const fn a_screenful() -> usize {
    50
}

pub(super) async fn list(
    State(exchange): State<Arc<Exchange>>,
    Query(wanted): Query<Wanted>,
) -> Json<Value> {
    let url = exchange.public_url();
    let board = exchange.board();
    let calls: Vec<_> = board
        .calls
        .values()
        .rev()
        .take(wanted.limit)
        .map(|call| show(&board, call, &url))
        .collect();
    Json(json!({ "calls": calls }))
}

pub(super) async fn one(
    State(exchange): State<Arc<Exchange>>,
    Path(session): Path<i64>,
) -> Result<Json<Value>, Refusal> {
    let url = exchange.public_url();
    let board = exchange.board();
    match board.calls.get(&session) {
        Some(call) => Ok(Json(show(&board, call, &url))),
        None => Err(Refusal::not_found(said(
            format!("Звонка {session} нет."),
            format!("There is no call {session}."),
        ))),
    }
}

pub(super) async fn hang_up(
    State(exchange): State<Arc<Exchange>>,
    Path(session): Path<i64>,
) -> Result<Json<Value>, Refusal> {
    let board = exchange.board();
    let live = board.live.get(&session);
    match live.map(|call| call.orders.send(Command::Release("subscriber_disconnects"))) {
        Some(Ok(())) => Ok(Json(json!({ "call_session_id": session }))),
        Some(Err(_)) | None => Err(Refusal::not_found(said(
            format!("Звонок {session} уже не идёт."),
            format!("The call {session} is not going on."),
        ))),
    }
}

pub(super) async fn deliveries(
    State(exchange): State<Arc<Exchange>>,
    Query(wanted): Query<Wanted>,
) -> Json<Value> {
    let board = exchange.board();
    let about = |session: i64| {
        wanted
            .call_session_id
            .is_none_or(|wanted| wanted == session)
    };
    let shown: Vec<_> = board
        .deliveries
        .iter()
        .filter(|it| about(it.call_session_id))
        .take(wanted.limit)
        .collect();
    Json(json!({ "deliveries": shown }))
}

fn show(board: &Board, call: &Call, public_url: &str) -> Value {
    let name = |id: i64| operator(id).map(|operator| operator.full_name);
    let main = call.main_operator().unwrap_or(call.operator);
    json!({
        "call_session_id": call.session,
        "direction": call.direction.name(),
        "scenario": call.scenario.name(),
        "state": call.state.name(),
        "client_number": call.caller.number,
        "client_name": call.caller.full_name,
        "virtual_number": call.virtual_number,
        "operator_id": main,
        "operator_name": name(main),
        "operators": call.employees(),
        "source": call.source,
        "external_id": call.external_id,
        "speed": call.speed,
        "started_at": call.started,
        "finished_at": call.finish_time(),
        "finish_reason": call.finish_reason(),
        "is_lost": call.is_finished().then(|| call.is_lost()),
        "wait_seconds": call.is_finished().then(|| call.wait_seconds()),
        "talk_seconds": call.is_finished().then(|| call.talk_seconds()),
        "total_seconds": call.is_finished().then(|| call.total_seconds()),
        "recordings": call.records.iter().map(|record| json!({
            "link": record_files::link(public_url, call.session, record),
            "seconds": record.seconds,
            "ready": record.ready.is_some(),
            "kind": if record.is_message { "voice_mail" } else { "talk" },
        })).collect::<Vec<_>>(),
        "deliveries": board.delivered_about(call.session),
        "comments": call.comments,
        "tags": call.tags.iter().map(|tag| tag.id).collect::<Vec<_>>(),
        "legs": call.legs.iter().filter(|leg| leg.is_up()).map(|leg| json!({
            "leg_id": leg.id,
            "number": leg.called,
            "operator": leg.party.operator().and_then(name),
            "is_client": leg.party == Party::Client,
            "state": call.word(leg),
        })).collect::<Vec<_>>(),
    })
}
