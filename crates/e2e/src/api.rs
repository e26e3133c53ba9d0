//! JSON over HTTP, for what a story arranges or checks beside the browser.

use anyhow::{Context as _, Result, ensure};
use reqwest::{Client, Method};
use serde_json::Value;

/// One server, asked with one key.
#[derive(Clone, Debug)]
pub struct Api {
    client: Client,
    base: String,
    key: Option<String>,
}

impl Api {
    pub(crate) fn new(base: &str, key: Option<&str>) -> Result<Self> {
        let client = Client::builder()
            .no_proxy()
            .build()
            .context("make an HTTP client")?;
        Ok(Self {
            client,
            base: base.trim_end_matches('/').to_owned(),
            key: key.map(str::to_owned),
        })
    }

    /// GET; the answer must be a success.
    ///
    /// # Errors
    /// When it is not: with the status and the body.
    pub async fn get(&self, path: &str) -> Result<Value> {
        self.ask(Method::GET, path, None).await
    }

    /// Whether a GET is answered with a success, whatever is in it.
    ///
    /// # Errors
    /// When it is not answered at all.
    pub async fn answers(&self, path: &str) -> Result<bool> {
        let mut request = self.client.get(format!("{}{path}", self.base));
        if let Some(key) = &self.key {
            request = request.bearer_auth(key);
        }
        Ok(request
            .send()
            .await
            .with_context(|| format!("GET {}{path}", self.base))?
            .status()
            .is_success())
    }

    /// POST of JSON; the answer must be a success.
    ///
    /// # Errors
    /// When it is not: with the status and the body.
    pub async fn post(&self, path: &str, body: &Value) -> Result<Value> {
        self.ask(Method::POST, path, Some(body)).await
    }

    /// Any method; the answer must be a success, and is null when it has no body.
    ///
    /// # Errors
    /// When it is not: with the status and the body.
    pub async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value> {
        let what = format!("{method} {}{path}", self.base);
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        if let Some(key) = &self.key {
            request = request.bearer_auth(key);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let answer = request.send().await.with_context(|| what.clone())?;
        let status = answer.status();
        let text = answer.text().await.with_context(|| what.clone())?;
        ensure!(status.is_success(), "{what} was answered {status}: {text}");
        if text.is_empty() {
            return Ok(Value::Null);
        }
        serde_json::from_str(&text)
            .with_context(|| format!("{what} was not answered in JSON: {text}"))
    }
}
