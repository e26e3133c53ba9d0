//! The platform's own transcript of a call: asked for, and some time later there.

use std::sync::Arc;

use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::call::Call;
use crate::clock::{now, to_seconds, zone};
use crate::exchange::Exchange;
use crate::record_files;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

/// How long a transcript is in the making.
const MAKING: SignedDuration = SignedDuration::from_millis(500);
/// Seconds into the talk, whether the operator says it, and what.
const PHRASES: [(i64, bool, &str); 4] = [
    (1, true, "Ромашка, добрый день, слушаю вас"),
    (4, false, "Здравствуйте, я по поводу заказа, он не пришёл"),
    (9, true, "Назовите, пожалуйста, номер заказа, я посмотрю"),
    (14, false, "Тысяча сто двадцать один"),
];

pub(super) fn ask(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "user_id", "call_session_id"])?;
    let session = params.required_number("call_session_id")?;
    let mut board = exchange.board();
    let call = board
        .calls
        .get_mut(&session)
        .filter(|call| !call.records.is_empty());
    let call = call.ok_or_else(|| Fault::no_entity("call_session_id", session))?;
    call.recognition_asked = call.recognition_asked.or_else(|| Some(now()));
    drop(board);
    exchange.keep_call_soon(session);
    Ok(Reply::Bare(json!({"success": "true"})))
}

pub(super) fn read(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "user_id", "call_session_id", "search_text"])?;
    let session = params.required_number("call_session_id")?;
    let wanted = params
        .text("search_text")?
        .unwrap_or_default()
        .to_lowercase();
    let url = exchange.public_url();
    let board = exchange.board();
    let call = board.calls.get(&session);
    let call = call.ok_or_else(|| Fault::no_entity("call_session_id", session))?;
    let made = call
        .recognition_asked
        .is_some_and(|asked| now() >= asked + MAKING);
    let records = call
        .records
        .iter()
        .map(|record| record_files::link(&url, session, record));
    Ok(Reply::data(json!({
        "speech_phrases": if made { phrases(call, &wanted) } else { Vec::new() },
        "recognition_worker_type": "VoiceNavigator",
        "call_records": records.collect::<Vec<_>>(),
        "call_start_date_time": to_seconds(call.started),
        "contact_phone_number": call.caller.number,
    })))
}

fn phrases(call: &Call, wanted: &str) -> Vec<Value> {
    let Some(talk) = call.talks.first() else {
        return Vec::new();
    };
    let said = (1..)
        .zip(PHRASES)
        .filter(|(_, said)| said.2.to_lowercase().contains(wanted));
    said.map(|(n, (after, is_operator, phrase))| {
        let at = (talk.started + SignedDuration::from_secs(after)).to_zoned(zone());
        json!({
            "id": call.session * 10 + n,
            "ext_id": null,
            "phrase": phrase,
            "speech_id": call.session,
            "start_time": at.strftime("%H:%M:%S").to_string(),
            "is_operator": is_operator,
            "edited_phrase": null,
        })
    })
    .collect()
}
