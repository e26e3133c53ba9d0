//! The envelope of a request and of its answer.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::Entry;
use super::fault::Fault;
use super::params::Params;
use crate::exchange::Exchange;

/// The answer to a request, and whether it is a result.
pub(super) fn answer(
    exchange: &Arc<Exchange>,
    body: &[u8],
    method: fn(&str) -> Option<Entry>,
) -> (bool, Value) {
    let request: Value = match serde_json::from_slice(body) {
        Ok(request) => request,
        Err(problem) => return failed(&Value::Null, &Fault::parse_error(&problem), None),
    };
    let id = request.get("id").cloned().unwrap_or(Value::Null);
    match result(exchange, &request, method) {
        Ok(result) => (true, json!({"jsonrpc": "2.0", "id": id, "result": result})),
        Err(fault) => {
            let limits = fault
                .tells_limits()
                .then(|| exchange.limits.left(&exchange.faults()));
            failed(&id, &fault, limits)
        }
    }
}

fn result(
    exchange: &Arc<Exchange>,
    request: &Value,
    method: fn(&str) -> Option<Entry>,
) -> Result<Value, Fault> {
    if request.is_array() {
        return Err(Fault::batch());
    }
    let named = request.get("method").and_then(Value::as_str);
    let (Some(name), Some("2.0")) = (named, request.get("jsonrpc").and_then(Value::as_str)) else {
        return Err(Fault::invalid_request());
    };
    match request.get("id") {
        Some(id) if id.is_string() || id.is_number() => {}
        Some(id) if !id.is_null() => return Err(Fault::invalid_request()),
        Some(_) | None => return Err(Fault::without_id()),
    }
    let entry = method(name).ok_or_else(|| Fault::method_not_found(name))?;
    let params = Params::of(request.get("params"))?;
    let faults = exchange.faults();
    entry.admit(exchange, &params, &faults)?;
    exchange.limits.check(&faults, entry.cost)?;
    let reply = (entry.run)(exchange, &params)?;
    exchange.limits.charge(entry.cost);
    Ok(reply.written(exchange.limits.left(&faults)))
}

fn failed(id: &Value, fault: &Fault, limits: Option<Value>) -> (bool, Value) {
    let metadata: Map<String, Value> = limits
        .map(|limits| ("limits".to_owned(), limits))
        .into_iter()
        .collect();
    let error = json!({
        "code": fault.code,
        "message": fault.message,
        "data": {
            "mnemonic": fault.mnemonic,
            "field": fault.field,
            "value": fault.value,
            "params": fault.params,
            "extended_helper": null,
            "metadata": metadata,
        },
    });
    (false, json!({"jsonrpc": "2.0", "id": id, "error": error}))
}
