//! The body of a notification: whole, or not at all. One that is too large is read to its end all the same, within
//! reason: many senders look for an answer only after they have sent everything.

use std::time::Duration;

use axum::body::{Body, Bytes};
use bytes::BytesMut;
use futures_util::StreamExt;

use super::Answer;

/// Larger than any notification by far.
const LARGEST: usize = 1 << 20;
/// As much as is read of a body that is too large.
const MOST_READ: usize = 32 << 20;
/// For the whole body: senders are servers, not phones on the road.
const TIME: Duration = Duration::from_secs(20);

/// The body, or the answer to one that cannot be taken.
pub(crate) async fn read(body: Body) -> Result<Bytes, Answer> {
    let whole = tokio::time::timeout(TIME, gather(body)).await;
    whole.unwrap_or(Err(Answer::TooSlow))
}

async fn gather(body: Body) -> Result<Bytes, Answer> {
    let mut chunks = body.into_data_stream();
    let mut gathered = BytesMut::new();
    let mut length = 0;
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Answer::BrokenOff)?;
        length += chunk.len();
        if length > MOST_READ {
            return Err(Answer::TooLarge);
        }
        if length <= LARGEST {
            gathered.extend_from_slice(&chunk);
        }
    }
    if length > LARGEST {
        return Err(Answer::TooLarge);
    }
    Ok(gathered.freeze())
}
