//! `GET /notices`: the latest first, all or only what is new.

use askama::Template;
use axum::response::Response;
use store::Slice;

use super::HERE;
use super::line::Line;
use crate::frame::{Frame, Section};
use crate::pages::draw::page;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// Lines on a page.
const LINES: i64 = 50;

#[derive(Template)]
#[template(path = "pages/notices/list.html")]
struct List {
    frame: Frame,
    unread: bool,
    lines: Vec<Line>,
    newer: String,
    older: String,
}

pub(super) async fn show(visit: Visit) -> Result<Response> {
    let unread = visit.query.ticked("unread");
    let after = visit.query.some("after");
    let slice = Slice {
        after: after.and_then(|text| text.parse().ok()),
        ..Slice::first(LINES)
    };
    let told = visit.desk.notices(&visit.actor, unread, slice).await?;
    let frame = visit.frame(Section::Notices, "notices").await?;
    let only = if unread { "unread=1&" } else { "" };
    let newer = match after {
        Some(_) if unread => format!("{HERE}?unread=1"),
        Some(_) => HERE.to_owned(),
        None => String::new(),
    };
    page(&List {
        lines: told.items.iter().map(|one| Line::of(one, &frame)).collect(),
        older: told
            .next
            .map(|next| format!("{HERE}?{only}after={next}"))
            .unwrap_or_default(),
        newer,
        unread,
        frame,
    })
}
