//! A notification sent to the desk's own address, the way the provider would.

use std::time::Duration;

use bytes::Bytes;
use reqwest::header::{CONTENT_TYPE, LOCATION};
use url::Url;

use super::{Failure, Outbound};

/// For the whole of it: the provider would not wait longer either.
const TIME: Duration = Duration::from_secs(20);
/// So much of an answer is read.
const READ: usize = 1000;

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The status code.
    pub status: u16,
    /// Where it sends on to.
    pub location: Option<String>,
    /// The beginning of its text.
    pub text: String,
}

impl Outbound {
    /// Posts a notification to an address that the desk's own settings name; no redirect is followed.
    pub async fn post_to_ourselves(&self, link: &str, body: Bytes) -> Result<Answered, Failure> {
        let url = Url::parse(link).map_err(|_| Failure::NotAnAddress)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Failure::NotAnAddress);
        }
        let failed = |error: reqwest::Error| Failure::NoAnswer(error.without_url());
        let request = self
            .client
            .post(url)
            .header(CONTENT_TYPE, "application/json")
            .timeout(TIME)
            .body(body);
        let mut answer = request.send().await.map_err(failed)?;
        let location = answer.headers().get(LOCATION);
        let location = location.and_then(|place| place.to_str().ok());
        let location = location.map(str::to_owned);
        let mut read = Vec::new();
        while read.len() < READ
            && let Some(chunk) = answer.chunk().await.map_err(failed)?
        {
            read.extend_from_slice(&chunk);
        }
        read.truncate(READ);
        Ok(Answered {
            status: answer.status().as_u16(),
            location,
            text: String::from_utf8_lossy(&read).into_owned(),
        })
    }
}
