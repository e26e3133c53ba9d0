//! `POST /panel/calls`: somebody orders a call.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::refusal::{Refusal, read};
use crate::account::{NUMBERS, VirtualNumber, operator, virtual_number};
use crate::call::{Caller, Direction};
use crate::chance::Chance;
use crate::clock;
use crate::exchange::Exchange;
use crate::number;
use crate::order::{Order, Origin, check_speed};
use crate::scenario::Scenario;
use crate::sentence::{Sentence, said};
use crate::sounds::Sound;
use crate::traffic::any_operators;

/// The body as it comes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    direction: String,
    client_number: Option<String>,
    /// Who the client is in the address book, for a number that is not there.
    client_name: Option<String>,
    virtual_number: Option<String>,
    operator_id: Option<Value>,
    scenario: String,
    recording: Option<String>,
    speed: Option<f64>,
}

pub(super) async fn place(
    State(exchange): State<Arc<Exchange>>,
    body: Bytes,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let order = order(&exchange, read(&body)?).map_err(Refusal::of)?;
    let session = exchange.place(order);
    Ok((
        StatusCode::CREATED,
        Json(json!({"call_session_id": session, "communication_id": session})),
    ))
}

fn order(exchange: &Exchange, wish: Wish) -> Result<Order, Sentence> {
    let direction = match wish.direction.as_str() {
        "in" => Direction::In,
        "out" => Direction::Out,
        other => {
            return Err(said(
                format!("direction: «in» или «out», а не «{other}»."),
                format!("direction is «in» or «out», not «{other}»."),
            ));
        }
    };
    let scenario: Scenario = wish.scenario.parse()?;
    if direction == Direction::Out && scenario.needs_incoming() {
        let name = scenario.name();
        return Err(said(
            format!("«{name}» бывает только у входящих звонков."),
            format!("«{name}» is a scenario of incoming calls; an outgoing call cannot go so."),
        ));
    }
    let speed = wish.speed.unwrap_or(1.0);
    check_speed("speed", speed)?;
    let mut chance = Chance::of(exchange.seed, clock::now().as_millisecond().unsigned_abs());
    Ok(Order {
        direction,
        caller: caller(
            exchange,
            direction,
            scenario,
            wish.client_number.as_deref(),
            wish.client_name,
        )?,
        virtual_number: own_number(wish.virtual_number.as_deref())?,
        operators: any_operators(&mut chance, meant(wish.operator_id.as_ref())?),
        scenario,
        sound: sound(wish.recording.as_deref())?,
        speed,
        origin: Origin::Line,
        varied: false,
    })
}

fn caller(
    exchange: &Exchange,
    direction: Direction,
    scenario: Scenario,
    typed: Option<&str>,
    name: Option<String>,
) -> Result<Caller, Sentence> {
    if scenario == Scenario::Withheld {
        return Ok(Caller::default());
    }
    let typed = typed.ok_or_else(|| {
        said(
            "Нет client_number: укажите номер телефона, например 79160000001.",
            "client_number is missing; give a phone number, for example 79160000001.",
        )
    })?;
    if number::is_withheld(typed) {
        return match direction {
            Direction::In => Ok(Caller::default()),
            Direction::Out => Err(said(
                "Для исходящего звонка укажите в client_number, кому звонить.",
                "An outgoing call needs the number to dial in client_number.",
            )),
        };
    }
    let number = number::read(typed)?;
    let known = exchange.caller(&number);
    Ok(Caller {
        full_name: name.or(known.full_name),
        ..known
    })
}

fn own_number(typed: Option<&str>) -> Result<VirtualNumber, Sentence> {
    let Some(typed) = typed else {
        return Ok(NUMBERS[0]);
    };
    let known = || NUMBERS.map(|own| own.number).join(", ");
    number::read(typed)
        .ok()
        .and_then(|digits| virtual_number(&digits))
        .ok_or_else(|| {
            let known = known();
            said(
                format!("«{typed}» не виртуальный номер этого аккаунта; есть {known}."),
                format!(
                    "«{typed}» is not a virtual number of this account; choose one of {known}."
                ),
            )
        })
}

fn meant(typed: Option<&Value>) -> Result<Option<i64>, Sentence> {
    let Some(typed) = typed.filter(|typed| !typed.is_null()) else {
        return Ok(None);
    };
    let id = typed
        .as_i64()
        .or_else(|| typed.as_str().and_then(|text| text.parse().ok()));
    match id.and_then(operator) {
        Some(operator) => Ok(Some(operator.id)),
        None => Err(said(
            format!("Оператора {typed} в этом аккаунте нет; список в GET /panel/account."),
            format!("There is no operator {typed} in this account; GET /panel/account lists them."),
        )),
    }
}

fn sound(name: Option<&str>) -> Result<Option<Sound>, Sentence> {
    match name {
        None => Ok(Some(Sound::RuCallStereo)),
        Some("none" | "") => Ok(None),
        Some(name) => name.parse().map(Some),
    }
}
