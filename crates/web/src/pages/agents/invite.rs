//! «Пригласить агента»: a form, then a link to hand over.

use askama::Template;
use axum::Router;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use desk::people::NewAgent;
use domain::{Provider, Role};

use super::super::draw::{mistaken, on_to, page};
use super::super::mistakes::mistakes;
use super::super::named::admins_only;
use super::super::shown_once::{on_to_show, take};
use super::super::typed::Sent;
use super::super::visit::Visit;
use super::fields::{Fields, telephony};
use super::form::{About, AgentForm, ticked};
use crate::Web;
use crate::form::Mistakes;
use crate::frame::{Frame, Section};
use crate::problem::Result;

const LIST: &str = "/settings/agents";
const FORM: &str = "/settings/agents/new";
/// Where the link is shown.
const SHOWN: &str = "/settings/agents/invited";

#[derive(Template)]
#[template(path = "agents/invited.html")]
struct Invited {
    frame: Frame,
    name: String,
    link: String,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(FORM, get(form))
        .route(SHOWN, get(shown))
}

async fn form(visit: Visit) -> Result<Response> {
    admins_only(&visit.actor)?;
    let about = about(&visit, Vec::new()).await?;
    let typed = Fields {
        role: Role::Agent.to_string(),
        language: visit.actor.language.to_string(),
        provider: Provider::Uis.to_string(),
        ..Fields::default()
    };
    let frame = visit.frame(Section::Agents, "").await?;
    page(&AgentForm::of(frame, about, typed, Mistakes::default()))
}

/// `POST /settings/agents`.
pub(super) async fn invite(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let new = NewAgent {
        email: typed.one("email").to_owned(),
        name: typed.one("name").to_owned(),
        role: typed.sent("role").map(str::to_owned),
        language: typed.sent("language").map(str::to_owned),
        telephony: telephony(&typed),
        groups: ticked(&typed),
    };
    match visit.desk.invite_agent(&visit.actor, &new).await {
        Ok((agent, link)) => shown_once(&visit, &agent.name, &link),
        Err(refusal) => {
            let mistakes = mistakes(refusal, visit.words())?;
            let frame = visit.still(Section::Agents, FORM).await?;
            let about = about(&visit, new.groups).await?;
            let typed = Fields::default().with(&typed);
            mistaken(&AgentForm::of(frame, about, typed, mistakes))
        }
    }
}

/// The link travels to the next page, which shows it once: loading that page again makes no other link.
pub(super) fn shown_once(visit: &Visit, name: &str, link: &str) -> Result<Response> {
    on_to_show(visit, SHOWN, &format!("{link} {name}"))
}

async fn shown(visit: Visit, headers: HeaderMap) -> Result<Response> {
    admins_only(&visit.actor)?;
    let (jar, shown) = take(&visit, &headers);
    let Some((link, name)) = shown.as_deref().and_then(|text| text.split_once(' ')) else {
        return Ok(on_to(LIST));
    };
    let page = page(&Invited {
        frame: visit.still(Section::Agents, LIST).await?,
        name: name.to_owned(),
        link: link.to_owned(),
    })?;
    Ok((jar, page).into_response())
}

async fn about(visit: &Visit, ticked: Vec<String>) -> Result<About> {
    Ok(About {
        title: visit.words().msg_agent_new(),
        agent: None,
        groups: visit.desk.groups(&visit.actor).await?,
        numbers: visit.desk.known_numbers(&visit.actor).await?,
        ticked,
        invitation: None,
        standing: None,
    })
}
