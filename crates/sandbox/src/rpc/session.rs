//! `login.user` and `logout.user`: a key for an hour.

use std::sync::Arc;

use serde_json::json;

use super::Reply;
use super::fault::Fault;
use super::params::Params;
use crate::account::{APP_ID, OPERATORS};
use crate::exchange::Exchange;

/// Any employee's login with the API key as its password: nobody has another one here.
pub(super) fn log_in(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["login", "password"])?;
    let (login, password) = (
        params.required_text("login")?,
        params.required_text("password")?,
    );
    let known = OPERATORS.iter().any(|operator| operator.login == login);
    if !known || password != exchange.api_key {
        return Err(Fault::wrong_password());
    }
    let (key, ends) = exchange.sessions.begin();
    Ok(Reply::data(
        json!({"access_token": key, "expire_at": ends.as_second(), "app_id": APP_ID}),
    ))
}

/// Success is a boolean here, and only here.
pub(super) fn log_out(exchange: &Arc<Exchange>, params: &Params) -> Result<Reply, Fault> {
    params.only(&["access_token"])?;
    exchange
        .sessions
        .end(&params.required_text("access_token")?);
    Ok(Reply::data(json!({"success": true})))
}
