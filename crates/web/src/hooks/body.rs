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

#[cfg(test)]
mod tests {
    use futures_util::stream;

    use super::*;

    fn sent(chunks: impl Iterator<Item = std::io::Result<Bytes>> + Send + 'static) -> Body {
        Body::from_stream(stream::iter(chunks))
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_that_does_not_come_to_its_end_is_not_waited_for() {
        let first = stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"{"))]);
        let body = Body::from_stream(first.chain(stream::pending()));
        assert_eq!(read(body).await, Err(Answer::TooSlow));
    }

    #[tokio::test]
    async fn a_body_that_breaks_off_is_not_taken() {
        let broken = [
            Ok(Bytes::from_static(b"{")),
            Err(std::io::Error::other("reset")),
        ];
        assert_eq!(read(sent(broken.into_iter())).await, Err(Answer::BrokenOff));
    }

    #[tokio::test]
    async fn a_body_without_end_is_read_no_farther_than_is_reasonable() {
        let chunk = Bytes::from(vec![b'x'; 1 << 16]);
        let body = sent(std::iter::repeat_with(move || Ok(chunk.clone())));
        assert_eq!(read(body).await, Err(Answer::TooLarge));
    }
}
