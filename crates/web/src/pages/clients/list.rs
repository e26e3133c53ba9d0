//! `GET /clients`: the latest changed first; found by any word, or a number in any spelling.

use askama::Template;
use axum::response::Response;
use domain::{Client, PhoneNumber};
use store::Slice;
use store::clients::ClientFilter;
use url::form_urlencoded::Serializer;

use crate::frame::{Frame, Moment, Section};
use crate::pages::draw::page;
use crate::pages::visit::{Visit, may_change};
use crate::problem::Result;

/// Lines on a page.
const LINES: i64 = 50;

#[derive(Template)]
#[template(path = "pages/clients/list.html")]
struct ClientsPage {
    frame: Frame,
    lines: Vec<(Client, Option<Moment>)>,
    search: String,
    newer: String,
    older: String,
    may_change: bool,
}

pub(super) async fn list(visit: Visit) -> Result<Response> {
    let frame = visit.frame(Section::Clients, "clients calls").await?;
    let search = visit.query.one("q").trim().to_owned();
    let slice = Slice {
        after: visit.query.some("after").and_then(|text| text.parse().ok()),
        ..Slice::first(LINES)
    };
    let found = visit
        .desk
        .clients(&visit.actor, &filter(&visit, &search), slice)
        .await?;
    let older = found
        .next
        .map(|next| path(&search, Some(&next.to_string())))
        .unwrap_or_default();
    let newer = visit
        .query
        .some("after")
        .map(|_| path(&search, None))
        .unwrap_or_default();
    let line = |client: Client| {
        let last = client.last_contact_at.map(|at| frame.day_or_hour(at));
        (client, last)
    };
    page(&ClientsPage {
        lines: found.items.into_iter().map(line).collect(),
        may_change: may_change(visit.actor.role),
        frame,
        search,
        newer,
        older,
    })
}

fn filter(visit: &Visit, search: &str) -> ClientFilter {
    let number = PhoneNumber::parse(search, visit.desk.options().country).ok();
    let words = (number.is_none() && !search.is_empty()).then(|| search.to_owned());
    ClientFilter {
        text: words,
        number,
    }
}

fn path(search: &str, after: Option<&str>) -> String {
    let mut query = Serializer::new(String::new());
    for (name, value) in [("q", search), ("after", after.unwrap_or_default())] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    format!("/clients?{}", query.finish())
}
