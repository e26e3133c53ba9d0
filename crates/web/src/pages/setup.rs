//! The first start: while there is nobody, the first administrator is made here.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use desk::Refusal;
use desk::setup::SetUp;

use super::bare::Visitor;
use super::draw::{mistaken, on_to, page};
use super::mistakes::mistakes;
use super::sign_in::signed_in;
use super::typed::{Sent, Typed};
use crate::Web;
use crate::form::Mistakes;
use crate::frame::Bare;
use crate::problem::Result;
use crate::who::ClientAddress;

/// The step that follows.
const NEXT: &str = "/channels/new";

#[derive(Template)]
#[template(path = "pages/setup.html")]
struct FirstStart {
    bare: Bare,
    typed: Typed,
    mistakes: Mistakes,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/setup", get(show).post(set_up))
}

async fn show(State(web): State<Web>, visitor: Visitor) -> Result<Response> {
    if !web.desk.needs_setup().await? {
        return Ok(on_to("/sign_in"));
    }
    let form = FirstStart {
        bare: visitor.bare,
        typed: visitor.query,
        mistakes: Mistakes::default(),
    };
    Ok((visitor.cookie, page(&form)?).into_response())
}

async fn set_up(
    State(web): State<Web>,
    visitor: Visitor,
    ClientAddress(address): ClientAddress,
    Sent(typed): Sent,
) -> Result<Response> {
    let first = SetUp {
        name: typed.one("name").to_owned(),
        email: typed.one("email").to_owned(),
        password: typed.one("password").to_owned(),
        language: visitor.bare.language,
    };
    match web.desk.set_up(&first).await {
        Ok(_) => {}
        Err(Refusal::NotAllowed(desk::Denied::SetUpAlready)) => return Ok(on_to("/sign_in")),
        Err(refusal) => {
            let mistakes = mistakes(refusal, visitor.bare.t)?;
            return mistaken(&FirstStart {
                bare: visitor.bare,
                typed,
                mistakes,
            });
        }
    }
    let address = address.map(|address| address.to_string());
    let entered = web
        .desk
        .sign_in(
            &first.email,
            &first.password,
            &visitor.browser,
            address.as_deref(),
        )
        .await;
    let (secret, _) = entered?;
    Ok((signed_in(&web, secret), on_to(NEXT)).into_response())
}
