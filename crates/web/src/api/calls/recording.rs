//! `GET /calls/{id}/recordings/{n}`: the sound, and having one fetched again.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use desk::recordings::How;
use desk::{Desk, Thing};
use store::recordings::Deed;

use crate::api::shape::{Call, shape_call};
use crate::api::{Two, known};
use crate::problem::Result;
use crate::sound::hand_on;
use crate::who::Keyed;

/// Listen to a recording
///
/// Counted from 0. A `Range` header fetches a part. It comes from the desk's own storage, or from the provider while it is not
/// kept yet. Whoever may not see numbers of cards and documents gets a copy with a tone where they are said (once the call is
/// transcribed), as `audio/wav`. 403 without the right to listen, 410 when neither has it, 425 while the provider prepares it. Who fetched it is
/// written down.
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
    let how = How {
        range,
        deed: Deed::Downloaded,
    };
    hand_on(desk.recording(&actor, call, n, how).await?, false)
}

/// Have a recording fetched again
///
/// One that was given up or gone is tried once more; one that is kept or on its way stays as it is.
#[utoipa::path(post, path = "/calls/{id}/recordings/{n}/fetch", tag = "calls",
    params(("id" = String, Path, description = "The call's id"), ("n" = i64, Path, description = "Its place among the call's recordings, from 0")),
    responses((status = 202, body = Call)))]
pub(super) async fn again(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(call, n): Two,
) -> Result<(StatusCode, Json<Call>)> {
    let id = known(&call, Thing::Call)?;
    let n = known(&n, Thing::Recording)?;
    desk.retry_recording(&actor, id, n).await?;
    let view = desk.call(&actor, id).await?;
    Ok((StatusCode::ACCEPTED, Json(shape_call(actor.language)(view))))
}
