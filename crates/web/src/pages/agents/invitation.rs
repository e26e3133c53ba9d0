//! `/invitations/{secret}`: whoever was invited sets a password, and is in.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use desk::{Refusal, Thing};
use domain::Agent;

use super::super::bare::Visitor;
use super::super::draw::{mistaken, on_to, page, page_as};
use super::super::mistakes::mistakes;
use super::super::sign_in::{on_to_finish, signed_in};
use super::super::typed::Sent;
use crate::Web;
use crate::form::Mistakes;
use crate::frame::Bare;
use crate::problem::{Problem, Result};
use crate::who::ClientAddress;

#[derive(Template)]
#[template(path = "agents/invitation.html")]
struct Invitation {
    bare: Bare,
    agent: Agent,
    shortest: usize,
    mistakes: Mistakes,
}

#[derive(Template)]
#[template(path = "agents/invitation_gone.html")]
struct Gone {
    bare: Bare,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/invitations/{secret}", get(show).post(accept))
}

async fn show(
    State(web): State<Web>,
    visitor: Visitor,
    Path(secret): Path<String>,
) -> Result<Response> {
    let answer = match web.desk.invitation(&secret).await {
        Ok(agent) => page(&form(visitor.bare, agent, Mistakes::default())),
        Err(refusal) => gone(visitor.bare, refusal),
    };
    Ok((visitor.cookie, answer?).into_response())
}

async fn accept(
    State(web): State<Web>,
    visitor: Visitor,
    ClientAddress(address): ClientAddress,
    Path(secret): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let agent = match web.desk.invitation(&secret).await {
        Ok(agent) => agent,
        Err(refusal) => return gone(visitor.bare, refusal),
    };
    let password = typed.one("password");
    match web.desk.accept_invitation(&secret, password).await {
        Ok(_) => {}
        Err(Refusal::NotFound(Thing::Invitation)) => return gone_now(visitor.bare),
        Err(refusal) => {
            let mistakes = mistakes(refusal, visitor.bare.t)?;
            return mistaken(&form(visitor.bare, agent, mistakes));
        }
    }
    let address = address.map(|address| address.to_string());
    let email = agent.email.as_str();
    let entered = web
        .desk
        .sign_in(email, password, &visitor.browser, address.as_deref());
    match entered.await {
        Ok((secret, _)) => Ok((signed_in(&web, secret), on_to("/tickets")).into_response()),
        Err(Refusal::Unfinished(unfinished)) => Ok(on_to_finish(&web, unfinished, "/tickets")),
        Err(refusal) => Err(refusal.into()),
    }
}

fn form(bare: Bare, agent: Agent, mistakes: Mistakes) -> Invitation {
    Invitation {
        bare,
        agent,
        shortest: desk::secrets::SHORTEST_PASSWORD,
        mistakes,
    }
}

fn gone(bare: Bare, refusal: Refusal) -> Result<Response> {
    match is_gone(&refusal) {
        true => gone_now(bare),
        false => Err(Problem::from(refusal)),
    }
}

fn is_gone(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::NotFound(Thing::Invitation))
}

fn gone_now(bare: Bare) -> Result<Response> {
    page_as(StatusCode::NOT_FOUND, &Gone { bare })
}
