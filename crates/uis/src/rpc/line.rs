//! The line to one API: sends a request within the limits and in time, and tells answers apart.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use reqwest::{Client, Response, header};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout_at};

use super::body::Body;
use super::failure::Failure;
use super::limits::{Limits, Span};
use super::mnemonic::Mnemonic;
use super::pace::Pace;
use super::refusal::{Refusal, read_limits};
use super::reply::Reply;

/// How long one request may take as a whole, waiting for points included: nobody looks at a spinner for longer.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// Time to reach the host.
const CONNECT: Duration = Duration::from_secs(4);
/// Ten thousand rows of a report are some 20 MB.
const LONGEST_ANSWER: usize = 64 << 20;
/// What a request costs, but for a few.
const USUAL_COST: u64 = 1;

/// An HTTP client that suits the APIs: no redirects, so that a key goes to one host only.
///
/// Bring your own where connections need a proxy or other certificates.
pub fn http_client() -> Result<Client, reqwest::Error> {
    Client::builder()
        .connect_timeout(CONNECT)
        .redirect(reqwest::redirect::Policy::none())
        .build()
}

/// The line to one API. A clone is the same line: it shares what is known of the limits.
#[derive(Clone)]
pub(crate) struct Line {
    http: Client,
    url: String,
    key: Option<SecretString>,
    patience: Duration,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    pace: Pace,
    last_id: AtomicU64,
}

impl fmt::Debug for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = self.url.split('?').next().unwrap_or_default();
        f.debug_struct("Line")
            .field("url", &url)
            .finish_non_exhaustive()
    }
}

impl Line {
    pub(crate) fn new(http: Client, url: String, key: SecretString) -> Self {
        Self {
            key: Some(key),
            ..Self::without_key(http, url)
        }
    }

    pub(super) fn without_key(http: Client, url: String) -> Self {
        Self {
            http,
            url,
            key: None,
            patience: PATIENCE,
            shared: Arc::default(),
        }
    }

    pub(crate) fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    pub(crate) fn limits(&self) -> Option<Limits> {
        self.shared.pace.told()
    }

    /// Asks for a usual method.
    pub(crate) async fn ask(
        &self,
        method: &'static str,
        params: &impl Serialize,
    ) -> Result<Reply, Failure> {
        self.ask_dearly(method, params, USUAL_COST).await
    }

    /// Asks for a method that costs so many points. When the limit turns out to be used up, asks once more as soon
    /// as there are points again, if that is soon enough: a refused request was not done.
    pub(crate) async fn ask_dearly(
        &self,
        method: &'static str,
        params: &impl Serialize,
        cost: u64,
    ) -> Result<Reply, Failure> {
        let body = self.request(method, params)?;
        let deadline = Instant::now() + self.patience;
        loop {
            self.wait_for_points(method, cost, deadline).await?;
            let mut given_back = GivesBack {
                pace: &self.shared.pace,
                cost,
                limits: None,
            };
            let asked = timeout_at(deadline, self.exchange(method, body.clone())).await;
            let answer = asked.map_err(|_| Failure::TooSlow {
                method,
                after: self.patience,
            })??;
            given_back.limits = limits_of(&answer);
            drop(given_back);
            match read(method, answer) {
                Err(Failure::Refused { refusal, .. })
                    if refusal.mnemonic == Mnemonic::LimitExceeded =>
                {
                    self.shared
                        .pace
                        .exhausted(span_of(&refusal), Instant::now());
                }
                read => return read,
            }
        }
    }

    fn request(&self, method: &'static str, params: &impl Serialize) -> Result<String, Failure> {
        let unwritable = |source| Failure::Unwritable { method, source };
        let mut params = serde_json::to_value(params).map_err(unwritable)?;
        if let (Some(params), Some(key)) = (params.as_object_mut(), &self.key) {
            params.insert("access_token".to_owned(), Value::from(key.expose_secret()));
        }
        let id = self.shared.last_id.fetch_add(1, Ordering::Relaxed) + 1;
        let request = json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params});
        Ok(request.to_string())
    }

    async fn wait_for_points(
        &self,
        method: &'static str,
        cost: u64,
        deadline: Instant,
    ) -> Result<(), Failure> {
        loop {
            let now = Instant::now();
            let Err(wait) = self.shared.pace.take(cost, now) else {
                return Ok(());
            };
            if now + wait.long >= deadline {
                return Err(Failure::NoPoints {
                    method,
                    span: wait.span,
                    wait: wait.long,
                });
            }
            sleep(wait.long).await;
        }
    }

    /// One request and its answer as JSON.
    async fn exchange(&self, method: &'static str, body: String) -> Result<Value, Failure> {
        let unreachable = |error: reqwest::Error| Failure::Unreachable {
            method,
            source: error.without_url(),
        };
        let request = self
            .http
            .post(&self.url)
            .header(header::CONTENT_TYPE, "application/json; charset=UTF-8")
            .body(body);
        let response = request.send().await.map_err(unreachable)?;
        let status = response.status().as_u16();
        let not_json = |body| Failure::NotJson {
            method,
            status,
            body,
        };
        let bytes = whole(response).await.map_err(unreachable)?;
        let bytes = bytes.ok_or_else(|| not_json(Body::Endless))?;
        match serde_json::from_slice::<Value>(&bytes) {
            Ok(answer) if answer.get("error").is_some_and(|error| !error.is_null()) => Ok(answer),
            Ok(answer) if answer.get("result").is_some() => Ok(answer),
            Ok(_) => Err(not_json(Body::OtherJson)),
            Err(_) => Err(not_json(Body::of(&bytes))),
        }
    }
}

/// Gives the points of a request back however it ends, so that a broken one does not count as under way for ever.
struct GivesBack<'a> {
    pace: &'a Pace,
    cost: u64,
    limits: Option<Limits>,
}

impl Drop for GivesBack<'_> {
    fn drop(&mut self) {
        self.pace.came_back(self.cost, self.limits, Instant::now());
    }
}

async fn whole(mut response: Response) -> Result<Option<Vec<u8>>, reqwest::Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if bytes.len() + chunk.len() > LONGEST_ANSWER {
            return Ok(None);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Some(bytes))
}

fn limits_of(answer: &Value) -> Option<Limits> {
    let places = ["/result/metadata", "/error/data/metadata"];
    places
        .iter()
        .find_map(|place| read_limits(answer.pointer(place)?))
}

fn read(method: &'static str, mut answer: Value) -> Result<Reply, Failure> {
    if let Some(error) = answer.get("error").filter(|error| !error.is_null()) {
        let refusal = Box::new(Refusal::read(error));
        return Err(Failure::Refused { method, refusal });
    }
    Ok(Reply::new(method, answer["result"].take()))
}

fn span_of(refusal: &Refusal) -> Span {
    let says_day = |text: &str| text.contains("day");
    match refusal.param("limit_type") {
        Some(kind) if says_day(&kind) => Span::Day,
        Some(_) => Span::Minute,
        None if says_day(&refusal.message) => Span::Day,
        None => Span::Minute,
    }
}
