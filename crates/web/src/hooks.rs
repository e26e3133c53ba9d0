//! `/hooks/uis`: where the provider tells what happens. 200 only when the request is on disk.

mod answer;
mod body;
mod route;
mod throttle;
mod tokens;

#[cfg(test)]
mod tests;

use std::net::IpAddr;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::get;
use desk::door::Knock;
use desk::ingest::{Incoming, NotTaken};

use crate::Web;
use crate::who::ClientAddress;

pub(crate) use answer::Answer;
pub(crate) use body::read as read_body;
pub(crate) use throttle::Throttle;

/// The same address for all four names of the platform.
pub fn router() -> Router<Web> {
    Router::new()
        .route("/hooks/uis", get(hear).post(hear))
        .route("/hooks/uis/{token}", get(hear_at).post(hear_at))
        .route(
            "/hooks/uis/{token}/route",
            get(route::route).post(route::route),
        )
}

async fn hear(web: State<Web>, address: ClientAddress, request: Request) -> Response {
    answer(web, address, None, request).await
}

async fn hear_at(
    web: State<Web>,
    address: ClientAddress,
    Path(token): Path<String>,
    request: Request,
) -> Response {
    answer(web, address, Some(token), request).await
}

async fn answer(
    State(web): State<Web>,
    ClientAddress(address): ClientAddress,
    token: Option<String>,
    request: Request,
) -> Response {
    let answer = take(&web, address, token, request).await;
    metrics::counter!("dozvon_hooks_total", "answer" => answer.name()).increment(1);
    answer.told()
}

async fn take(
    web: &Web,
    address: Option<IpAddr>,
    token: Option<String>,
    request: Request,
) -> Answer {
    let (parts, body) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    let tokens = tokens::found(token, &parts.headers, query);
    let body = match read_body(body).await {
        Ok(body) => body,
        Err(not_read) => {
            if not_read == Answer::TooLarge {
                turned_away(web, address, tokens.into_iter().next(), true);
            }
            return not_read;
        }
    };
    let outside = tokens.first().cloned();
    let incoming = Incoming {
        tokens,
        method: parts.method.as_str().to_owned(),
        query: query.to_owned(),
        content_type: content_type(&parts.headers),
        body: body.clone(),
        address: address.map(|address| address.to_string()),
    };
    let now = web.desk.now();
    match web.desk.take(incoming).await {
        Ok(()) => Answer::Accepted,
        Err(NotTaken::Empty) => Answer::Empty,
        Err(NotTaken::UnknownToken) => {
            let token = outside.or_else(|| telephony::hearing::find_token(&body));
            turned_away(web, address, token, false);
            match web.throttle.fail(address, now) {
                None => Answer::UnknownToken,
                Some(seconds) => Answer::TooMany(seconds),
            }
        }
        Err(NotTaken::Unavailable(error)) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "a notification could not be kept"
            );
            Answer::Unavailable
        }
    }
}

/// The doctor shows it to those whose notification it may be.
fn turned_away(web: &Web, address: Option<IpAddr>, token: Option<String>, too_large: bool) {
    web.desk.turned_away(&Knock {
        address: address.map(|address| address.to_string()),
        token,
        too_large,
    });
}

fn content_type(headers: &HeaderMap) -> Option<String> {
    let told = headers.get(header::CONTENT_TYPE)?;
    Some(String::from_utf8_lossy(told.as_bytes()).into_owned())
}
