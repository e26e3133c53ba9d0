//! `/channels/{id}/notifications`: every request of the telephony, newest first.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use desk::Thing;
use domain::channel::EventTally;
use domain::notification::Verdict;
use domain::{Channel, ChannelId};
use store::Slice;

use super::super::choices::choice;
use super::super::draw::page;
use super::super::named::{admins_only, named};
use super::super::visit::Visit;
use super::asked::Asked;
use super::health::NAMELESS;
use super::row::{Row, lang, verdict_name};
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
    /// The log without what it is narrowed to but a verdict.
    cleared: String,
    asked: Asked,
    verdicts: Vec<Choice>,
    events: Vec<Choice>,
    requests: Vec<Row>,
    newer: String,
    older: String,
}

impl Log {
    fn session_mistake(&self) -> String {
        match self.asked.is_session_wrong() {
            true => self.frame.t.msg_log_filter_session_mistake(),
            false => String::new(),
        }
    }
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels/{id}/notifications", get(show))
}

async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let channel = visit.desk.channel(&visit.actor, id).await?;
    admins_only(&visit.actor)?;
    let asked = Asked::of(&visit.query);
    let slice = Slice {
        after: visit.query.one("cursor").parse().ok(),
        ..Slice::first(ROWS)
    };
    let found = visit
        .desk
        .notifications(&visit.actor, id, asked.filter(&visit.zone()), slice)
        .await?;
    let tallies = visit.desk.tally(&visit.actor, id).await?;
    // Older pages stand still: what comes in belongs to the first.
    let live = match slice.after {
        Some(_) => String::new(),
        None => format!("channel:{id}"),
    };
    let frame = visit.frame(Section::Channels, live).await?;
    let next = found.next.map(|cursor| cursor.to_string());
    page(&Log {
        back: format!("/channels/{id}"),
        cleared: Asked::default()
            .with_verdict(asked.verdict())
            .address(id, None),
        verdicts: verdicts(id, &asked, &frame),
        events: events(&tallies, &asked, &frame),
        requests: found.items.iter().map(|one| Row::of(one, &frame)).collect(),
        newer: slice
            .after
            .map_or_else(String::new, |_| asked.address(id, None)),
        older: next.map_or_else(String::new, |next| asked.address(id, Some(&next))),
        frame,
        channel,
        asked,
    })
}

/// The verdicts, as addresses.
fn verdicts(id: ChannelId, asked: &Asked, frame: &Frame) -> Vec<Choice> {
    let to = |verdict| asked.with_verdict(verdict).address(id, None);
    let chosen = asked.verdict();
    let any = choice(to(None), frame.t.msg_log_verdict_any(), chosen.is_none());
    let some = Verdict::ALL.into_iter().map(|one| {
        let word = verdict_name(one, frame.t);
        choice(to(Some(one)), word, chosen == Some(one))
    });
    std::iter::once(any).chain(some).collect()
}

/// The events that have come.
fn events(tallies: &[EventTally], asked: &Asked, frame: &Frame) -> Vec<Choice> {
    let any = choice(
        "",
        frame.t.msg_log_filter_event_any(),
        asked.event.is_empty(),
    );
    let some = tallies.iter().map(|tally| {
        let word = match tally.event.as_str() {
            NAMELESS => frame.t.msg_log_event_unknown(),
            known => uis::Event::from(known.to_owned())
                .name(lang(frame.language))
                .to_owned(),
        };
        choice(tally.event.as_str(), word, tally.event == asked.event)
    });
    std::iter::once(any).chain(some).collect()
}
