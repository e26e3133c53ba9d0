//! `/settings/hours` and `/settings/agents/{id}/hours`: when somebody works, and when they are away.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use desk::people::{AbsenceForm, HoursForm, IntervalForm};
use desk::{Refusal, Thing};
use domain::AgentId;
use domain::shifts::{Absence, Shifts};

use super::super::draw::{on_to, page_as};
use super::super::mistakes::mistakes;
use super::super::named::named;
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use crate::Web;
use crate::form::Mistakes;
use crate::frame::{Frame, Section};
use crate::problem::Result;

/// Pieces that a day can be cut into in the form.
const PIECES: usize = 2;

#[derive(Template)]
#[template(path = "settings/hours.html")]
struct Hours {
    frame: Frame,
    /// Whose, when they are not one's own.
    name: String,
    path: String,
    own: bool,
    on: bool,
    time_zone: String,
    days: Vec<Day>,
    absences: Vec<Absence>,
    typed: Typed,
    mistakes: Mistakes,
}

/// A day of the week with its pieces as they stand in the form.
struct Day {
    number: i64,
    name: String,
    pieces: Vec<(String, String)>,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/settings/hours", get(show_own).post(set_own))
        .route("/settings/hours/absences", post(add_own))
        .route(
            "/settings/hours/absences/{absence}/removal",
            post(remove_own),
        )
        .route("/settings/agents/{id}/hours", get(show).post(set))
        .route("/settings/agents/{id}/hours/absences", post(add))
        .route(
            "/settings/agents/{id}/hours/absences/{absence}/removal",
            post(remove),
        )
}

async fn show_own(visit: Visit) -> Result<Response> {
    let own = visit.actor.agent;
    draw(&visit, own, &Typed::default(), Mistakes::default()).await
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Agent)?;
    draw(&visit, id, &Typed::default(), Mistakes::default()).await
}

async fn set_own(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let own = visit.actor.agent;
    keep(&visit, own, &typed).await
}

async fn set(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    keep(&visit, named(&id, Thing::Agent)?, &typed).await
}

async fn keep(visit: &Visit, id: AgentId, typed: &Typed) -> Result<Response> {
    let form = typed.ticked("on").then(|| read(typed));
    let kept = visit
        .desk
        .set_working_hours(&visit.actor, id, form.as_ref());
    match kept.await {
        Ok(()) => Ok(on_to(&path(visit, id))),
        Err(refusal) => refused(visit, id, typed, refusal).await,
    }
}

async fn add_own(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let own = visit.actor.agent;
    note(&visit, own, &typed).await
}

async fn add(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    note(&visit, named(&id, Thing::Agent)?, &typed).await
}

async fn note(visit: &Visit, id: AgentId, typed: &Typed) -> Result<Response> {
    let form = AbsenceForm {
        first: typed.one("first").to_owned(),
        last: typed.one("last").to_owned(),
        reason: typed.one("reason").to_owned(),
    };
    match visit.desk.add_absence(&visit.actor, id, &form).await {
        Ok(_) => Ok(on_to(&path(visit, id))),
        Err(refusal) => refused(visit, id, typed, refusal).await,
    }
}

async fn remove_own(visit: Visit, Path(absence): Path<String>) -> Result<Response> {
    let own = visit.actor.agent;
    take_back(&visit, own, &absence).await
}

async fn remove(visit: Visit, Path((id, absence)): Path<(String, String)>) -> Result<Response> {
    take_back(&visit, named(&id, Thing::Agent)?, &absence).await
}

async fn take_back(visit: &Visit, id: AgentId, absence: &str) -> Result<Response> {
    let absence = named(absence, Thing::Absence)?;
    let taken = visit.desk.remove_absence(&visit.actor, id, absence);
    taken.await?;
    Ok(on_to(&path(visit, id)))
}

