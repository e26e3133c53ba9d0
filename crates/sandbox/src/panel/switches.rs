//! `/panel/notifications`, `/panel/faults` and `/panel/account`: how the account is set.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use serde_json::{Value, json};

use super::refusal::{Refusal, read};
use crate::account::{APP_ID, NAME, NUMBERS, OPERATORS, TAGS};
use crate::clock::ZONE;
use crate::exchange::Exchange;
use crate::faults::Faults;
use crate::settings::Notifications;

pub(super) async fn faults(State(exchange): State<Arc<Exchange>>) -> Json<Faults> {
    Json(exchange.faults())
}

/// Only what is named changes.
pub(super) async fn change_faults(
    State(exchange): State<Arc<Exchange>>,
    body: Bytes,
) -> Result<Json<Faults>, Refusal> {
    let changes: Value = read(&body)?;
    Ok(Json(exchange.change_faults(&changes).await?))
}

pub(super) async fn notifications(State(exchange): State<Arc<Exchange>>) -> Json<Notifications> {
    Json(exchange.notifications())
}

pub(super) async fn set_notifications(
    State(exchange): State<Arc<Exchange>>,
    body: Bytes,
) -> Result<Json<Notifications>, Refusal> {
    exchange.set_notifications(read(&body)?).await?;
    Ok(Json(exchange.notifications()))
}

pub(super) async fn account(State(exchange): State<Arc<Exchange>>) -> Json<Value> {
    let operators = OPERATORS.map(|it| {
        json!({"id": it.id, "full_name": it.full_name, "email": it.email, "sip_number": it.sip_number, "extension": it.extension,
            "status_id": exchange.duty(it.id).status_id, "registered": exchange.duty(it.id).registered})
    });
    let numbers = NUMBERS.map(|it| json!({"id": it.id, "number": it.number, "name": it.name}));
    let clients: Vec<_> = exchange
        .clients
        .iter()
        .map(|it| json!({"number": it.number, "full_name": it.full_name, "contact_id": it.contact_id}))
        .collect();
    Json(json!({
        "app_id": APP_ID,
        "name": NAME,
        "timezone": ZONE,
        "api_key": exchange.api_key,
        "operators": operators,
        "virtual_numbers": numbers,
        "tags": TAGS.map(|tag| json!({"id": tag.id, "name": tag.name})),
        "clients": clients,
    }))
}
