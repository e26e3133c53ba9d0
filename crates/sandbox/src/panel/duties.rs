//! `POST /panel/operators/{id}`: what an operator is at the moment, and whether their softphone is there.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::refusal::{Refusal, read};
use crate::account::{operator, status};
use crate::exchange::{Duty, Exchange};
use crate::sentence::said;

/// Only what is named changes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    status_id: Option<i64>,
    registered: Option<bool>,
}

pub(super) async fn change(
    State(exchange): State<Arc<Exchange>>,
    Path(id): Path<i64>,
    body: Bytes,
) -> Result<Json<Value>, Refusal> {
    let change: Change = read(&body)?;
    if operator(id).is_none() {
        return Err(Refusal::not_found(said(
            format!("Оператора {id} нет."),
            format!("There is no operator {id}."),
        )));
    }
    let before = exchange.duty(id);
    let duty = Duty {
        status_id: change.status_id.unwrap_or(before.status_id),
        registered: change.registered.unwrap_or(before.registered),
    };
    if status(duty.status_id).is_none() {
        let unknown = duty.status_id;
        return Err(Refusal::of(said(
            format!("Статуса {unknown} нет; список в get.statuses."),
            format!("There is no status {unknown}; get.statuses lists them."),
        )));
    }
    exchange.change_book(|book| book.duties.insert(id, duty));
    Ok(Json(
        json!({"id": id, "status_id": duty.status_id, "registered": duty.registered}),
    ))
}
