//! A question to a service that thinks before it answers, at an address that an administrator has set.

use std::time::Duration;

use bytes::Bytes;
use reqwest::header::CONTENT_TYPE;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::{Failure, Outbound};

/// An answer as long as a book is no answer.
const READ: usize = 1024 * 1024;

/// What a service answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status of HTTP.
    pub status: u16,
    /// Its text, at most a megabyte of it.
    pub text: String,
}

impl Outbound {
    /// Posts JSON and waits for at most `patience`; no redirect is followed, so that the key goes nowhere else.
    pub async fn ask_json(
        &self,
        link: &str,
        key: Option<&SecretString>,
        body: Bytes,
        patience: Duration,
    ) -> Result<Reply, Failure> {
        let url = Url::parse(link).map_err(|_| Failure::NotAnAddress)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Failure::NotAnAddress);
        }
        let failed = |error: reqwest::Error| Failure::NoAnswer(error.without_url());
        let mut request = self
            .patient
            .post(url)
            .header(CONTENT_TYPE, "application/json")
            .timeout(patience)
            .body(body);
        if let Some(key) = key {
            request = request.bearer_auth(key.expose_secret());
        }
        let mut answer = request.send().await.map_err(failed)?;
        let mut read = Vec::new();
        while read.len() < READ
            && let Some(chunk) = answer.chunk().await.map_err(failed)?
        {
            read.extend_from_slice(&chunk);
        }
        read.truncate(READ);
        Ok(Reply {
            status: answer.status().as_u16(),
            text: String::from_utf8_lossy(&read).into_owned(),
        })
    }
}
