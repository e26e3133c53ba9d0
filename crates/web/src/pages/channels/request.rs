//! `/channels/{id}/notifications/{id}`: one request as it came, what was read of it, what to correct.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use desk::Thing;
use domain::notification::Notification;
use domain::{Channel, ChannelId, NotificationId};
use telephony::findings::Told;

use super::super::draw::page;
use super::super::named::{admins_only, named};
use super::super::visit::Visit;
use super::excerpt::{Piece, whole};
use super::row::{Row, verdict_name};
use crate::Web;
use crate::frame::{Frame, Moment, Section};
use crate::problem::{Problem, Result};

#[derive(Template)]
#[template(path = "channels/request.html")]
struct Page {
    frame: Frame,
    channel: Channel,
    request: Row,
    raw: Notification,
    received: Moment,
    again: Option<Moment>,
    verdict: String,
    told: Vec<Told>,
    body: Vec<Piece>,
    /// As it came, when `body` had to be broken into lines.
    original: Option<String>,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels/{id}/notifications/{one}", get(show))
}

async fn show(visit: Visit, Path((id, one)): Path<(String, String)>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let one: NotificationId = named(&one, Thing::Notification)?;
    let channel = visit.desk.channel(&visit.actor, id).await?;
    admins_only(&visit.actor)?;
    let raw = visit.desk.notification(&visit.actor, one).await?;
    if raw.channel_id != id {
        return Err(Problem::NotFound(Thing::Notification));
    }
    let frame = visit
        .frame(Section::Channels, format!("channel:{id}"))
        .await?;
    let told = telephony::findings::tell(&raw.findings, frame.language);
    let text = String::from_utf8_lossy(&raw.body);
    let lines = in_lines(&text);
    let keys: Vec<&str> = told.iter().filter_map(|told| told.key.as_deref()).collect();
    page(&Page {
        request: Row::of(&raw, &frame),
        received: frame.exact(raw.received_at),
        again: (raw.repeats > 0).then(|| frame.exact(raw.last_received_at)),
        verdict: verdict_name(raw.verdict, frame.t),
        body: whole(lines.as_deref().unwrap_or(&text), &keys),
        original: lines.is_some().then(|| text.clone().into_owned()),
        told,
        raw,
        channel,
        frame,
    })
}

/// JSON that came in one line, broken into lines; anything else is shown as it is.
fn in_lines(text: &str) -> Option<String> {
    if text.trim().contains('\n') {
        return None;
    }
    let read: serde_json::Value = serde_json::from_str(text).ok()?;
    serde_json::to_string_pretty(&read).ok()
}

#[cfg(test)]
mod tests {
    use super::in_lines;

    #[test]
    fn json_of_one_line_is_broken_into_lines_in_its_own_order() {
        assert_eq!(
            in_lines("{\"b\":1,\"a\":\"x\"}").unwrap(),
            "{\n  \"b\": 1,\n  \"a\": \"x\"\n}"
        );
        assert_eq!(in_lines("{\n\"b\":1}"), None);
        assert_eq!(in_lines("a=1&b=2"), None);
    }
}
