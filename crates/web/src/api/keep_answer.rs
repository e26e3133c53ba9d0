//! `Idempotency-Key`: a POST that is sent twice does its work once, and both are answered alike.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use desk::Desk;
use desk::answers::{Answer, Claim};
use domain::Actor;
use sha2::{Digest, Sha256};
use tracing::Instrument;

use crate::problem::{Problem, Result};
use crate::router::LARGEST_BODY;

/// The header.
pub(super) const KEY: &str = "idempotency-key";
/// Says that an answer is the one given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
const LONGEST_KEY: usize = 255;
/// Answers to POST are small; a larger one is not kept.
const LARGEST_ANSWER: usize = 4 << 20;

/// Answers a request once. Whatever was not done (4xx, 5xx) may be tried again with the same key.
pub(super) async fn once(
    desk: &Desk,
    actor: &Actor,
    request: Request,
    next: Next,
) -> Result<Response> {
    let key = read_key(request.headers())?;
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LARGEST_BODY)
        .await
        .map_err(|_| Problem::TooLarge)?;
    let hash = hash(&parts.uri.to_string(), &body);
    match desk.claim_answer(actor, &key, &hash).await? {
        Claim::Answered(answer) => replay(answer),
        Claim::New => {
            let request = Request::from_parts(parts, Body::from(body));
            let work = work(desk.clone(), actor.clone(), key.clone(), request, next);
            // On its own task: a sender that hangs up must not leave half of it done and the key claimed for a day.
            if let Ok(answer) = tokio::spawn(work.in_current_span()).await {
                return answer;
            }
            desk.forget_answer(actor, &key).await?;
            Err(Problem::Inside)
        }
    }
}

async fn work(
    desk: Desk,
    actor: Actor,
    key: String,
    request: Request,
    next: Next,
) -> Result<Response> {
    let answer = next.run(request).await;
    if !answer.status().is_success() {
        desk.forget_answer(&actor, &key).await?;
        return Ok(answer);
    }
    let (parts, body) = answer.into_parts();
    let body = to_bytes(body, LARGEST_ANSWER)
        .await
        .map_err(|_| Problem::Inside)?;
    let kept = Answer {
        status: parts.status.as_u16(),
        headers: spell(&parts.headers),
        body: String::from_utf8_lossy(&body).into_owned(),
    };
    desk.keep_answer(&actor, &key, &kept).await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}

fn read_key(headers: &HeaderMap) -> Result<String> {
    let key = headers
        .get(KEY)
        .and_then(|key| key.to_str().ok())
        .unwrap_or_default();
    let readable = (1..=LONGEST_KEY).contains(&key.len())
        && key
            .bytes()
            .all(|byte| byte.is_ascii_graphic() || byte == b' ');
    if readable {
        Ok(key.to_owned())
    } else {
        Err(Problem::KeyUnreadable)
    }
}

fn hash(address: &str, body: &Bytes) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update((address.len() as u64).to_le_bytes());
    hash.update(address.as_bytes());
    hash.update(body);
    hash.finalize().into()
}

/// The headers that belong to the answer itself.
fn spell(headers: &HeaderMap) -> Vec<(String, String)> {
    [header::CONTENT_TYPE, header::LOCATION]
        .iter()
        .filter_map(|name| {
            Some((
                name.to_string(),
                headers.get(name)?.to_str().ok()?.to_owned(),
            ))
        })
        .collect()
}

fn replay(answer: Answer) -> Result<Response> {
    let mut again = Response::new(Body::from(answer.body));
    *again.status_mut() = StatusCode::from_u16(answer.status).map_err(|_| Problem::Inside)?;
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            again.headers_mut().insert(name, value);
        }
    }
    again
        .headers_mut()
        .insert(REPLAYED, HeaderValue::from_static("true"));
    Ok(again)
}
