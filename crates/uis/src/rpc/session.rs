//! Signing in with a login and a password, for those without a permanent key.

use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use serde_json::json;

use super::failure::Failure;
use super::line::Line;

/// A key for an hour.
#[derive(Debug, Clone, Deserialize)]
#[non_exhaustive]
pub struct Session {
    /// The key to ask with.
    pub access_token: SecretString,
    /// Until when, in Unix seconds.
    #[serde(default)]
    pub expire_at: Option<i64>,
    /// The account, which the Data API tells and the Call API does not.
    #[serde(default)]
    pub app_id: Option<i64>,
}

/// Signs in at the API that answers at `url`. Each API gives keys of its own.
pub async fn log_in(
    http: reqwest::Client,
    url: impl Into<String>,
    login: &str,
    password: &SecretString,
) -> Result<Session, Failure> {
    let line = Line::without_key(http, url.into());
    let params = json!({"login": login, "password": password.expose_secret()});
    line.ask("login.user", &params).await?.data()
}
