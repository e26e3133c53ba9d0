//! `/calls/{id}/recordings/{n}`: the sound for the player and for «Скачать», its drawing, and «Повторить».

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse, Response};
use desk::Thing;
use desk::recordings::{Drawn, How};
use serde::Serialize;
use store::recordings::Deed;

use super::show::call_id;
use crate::pages::draw::on_to;
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result};
use crate::sound::hand_on;

pub(super) async fn listen(
    visit: Visit,
    Path((id, n)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response> {
    let (id, n) = (call_id(&id)?, number(&n)?);
    let range = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let as_file = visit.query.ticked("file");
    let deed = match as_file {
        true => Deed::Downloaded,
        false => Deed::Played,
    };
    let how = How { range, deed };
    let sound = visit.desk.recording(&visit.actor, id, n, how).await?;
    hand_on(sound, as_file)
}

/// How loud it is when: columns from 0 to 255, above the line the client's and below it the operator's.
#[derive(Serialize)]
struct Drawing {
    above: Option<Vec<u8>>,
    below: Option<Vec<u8>>,
}

pub(super) async fn wave(
    visit: Visit,
    Path((id, n)): Path<(String, String)>,
) -> Result<impl IntoResponse> {
    let (id, n) = (call_id(&id)?, number(&n)?);
    let Drawn { client, agent } = visit.desk.wave(&visit.actor, id, n).await?;
    let drawing = Drawing {
        above: client,
        below: agent,
    };
    Ok((NEVER_CHANGES, Json(drawing)))
}

/// A drawing is made once; nobody between may keep it.
const NEVER_CHANGES: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, "private, max-age=3600")];

/// Has it fetched once more, and shows the call.
pub(super) async fn again(visit: Visit, Path((id, n)): Path<(String, String)>) -> Result<Response> {
    let (id, n) = (call_id(&id)?, number(&n)?);
    visit.desk.retry_recording(&visit.actor, id, n).await?;
    Ok(on_to(&format!("/calls/{id}")))
}

fn number(text: &str) -> Result<usize> {
    text.parse()
        .map_err(|_| Problem::NotFound(Thing::Recording))
}
