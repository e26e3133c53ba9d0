//! One's own settings: profile, telephony, password, browsers, keys.

mod browser;
mod hours;
mod keys;
mod macros;
mod notices;
mod outcomes;
mod password;
mod profile;
mod second_factor;
mod security;
mod sessions;
mod telephony;

#[cfg(test)]
mod tests;

use axum::Router;

use crate::Web;

pub(super) use browser::called;

/// The pages under `/settings/profile`, and those beside it.
pub(super) fn router() -> Router<Web> {
    Router::new()
        .merge(hours::router())
        .merge(keys::router())
        .merge(notices::router())
        .merge(macros::router())
        .merge(outcomes::router())
        .merge(password::router())
        .merge(profile::router())
        .merge(second_factor::router())
        .merge(security::router())
        .merge(sessions::router())
        .merge(telephony::router())
}
