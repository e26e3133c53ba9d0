//! `GET /notices/news`: what came in since a browser asked last, for the script that announces it.

use axum::Json;
use desk::notices::{Switches, Told};
use domain::NoticeId;
use serde::Serialize;

use super::line::{about, title};
use crate::frame::{Frame, Section};
use crate::pages::visit::Visit;
use crate::problem::Result;

/// What is asked from when there was no notice yet.
const NONE: &str = "none";

#[derive(Serialize)]
pub(super) struct News {
    unread: i64,
    /// What to ask from the next time.
    newest: String,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    id: NoticeId,
    title: String,
    text: String,
    path: String,
    in_page: bool,
    in_browser: bool,
    sound: bool,
}

pub(super) async fn news(visit: Visit) -> Result<Json<News>> {
    let after = match visit.query.some("after") {
        None => None,
        Some(NONE) => Some(None),
        Some(typed) => typed.parse().ok().map(Some),
    };
    let news = visit.desk.notice_news(&visit.actor, after).await?;
    let frame = visit.still(Section::Notices, "/notices").await?;
    let items = news
        .items
        .iter()
        .map(|(told, how)| item(told, *how, &frame));
    Ok(Json(News {
        unread: news.unread,
        newest: news
            .newest
            .map_or_else(|| NONE.to_owned(), |id| id.to_string()),
        items: items.collect(),
    }))
}

fn item(told: &Told, how: Switches, frame: &Frame) -> Item {
    Item {
        id: told.id,
        title: title(told, frame),
        text: about(told, frame.t),
        path: format!("/notices/{}", told.id),
        in_page: how.in_page,
        in_browser: how.in_browser,
        sound: how.sound,
    }
}
