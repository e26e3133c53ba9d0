//! `/settings/profile`: who one is in the desk.

use askama::Template;
use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use desk::Refusal;
use desk::keys::ApiKey;
use desk::people::AgentChange;
use desk::phone::OwnNumber;
use desk::sign_in::Session;
use domain::{At, SessionId};
use locale::Words;

use super::super::agents::Fields;
use super::super::choices::{languages, providers_or_none};
use super::super::draw::{on_to, page_as};
use super::super::mistakes::mistakes;
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use super::browser::called;
use crate::Web;
use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Section};
use crate::problem::{Problem, Result};
use crate::who::session_secret;

/// Where the page is.
pub(super) const HERE: &str = "/settings/profile";

#[derive(Template)]
#[template(path = "settings/profile.html")]
struct Profile {
    frame: Frame,
    typed: Fields,
    languages: Vec<Choice>,
    providers: Vec<Choice>,
    numbers: Vec<OwnNumber>,
    shortest: usize,
    done: bool,
    here: SessionId,
    sessions: Vec<Browser>,
    keys: Vec<ApiKey>,
    key_name: String,
    mistakes: Mistakes,
}

/// Somewhere one is signed in.
struct Browser {
    id: SessionId,
    name: String,
    address: Option<String>,
    seen: At,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route(HERE, get(show).post(change))
}

async fn show(visit: Visit, headers: HeaderMap) -> Result<Response> {
    let nothing = (&Typed::default(), Mistakes::default());
    draw(&visit, &headers, nothing).await
}

async fn change(visit: Visit, headers: HeaderMap, Sent(typed): Sent) -> Result<Response> {
    let change = AgentChange {
        name: typed.sent("name").map(str::to_owned),
        language: typed.sent("language").map(str::to_owned),
        ..AgentChange::default()
    };
    let own = visit.actor.agent;
    match visit.desk.change_agent(&visit.actor, own, &change).await {
        Ok(_) => Ok(on_to(HERE)),
        Err(refusal) => refused(&visit, &headers, &typed, refusal).await,
    }
}

/// The page with a form that was not taken.
pub(super) async fn refused(
    visit: &Visit,
    headers: &HeaderMap,
    typed: &Typed,
    refusal: Refusal,
) -> Result<Response> {
    let mistakes = mistakes(refusal, visit.words())?;
    draw(visit, headers, (typed, mistakes)).await
}

async fn draw(
    visit: &Visit,
    headers: &HeaderMap,
    (typed, mistakes): (&Typed, Mistakes),
) -> Result<Response> {
    let (desk, actor) = (&visit.desk, &visit.actor);
    let (status, frame) = match mistakes.is_empty() {
        true => (
            StatusCode::OK,
            visit.frame(Section::Profile, "agents").await?,
        ),
        false => (
            StatusCode::UNPROCESSABLE_ENTITY,
            visit.still(Section::Profile, HERE).await?,
        ),
    };
    let agent = desk.agent(actor, actor.agent).await?;
    let fields = Fields::kept(&agent).with(typed);
    let sessions = desk.sessions(actor).await?;
    let mut keys = desk.keys(actor, None).await?;
    keys.retain(|key| key.revoked_at.is_none());
    let profile = Profile {
        languages: languages(&fields.language, frame.t),
        providers: providers_or_none(&fields.provider, frame.t),
        numbers: desk.known_numbers(actor).await?,
        shortest: desk::secrets::SHORTEST_PASSWORD,
        done: visit.query.ticked("password_changed"),
        here: here(visit, headers).await?,
        sessions: sessions
            .into_iter()
            .map(|one| Browser::of(one, frame.t))
            .collect(),
        key_name: typed.one("key_name").to_owned(),
        typed: fields,
        keys,
        mistakes,
        frame,
    };
    page_as(status, &profile)
}

/// The session of the browser that asks.
pub(super) async fn here(visit: &Visit, headers: &HeaderMap) -> Result<SessionId> {
    let secret = session_secret(headers).ok_or(Problem::SignedOut)?;
    let (_, session) = visit.desk.signed_in(&secret).await?;
    Ok(session.id)
}

impl Browser {
    fn of(session: Session, t: &Words) -> Self {
        Self {
            id: session.id,
            name: called(&session.browser, t),
            address: session.address,
            seen: session.last_seen_at,
        }
    }
}
