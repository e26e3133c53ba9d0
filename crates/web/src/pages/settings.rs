//! One's own settings: profile, telephony, password, browsers, keys.

mod browser;
mod keys;
mod password;
mod profile;
mod sessions;
mod telephony;

#[cfg(test)]
mod tests;

use axum::Router;

use crate::Web;

/// The pages under `/settings/profile`.
pub(super) fn router() -> Router<Web> {
    Router::new()
        .merge(keys::router())
        .merge(password::router())
        .merge(profile::router())
        .merge(sessions::router())
        .merge(telephony::router())
}
