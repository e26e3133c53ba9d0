//! `/settings/audit`: who changed which setting, when and from where; for administrators.

mod line;
mod named;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use desk::audit::{AuditWanted, Kind};
use jiff::civil::Date;
use store::Slice;

use self::line::{Line, kind_name};
use super::choices::choice;
use super::draw::page;
use super::typed::Typed;
use super::visit::Visit;
use crate::Web;
use crate::form::Choice;
use crate::frame::{Frame, Section};
use crate::problem::Result;

const HERE: &str = "/settings/audit";
/// Lines on a page.
const LINES: i64 = 50;

#[derive(Template)]
#[template(path = "pages/audit/list.html")]
struct Audit {
    frame: Frame,
    query: Typed,
    people: Vec<Choice>,
    kinds: Vec<Choice>,
    lines: Vec<Line>,
    narrowed: bool,
    newer: String,
    older: String,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route(HERE, get(show))
}

async fn show(visit: Visit) -> Result<Response> {
    let query = visit.query.clone();
    let frame = visit.frame(Section::Audit, "").await?;
    let after = query.some("after");
    let slice = Slice {
        after: after.and_then(|text| text.parse().ok()),
        ..Slice::first(LINES)
    };
    let wanted = wanted(&query, &frame);
    let found = visit.desk.audit(&visit.actor, &wanted, slice).await?;
    let agents = visit.desk.agents(&visit.actor).await?;
    let anybody = choice(
        "",
        frame.t.msg_audit_anybody(),
        query.some("actor_id").is_none(),
    );
    let people = agents.into_iter().map(|agent| {
        let chosen = query.one("actor_id") == agent.id.to_string();
        choice(agent.id.to_string(), agent.name, chosen)
    });
    page(&Audit {
        people: std::iter::once(anybody).chain(people).collect(),
        kinds: kinds(&query, &frame),
        lines: found
            .items
            .iter()
            .map(|one| Line::of(one, &frame))
            .collect(),
        narrowed: ["actor_id", "kind", "from", "to"]
            .iter()
            .any(|field| query.some(field).is_some()),
        newer: after.map(|_| address(&query, None)).unwrap_or_default(),
        older: found
            .next
            .map(|next| address(&query, Some(&next.to_string())))
            .unwrap_or_default(),
        frame,
        query,
    })
}

/// What cannot be read narrows nothing: the field shows what it is.
fn wanted(query: &Typed, frame: &Frame) -> AuditWanted {
    let day = |field: &str| query.some(field).and_then(|text| text.parse::<Date>().ok());
    let begins = |day: Date| {
        day.to_zoned(frame.zone.clone())
            .ok()
            .map(|at| at.timestamp())
    };
    let known = |field: &str| query.some(field).map(str::to_owned);
    AuditWanted {
        actor_id: known("actor_id").filter(|id| id.parse::<domain::AgentId>().is_ok()),
        kind: known("kind").filter(|kind| kind.parse::<Kind>().is_ok()),
        subject_id: known("subject_id"),
        from: day("from").and_then(begins),
        to: day("to")
            .and_then(|day| day.tomorrow().ok())
            .and_then(begins),
    }
}

fn kinds(query: &Typed, frame: &Frame) -> Vec<Choice> {
    let any = choice(
        "",
        frame.t.msg_audit_anything(),
        query.some("kind").is_none(),
    );
    let all = Kind::ALL.iter().map(|kind| {
        let chosen = query.one("kind") == kind.as_str();
        choice(kind.as_str(), kind_name(*kind, frame.t), chosen)
    });
    std::iter::once(any).chain(all).collect()
}

fn address(query: &Typed, after: Option<&str>) -> String {
    let mut text = url::form_urlencoded::Serializer::new(String::new());
    for field in ["actor_id", "kind", "subject_id", "from", "to"] {
        if let Some(value) = query.some(field) {
            text.append_pair(field, value);
        }
    }
    if let Some(after) = after {
        text.append_pair("after", after);
    }
    format!("{HERE}?{}", text.finish())
}
