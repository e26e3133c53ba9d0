//! `/`: the first steps of a new desk while there are any left to take; else straight to the tickets.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use desk::first_steps::FirstSteps;
use locale::Words;

use super::draw::{on_to, page};
use super::visit::Visit;
use crate::Web;
use crate::frame::{Frame, Section};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "pages/home.html")]
struct Home {
    frame: Frame,
    steps: Vec<Step>,
}

/// One step as it is drawn.
struct Step {
    /// `ok`, `now` or `wait`.
    state: &'static str,
    title: String,
    text: String,
    /// Where it is taken, and what the link says.
    path: &'static str,
    link: String,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/", get(home))
}

async fn home(visit: Visit) -> Result<Response> {
    match visit.desk.first_steps(&visit.actor).await? {
        Some(taken) => page(&Home {
            frame: visit
                .frame(Section::Tickets, "channels calls agents")
                .await?,
            steps: steps(taken, visit.words()),
        }),
        None => Ok(on_to("/tickets")),
    }
}

fn steps(taken: FirstSteps, t: &Words) -> Vec<Step> {
    let all = [
        (
            taken.channel,
            t.msg_home_channel(),
            t.msg_home_channel_text(),
            "/channels/new",
            t.msg_home_channel_link(),
        ),
        (
            taken.token,
            t.msg_home_token(),
            t.msg_home_token_text(),
            "/channels",
            t.msg_home_token_link(),
        ),
        (
            taken.call,
            t.msg_home_call(),
            t.msg_home_call_text(),
            "/channels",
            t.msg_home_call_link(),
        ),
        (
            taken.colleague,
            t.msg_home_colleague(),
            t.msg_home_colleague_text(),
            "/settings/agents",
            t.msg_home_colleague_link(),
        ),
        (
            taken.operator,
            t.msg_home_operator(),
            t.msg_home_operator_text(),
            "/settings/profile",
            t.msg_home_operator_link(),
        ),
    ];
    let next = all.iter().position(|(done, ..)| !done);
    let state = |place: usize, done: bool| match (done, next == Some(place)) {
        (true, _) => "ok",
        (false, true) => "now",
        (false, false) => "wait",
    };
    all.into_iter()
        .enumerate()
        .map(|(place, (done, title, text, path, link))| Step {
            state: state(place, done),
            title,
            text,
            path,
            link,
        })
        .collect()
}
