//! `/settings/second_factor`: one's own authenticator is set up, its codes are made anew, it is taken away.

use askama::Template;
use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use desk::Refusal;
use desk::second_factor::Standing;

use super::super::draw::{on_to, page, page_as};
use super::super::qr::Qr;
use super::super::shown_once::{on_to_show, take};
use super::super::sign_in::noted;
use super::super::typed::Sent;
use super::super::visit::Visit;
use crate::Web;
use crate::form::Mistakes;
use crate::frame::{Frame, Section};
use crate::problem::Result;

const HERE: &str = "/settings/second_factor";
const CODES: &str = "/settings/second_factor/codes";

#[derive(Template)]
#[template(path = "settings/second_factor.html")]
struct SecondFactor {
    frame: Frame,
    standing: Standing,
    /// What is to be read by an authenticator, while there is none yet.
    enrolment: Option<(String, Qr)>,
    mistakes: Mistakes,
}

#[derive(Template)]
#[template(path = "settings/recovery_codes.html")]
struct Codes {
    frame: Frame,
    codes: Vec<String>,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(HERE, get(show).post(confirm))
        .route(CODES, get(codes).post(new_codes))
        .route("/settings/second_factor/removal", post(remove))
}

async fn show(visit: Visit) -> Result<Response> {
    draw(&visit, StatusCode::OK, Mistakes::default()).await
}

async fn confirm(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let code = typed.one("code");
    match visit.desk.confirm_second_factor(&visit.actor, code).await {
        Ok(codes) => on_to_show(&visit, CODES, &codes.join("\n")),
        Err(refusal) => refused(&visit, refusal).await,
    }
}

async fn new_codes(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let password = typed.one("password");
    match visit.desk.new_recovery_codes(&visit.actor, password).await {
        Ok(codes) => on_to_show(&visit, CODES, &codes.join("\n")),
        Err(refusal) => refused(&visit, refusal).await,
    }
}

async fn remove(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let password = typed.one("password");
    match visit
        .desk
        .remove_second_factor(&visit.actor, password)
        .await
    {
        Ok(()) => Ok(on_to(HERE)),
        Err(refusal) => refused(&visit, refusal).await,
    }
}

/// The codes, this once; looked at again, the page only says that they were shown.
async fn codes(visit: Visit, headers: HeaderMap) -> Result<Response> {
    let (jar, shown) = take(&visit, &headers);
    let codes = shown.unwrap_or_default();
    let page = page(&Codes {
        frame: visit.frame(Section::Profile, "").await?,
        codes: codes.lines().map(str::to_owned).collect(),
    })?;
    Ok((jar, page).into_response())
}

async fn refused(visit: &Visit, refusal: Refusal) -> Result<Response> {
    let (status, mistakes) = noted(refusal, visit.words())?;
    draw(visit, status, mistakes).await
}

async fn draw(visit: &Visit, status: StatusCode, mistakes: Mistakes) -> Result<Response> {
    let standing = visit.desk.second_factor(&visit.actor).await?;
    let enrolment = match standing.on {
        true => None,
        false => {
            let enrolment = visit.desk.enrolment(&visit.actor).await?;
            Some((enrolment.secret, Qr::of(&enrolment.address)?))
        }
    };
    let frame = visit.still(Section::Profile, HERE).await?;
    page_as(
        status,
        &SecondFactor {
            frame,
            standing,
            enrolment,
            mistakes,
        },
    )
}
