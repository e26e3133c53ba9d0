//! `/channels/{id}/notifications`: every request of the telephony, newest first.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use desk::Thing;
use domain::notification::Verdict;
use domain::{Channel, ChannelId};
use store::Slice;

use super::super::choices::choice;
use super::super::draw::page;
use super::super::named::{admins_only, named};
use super::super::visit::Visit;
use super::row::{Row, verdict_name};
use crate::Web;
use crate::form::Choice;
use crate::frame::{Frame, Section};
use crate::problem::Result;

/// Rows of one page.
const ROWS: i64 = 50;

#[derive(Template)]
#[template(path = "channels/log.html")]
struct Log {
    frame: Frame,
    channel: Channel,
    back: String,
    verdict: Option<Verdict>,
    verdicts: Vec<Choice>,
    requests: Vec<Row>,
    newer: String,
    older: String,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels/{id}/notifications", get(show))
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let channel = visit.desk.channel(&visit.actor, id).await?;
    admins_only(&visit.actor)?;
    let verdict: Option<Verdict> = visit.query.one("verdict").parse().ok();
    let slice = Slice {
        after: visit.query.one("cursor").parse().ok(),
        ..Slice::first(ROWS)
    };
    let found = visit
        .desk
        .notifications(&visit.actor, id, verdict, slice)
        .await?;
    // Older pages stand still: what comes in belongs to the first.
    let live = match slice.after {
        Some(_) => String::new(),
        None => format!("channel:{id}"),
    };
    let frame = visit.frame(Section::Channels, live).await?;
    let next = found.next.map(|cursor| cursor.to_string());
    page(&Log {
        back: format!("/channels/{id}"),
        verdicts: verdicts(id, verdict, &frame),
        requests: found.items.iter().map(|one| Row::of(one, &frame)).collect(),
        newer: slice
            .after
            .map_or_else(String::new, |_| address(id, verdict, None)),
        older: next.map_or_else(String::new, |next| address(id, verdict, Some(&next))),
        frame,
        channel,
        verdict,
    })
}

/// The filters, as addresses.
fn verdicts(id: ChannelId, chosen: Option<Verdict>, frame: &Frame) -> Vec<Choice> {
    let any = choice(
        address(id, None, None),
        frame.t.msg_log_verdict_any(),
        chosen.is_none(),
    );
    let some = Verdict::ALL.into_iter().map(|one| {
        let word = verdict_name(one, frame.t);
        choice(address(id, Some(one), None), word, chosen == Some(one))
    });
    std::iter::once(any).chain(some).collect()
}

fn address(id: ChannelId, verdict: Option<Verdict>, cursor: Option<&str>) -> String {
    let verdict = verdict.map(|one| format!("verdict={}", one.as_str()));
    let cursor = cursor.map(|cursor| format!("cursor={cursor}"));
    let asked: Vec<String> = verdict.into_iter().chain(cursor).collect();
    let mark = if asked.is_empty() { "" } else { "?" };
    format!("/channels/{id}/notifications{mark}{}", asked.join("&"))
}
