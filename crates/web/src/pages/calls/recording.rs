//! `GET /calls/{id}/recordings/{n}`: the sound, for the player and for «Скачать».

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use desk::Thing;

use super::show::call_id;
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result};
use crate::sound::hand_on;

pub(super) async fn listen(
    visit: Visit,
    Path((id, n)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response> {
    let id = call_id(&id)?;
    let n: usize = n.parse().map_err(|_| Problem::NotFound(Thing::Recording))?;
    let range = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let sound = visit.desk.recording(&visit.actor, id, n, range).await?;
    let file = format!("{id}-{}.mp3", n + 1);
    hand_on(sound, visit.query.ticked("file").then_some(file.as_str()))
}
