//! `/hooks/uis/{token}/route`: the PBX asks at whom to ring. Whatever happens it gets an answer with which its scenario goes on.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use desk::ingest::{Incoming, NotTaken};
use desk::routing::RouteAsk;
use serde_json::{Value, json};

use super::{Answer, content_type, read_body, turned_away};
use crate::Web;
use crate::who::ClientAddress;

/// Who is calling, and the call's session; the owner of the account chooses what is sent, older ones send `cdr_id`.
const NUMBER: [&str; 3] = ["numa", "contact_phone_number", "calling_phone_number"];
const SESSION: [&str; 2] = ["call_session_id", "cdr_id"];

pub(super) async fn route(
    State(web): State<Web>,
    ClientAddress(address): ClientAddress,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let body = match (&parts.method, read_body(body).await) {
        (&Method::GET, _) => Bytes::new(),
        (_, Ok(body)) => body,
        (_, Err(not_read)) => return not_read.told(),
    };
    let query = parts.uri.query().unwrap_or_default().to_owned();
    let ask = read(&query, &body);
    let incoming = Incoming {
        tokens: vec![token.clone()],
        method: parts.method.as_str().to_owned(),
        query,
        content_type: content_type(&parts.headers),
        body,
        address: address.map(|address| address.to_string()),
    };
    match web.desk.route(&incoming, &ask).await {
        Ok(phones) => {
            let answer = if phones.is_empty() {
                "scenario"
            } else {
                "phones"
            };
            metrics::counter!("dozvon_routes_total", "answer" => answer).increment(1);
            Json(json!({ "phones": phones })).into_response()
        }
        Err(NotTaken::UnknownToken) => {
            turned_away(&web, address, Some(token), false);
            match web.throttle.fail(address, web.desk.now()) {
                None => Answer::UnknownToken.told(),
                Some(seconds) => Answer::TooMany(seconds).told(),
            }
        }
        Err(NotTaken::Empty) => Answer::Empty.told(),
        Err(NotTaken::Unavailable(error)) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "could not tell the PBX at whom to ring"
            );
            Answer::Unavailable.told()
        }
    }
}

/// From the query, else from the body as JSON or as a form; quotes around a value are the template's.
fn read(query: &str, body: &[u8]) -> RouteAsk {
    let parse = |bytes| url::form_urlencoded::parse(bytes).into_owned();
    let form: Vec<(String, String)> = parse(query.as_bytes()).chain(parse(body)).collect();
    let json: Value = serde_json::from_slice(body).unwrap_or_default();
    let find = |names: &[&str]| {
        names.iter().find_map(|name| {
            let sent = form.iter().find(|(key, _)| key == name);
            let sent = sent.map(|(_, value)| value.trim().trim_matches('"').to_owned());
            sent.or_else(|| plain(json.get(*name)?))
                .filter(|value| !value.is_empty() && value != "None" && value != "null")
        })
    };
    RouteAsk {
        number: find(&NUMBER),
        session: find(&SESSION).and_then(|text| text.parse().ok()),
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_stands_in_the_query_in_a_form_or_in_json() {
        let asked = [
            read("numa=79160000002&call_session_id=7&direction=in", b""),
            read("", b"cdr_id=7&numa=%2279160000002%22&input_result=None"),
            read(
                "",
                br#"{"numa":"79160000002","call_session_id":7,"numb":null}"#,
            ),
        ];
        for ask in asked {
            assert_eq!(ask.number.as_deref(), Some("79160000002"));
            assert_eq!(ask.session, Some(7));
        }
        assert_eq!(read("numa=None", b"").number, None);
    }
}