async fn refused(visit: &Visit, id: AgentId, typed: &Typed, refusal: Refusal) -> Result<Response> {
    let mistakes = mistakes(refusal, visit.words())?;
    draw(visit, id, typed, mistakes).await
}

async fn draw(visit: &Visit, id: AgentId, typed: &Typed, mistakes: Mistakes) -> Result<Response> {
    let agent = visit.desk.agent(&visit.actor, id).await?;
    let (hours, absences) = visit.desk.working_hours(&visit.actor, id).await?;
    let (section, path) = (section(visit, id), path(visit, id));
    let (status, frame) = match mistakes.is_empty() {
        true => (StatusCode::OK, visit.frame(section, "agents").await?),
        false => (
            StatusCode::UNPROCESSABLE_ENTITY,
            visit.still(section, &path).await?,
        ),
    };
    let zone = hours.as_ref().map(|hours| hours.time_zone.clone());
    let sent = typed.sent("time_zone").is_some();
    let zone = zone.unwrap_or_else(|| visit.desk.options().time_zone.clone());
    let page = Hours {
        own: id == visit.actor.agent,
        name: agent.name,
        on: if sent {
            typed.ticked("on")
        } else {
            hours.is_some()
        },
        time_zone: typed.sent("time_zone").map_or(zone, str::to_owned),
        days: days(&frame, hours.as_ref(), sent.then_some(typed)),
        absences,
        typed: typed.clone(),
        mistakes,
        path,
        frame,
    };
    page_as(status, &page)
}

/// Pieces that were left empty are none.
fn read(typed: &Typed) -> HoursForm {
    let places = (1..=7).flat_map(|day| (0..PIECES).map(move |place| (day, place)));
    let pieces = places.filter_map(|(day, place)| {
        let field = |end: &str| {
            typed
                .one(&format!("day{day}.{place}.{end}"))
                .trim()
                .to_owned()
        };
        let (from, to) = (field("from"), field("to"));
        let filled = !from.is_empty() || !to.is_empty();
        filled.then_some(IntervalForm { day, from, to })
    });
    HoursForm {
        time_zone: typed.one("time_zone").to_owned(),
        intervals: pieces.collect(),
    }
}

/// As typed, else as kept, else nine to six from Monday to Friday for whoever begins.
fn days(frame: &Frame, hours: Option<&Shifts>, typed: Option<&Typed>) -> Vec<Day> {
    let t = frame.t;
    let names = [
        t.msg_hours_monday(),
        t.msg_hours_tuesday(),
        t.msg_hours_wednesday(),
        t.msg_hours_thursday(),
        t.msg_hours_friday(),
        t.msg_hours_saturday(),
        t.msg_hours_sunday(),
    ];
    let time = |minute: i16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let kept = |number: i64, place: usize| match hours {
        Some(hours) => {
            let mut own = hours
                .intervals
                .iter()
                .filter(|p| i64::from(p.day) == number);
            own.nth(place).map(|p| (time(p.from), time(p.to)))
        }
        None if place == 0 && number <= 5 => Some(("09:00".to_owned(), "18:00".to_owned())),
        None => None,
    };
    let piece = |number: i64, place: usize| match typed {
        Some(typed) => {
            let field = |end: &str| typed.one(&format!("day{number}.{place}.{end}")).to_owned();
            (field("from"), field("to"))
        }
        None => kept(number, place).unwrap_or_default(),
    };
    (1..=7)
        .zip(names)
        .map(|(number, name)| Day {
            number,
            name,
            pieces: (0..PIECES).map(|place| piece(number, place)).collect(),
        })
        .collect()
}

fn section(visit: &Visit, id: AgentId) -> Section {
    match id == visit.actor.agent {
        true => Section::Profile,
        false => Section::Agents,
    }
}

fn path(visit: &Visit, id: AgentId) -> String {
    match id == visit.actor.agent {
        true => "/settings/hours".to_owned(),
        false => format!("/settings/agents/{id}/hours"),
    }
}
