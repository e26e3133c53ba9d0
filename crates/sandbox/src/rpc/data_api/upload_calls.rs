//! `upload.calls`: calls of another telephony, put among the others.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::stretch::{instant, moment};
use crate::call::{Call, Direction, PutTag};
use crate::clock;
use crate::exchange::Exchange;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

/// Calls in one request.
const MOST: usize = 50;
const KNOWN: [&str; 19] = [
    "ext_id",
    "direction",
    "calling_phone_number",
    "called_phone_number",
    "start_time",
    "finish_time",
    "is_lost",
    "is_transfer",
    "wait_duration",
    "talk_duration",
    "visitor_session_id",
    "campaign_id",
    "source_id",
    "site_id",
    "comment",
    "callback",
    "tags",
    "wav_records",
    "mp3_records",
];

pub(super) fn run(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token", "user_id", "calls"])?;
    let given = params
        .list("calls")?
        .ok_or_else(|| Fault::missing("calls"))?;
    if given.len() > MOST {
        return Err(Fault::too_much("calls", MOST));
    }
    let calls = given.iter().map(|call| read(exchange, call));
    let calls: Vec<Call> = calls.collect::<Result<_, _>>()?;
    for mut call in calls {
        let session = exchange.board().new_session();
        call.session = session;
        exchange.board().add(call);
        exchange.keep_call_soon(session);
    }
    Ok(Reply::Bare(json!({})))
}

fn read(exchange: &Arc<Exchange>, given: &Value) -> Result<Call, Fault> {
    let params = Params::of(Some(given))
        .map_err(|_| Fault::wrong_type("calls", "an array of objects", given))?;
    params.only(&KNOWN)?;
    let direction = match params.text("direction")?.as_deref() {
        None | Some("in") => Direction::In,
        Some("out") => Direction::Out,
        Some(other) => return Err(Fault::wrong_value("direction", other)),
    };
    let (calling, called) = (
        params.required_text("calling_phone_number")?,
        params.required_text("called_phone_number")?,
    );
    let (client, own) = match direction {
        Direction::In => (calling, called),
        Direction::Out => (called, calling),
    };
    let started = at(&params, "start_time")?;
    let finished = at(&params, "finish_time")?;
    if finished < started {
        return Err(Fault::wrong_value(
            "finish_time",
            clock::to_seconds(finished),
        ));
    }
    let lost = params
        .flag("is_lost")?
        .ok_or_else(|| Fault::missing("is_lost"))?;
    if params.raw("wav_records").is_some() && params.raw("mp3_records").is_some() {
        return Err(Fault::combination());
    }
    let talk = params.number("talk_duration")?.filter(|_| !lost);
    let mut call = Call::uploaded(direction, exchange.caller(&client), &own, started, finished);
    call.ext_id = Some(params.required_text("ext_id")?);
    call.comments = params.text("comment")?.into_iter().collect();
    call.tags = tags(exchange, &params, finished)?;
    if !lost {
        call.talked_at_the_end(talk.unwrap_or(finished.as_second() - started.as_second()));
    }
    Ok(call)
}

fn at(params: &Params, name: &str) -> Result<Timestamp, Fault> {
    instant(params, name, moment(params, name)?)
}

/// By id, or by name: one that is not there is made.
fn tags(exchange: &Arc<Exchange>, params: &Params, at: Timestamp) -> Result<Vec<PutTag>, Fault> {
    let given = params.list("tags")?.unwrap_or_default();
    let tag = |given: &Value| {
        let tag = Params::of(Some(given))
            .map_err(|_| Fault::wrong_type("tags", "an array of objects", given))?;
        tag.only(&["tag_id", "tag_name"])?;
        if let Some(id) = tag.number("tag_id")? {
            exchange.tag_name(id).ok_or_else(|| Fault::no_tag(id))?;
            return Ok(PutTag { id, at });
        }
        let name = tag.required_text("tag_name")?;
        let known = exchange
            .tags()
            .into_iter()
            .find(|(_, known)| *known == name);
        let made = || {
            exchange.change_book(|book| {
                let id = book.fresh_id();
                book.tags.insert(id, name.clone());
                id
            })
        };
        let id = known.map_or_else(made, |(id, _)| id);
        Ok(PutTag { id, at })
    };
    given.iter().map(tag).collect()
}
