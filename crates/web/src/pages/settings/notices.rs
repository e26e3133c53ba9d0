//! `/settings/notices`: what one wants to be told, and how.

use std::str::FromStr;

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use desk::notices::{NoticeKind, Switches};
use locale::Words;

use super::super::draw::{on_to, page};
use super::super::typed::Sent;
use super::super::visit::Visit;
use crate::Web;
use crate::frame::{Frame, Section};
use crate::problem::Result;

const HERE: &str = "/settings/notices";

#[derive(Template)]
#[template(path = "settings/notices.html")]
struct Notices {
    frame: Frame,
    rows: Vec<(String, Switches)>,
    done: bool,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route(HERE, get(show).post(change))
}

async fn show(visit: Visit) -> Result<Response> {
    let frame = visit.frame(Section::Profile, "").await?;
    let switches = visit.desk.notice_switches(&visit.actor).await?;
    let named = |one: Switches| (kind_name(one.kind, frame.t), one);
    page(&Notices {
        rows: switches.into_iter().map(named).collect(),
        done: visit.query.ticked("saved"),
        frame,
    })
}

/// Unticked boxes are not sent: each kind that stood in the form is named by a field of its own.
async fn change(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let kinds = typed
        .all("kind")
        .filter_map(|name| NoticeKind::from_str(name).ok());
    let wanted: Vec<Switches> = kinds
        .map(|kind| {
            let on = |way: &str| typed.ticked(&format!("{kind}.{way}", kind = kind.as_str()));
            Switches {
                kind,
                in_page: on("page"),
                in_browser: on("browser"),
                sound: on("sound"),
            }
        })
        .collect();
    visit
        .desk
        .set_notice_switches(&visit.actor, &wanted)
        .await?;
    Ok(on_to("/settings/notices?saved"))
}

fn kind_name(kind: NoticeKind, t: &Words) -> String {
    match kind {
        NoticeKind::Mentioned => t.msg_notices_kind_mentioned(),
        NoticeKind::Assigned => t.msg_notices_kind_assigned(),
        NoticeKind::ReminderDue => t.msg_notices_kind_reminder(),
        NoticeKind::ChannelSilent => t.msg_notices_kind_silent(),
        NoticeKind::CallbackOverdue => t.msg_notices_kind_overdue(),
    }
}
