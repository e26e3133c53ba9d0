//! A problem as a page: in the frame for those who are signed in, alone for others. Status and words are decided in `problem`.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Actor;
use locale::Words;

use super::bare::bare;
use super::draw::page_as;
use super::visit::around;
use crate::Web;
use crate::frame::{Bare, Frame, Section};
use crate::problem::{self, Problem, Result};
use crate::who::session_secret;

#[derive(Template)]
#[template(path = "pages/problem.html")]
struct InFrame {
    frame: Frame,
    title: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "pages/problem_alone.html")]
struct Alone {
    bare: Bare,
    title: String,
    detail: String,
}

/// Addresses of programs: they read problems as JSON.
const OF_PROGRAMS: [&str; 6] = [
    "/api/", "/hooks/", "/events", "/assets/", "/healthz", "/readyz",
];

/// Draws the page of a problem that somebody at a browser was answered with.
pub(crate) async fn draw(State(web): State<Web>, request: Request, next: Next) -> Response {
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str())
        .to_owned();
    if OF_PROGRAMS.iter().any(|start| path.starts_with(start)) {
        return next.run(request).await;
    }
    let headers = request.headers().clone();
    let answer = next.run(request).await;
    let Some(problem) = answer.extensions().get::<Problem>().cloned() else {
        return answer;
    };
    // Apart: this lies over every request, and the usual way through it stays small.
    let mut page = match Box::pin(page_of(&web, &problem, &path, &headers)).await {
        Ok(page) => page,
        Err(_) => return answer,
    };
    if let Some(again) = answer.headers().get(header::RETRY_AFTER) {
        page.headers_mut()
            .insert(header::RETRY_AFTER, again.clone());
    }
    // The page was drawn outside of what adds these to all others.
    crate::headers::add(page).await
}

/// An address that leads nowhere.
pub async fn nowhere() -> Response {
    Problem::NoRoute.into_response()
}

async fn page_of(
    web: &Web,
    problem: &Problem,
    path: &str,
    headers: &HeaderMap,
) -> Result<Response> {
    let frame = match signed_in(web, headers).await {
        Some(actor) => around(&web.desk, &actor, section(path), path).await.ok(),
        None => None,
    };
    match frame {
        Some(frame) => {
            let (title, detail) = told(problem, frame.t);
            page_as(
                problem.status(),
                &InFrame {
                    frame,
                    title,
                    detail,
                },
            )
        }
        None => {
            let bare = bare(headers, None);
            let (title, detail) = told(problem, bare.t);
            page_as(
                problem.status(),
                &Alone {
                    bare,
                    title,
                    detail,
                },
            )
        }
    }
}

async fn signed_in(web: &Web, headers: &HeaderMap) -> Option<Actor> {
    web.desk
        .actor_of_session(&session_secret(headers)?)
        .await
        .ok()
}

fn told(problem: &Problem, t: &Words) -> (String, String) {
    (problem::title(problem, t), detail(problem, t))
}

/// The same as for programs, but where those are told of headers and fields.
fn detail(problem: &Problem, t: &Words) -> String {
    match problem {
        Problem::NoRoute | Problem::Method => t.msg_page_nowhere(),
        Problem::SignedOut => t.msg_page_signed_out(),
        Problem::Foreign => t.msg_page_foreign(),
        Problem::Malformed(_) | Problem::Invalid(_) => t.msg_page_invalid(),
        Problem::Inside => t.msg_page_inside(),
        Problem::NotAllowed(_)
        | Problem::NotFound(_)
        | Problem::TooLarge
        | Problem::Changed
        | Problem::Clash(_)
        | Problem::KeyUnreadable
        | Problem::TooMany(_)
        | Problem::Gone
        | Problem::NotReady
        | Problem::Upstream
        | Problem::Unready(_)
        | Problem::Pbx(_)
        | Problem::Storage
        | Problem::TooSlow => problem::detail(problem, t),
    }
}

/// The part of the desk that an address belongs to.
fn section(path: &str) -> Section {
    let first = path.trim_start_matches('/').split(['/', '?']).next();
    match first.unwrap_or_default() {
        "calls" => Section::Calls,
        "clients" => Section::Clients,
        "channels" => Section::Channels,
        "settings" => Section::Profile,
        _ => Section::Tickets,
    }
}
