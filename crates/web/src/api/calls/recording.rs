//! `GET /calls/{id}/recordings/{n}`: the sound, handed on as it comes from the provider.

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use desk::{Desk, Thing};

use crate::api::{Two, known};
use crate::problem::Result;
use crate::sound::hand_on;
use crate::who::Keyed;

/// Listen to a recording
///
/// Counted from 0. A `Range` header fetches a part. 410 when the provider no longer has it, 425 while it is being prepared.
#[utoipa::path(get, path = "/calls/{id}/recordings/{n}", tag = "calls",
    params(("id" = String, Path, description = "The call's id"), ("n" = i64, Path, description = "Its place among the call's recordings, from 0")),
    responses((status = 200, content_type = "audio/mpeg", body = [u8], description = "The sound"),
              (status = 206, content_type = "audio/mpeg", body = [u8], description = "The part asked for")))]
pub(super) async fn listen(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(call, n): Two,
    headers: HeaderMap,
) -> Result<Response> {
    let call = known(&call, Thing::Call)?;
    let n = known(&n, Thing::Recording)?;
    let range = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let sound = desk.recording(&actor, call, n, range).await?;
    hand_on(sound, None)
}
