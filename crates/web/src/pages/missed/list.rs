//! The board: who waits, the longest first; below, whom nobody has to call any more.

use askama::Template;
use axum::response::Response;
use domain::{At, ChannelId};
use store::Slice;
use store::missed::MissedFilter;

use super::HERE;
use super::line::{Closed, Line, lasted};
use super::strip::Axis;
use crate::form::Choice;
use crate::frame::{Frame, Section};
use crate::pages::draw::page;
use crate::pages::visit::{Visit, may_change};
use crate::problem::Result;

/// Rows on a page.
const ROWS: i64 = 50;
/// Closed ones that stand below those who wait.
const BELOW: i64 = 10;

#[derive(Template)]
#[template(path = "pages/missed/list.html")]
struct Board {
    frame: Frame,
    channels: Vec<Choice>,
    /// Whether only closed ones are shown.
    closed_only: bool,
    count: i64,
    longest: Option<String>,
    axis: Axis,
    lines: Vec<Line>,
    closed: Vec<Closed>,
    may_change: bool,
    /// Addresses; "" where there is none.
    to_waiting: String,
    to_closed: String,
    older: String,
    newer: String,
}

pub(super) async fn show(visit: Visit) -> Result<Response> {
    let frame = visit.frame(Section::Missed, "missed calls").await?;
    let channel: Option<ChannelId> = visit
        .query
        .some("channel_id")
        .and_then(|text| text.parse().ok());
    let closed_only = visit.query.ticked("closed");
    let after = visit.query.some("after").and_then(|text| text.parse().ok());
    let slice = Slice {
        after,
        ..Slice::first(ROWS)
    };
    let waiting = MissedFilter {
        channel,
        ..MissedFilter::default()
    };
    let done = MissedFilter {
        closed: true,
        closed_from: (!closed_only).then(|| today(&frame)),
        ..waiting.clone()
    };
    let (desk, actor) = (&visit.desk, &visit.actor);
    let (rows, closed) = if closed_only {
        let page = desk.missed(actor, &done, slice).await?;
        (None, page)
    } else {
        let rows = desk.missed(actor, &waiting, slice).await?;
        let below = desk.missed(actor, &done, Slice::first(BELOW)).await?;
        (Some(rows), below)
    };
    let next = rows.as_ref().map_or(closed.next, |rows| rows.next);
    let rows = rows.map(|page| page.items).unwrap_or_default();
    let tries = rows.iter().flat_map(|row| &row.missed.standing.attempts);
    let axis = Axis::over(tries.map(|attempt| attempt.at), frame.now, &frame.zone);
    let longest = rows.iter().map(|row| row.waited).max();
    page(&Board {
        count: desk.count_missed(actor, channel).await?,
        longest: longest.map(|seconds| lasted(seconds, frame.t)),
        lines: rows
            .iter()
            .map(|row| Line::of(row, &axis, &frame))
            .collect(),
        closed: closed
            .items
            .iter()
            .map(|row| Closed::of(row, &frame))
            .collect(),
        channels: channels(&visit, channel, &frame).await?,
        may_change: may_change(actor.role),
        to_waiting: address(channel, false, None),
        to_closed: address(channel, true, None),
        older: next.map_or_else(String::new, |next| {
            address(channel, closed_only, Some(next.to_string()))
        }),
        newer: after.map_or_else(String::new, |_| address(channel, closed_only, None)),
        closed_only,
        axis,
        frame,
    })
}

fn today(frame: &Frame) -> At {
    let now = frame.now.to_zoned(frame.zone.clone());
    now.start_of_day().map_or(frame.now, |day| day.timestamp())
}

fn address(channel: Option<ChannelId>, closed: bool, after: Option<String>) -> String {
    let parts = [
        channel.map(|id| format!("channel_id={id}")),
        closed.then(|| "closed=1".to_owned()),
        after.map(|after| format!("after={after}")),
    ];
    let query: Vec<String> = parts.into_iter().flatten().collect();
    match query.is_empty() {
        true => HERE.to_owned(),
        false => format!("{HERE}?{}", query.join("&")),
    }
}

async fn channels(visit: &Visit, chosen: Option<ChannelId>, frame: &Frame) -> Result<Vec<Choice>> {
    let all = visit.desk.channels(&visit.actor).await?;
    let any = Choice {
        value: String::new(),
        label: frame.t.msg_missed_all_channels(),
        chosen: chosen.is_none(),
    };
    let each = all.into_iter().map(|channel| Choice {
        value: channel.id.to_string(),
        label: channel.name,
        chosen: chosen == Some(channel.id),
    });
    Ok(std::iter::once(any).chain(each).collect())
}
