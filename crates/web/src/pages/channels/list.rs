//! `/channels`: all channels, each with how it is.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use domain::{At, Channel};

use super::super::draw::page;
use super::super::named::supervisors_only;
use super::super::visit::Visit;
use super::health::Health;
use crate::Web;
use crate::frame::{Frame, Section};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "channels/list.html")]
struct List {
    frame: Frame,
    admin: bool,
    rows: Vec<Row>,
}

struct Row {
    channel: Channel,
    /// Administrators see how it is.
    health: Option<Health>,
    last: Option<At>,
    /// Whether it has been silent for too long.
    silent: bool,
}

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels", get(show))
}

async fn show(visit: Visit) -> Result<Response> {
    supervisors_only(&visit.actor)?;
    let mut rows = Vec::new();
    for channel in visit.desk.channels(&visit.actor).await? {
        rows.push(row(&visit, channel).await?);
    }
    page(&List {
        frame: visit.frame(Section::Channels, "channels").await?,
        admin: visit.actor.is_admin(),
        rows,
    })
}

async fn row(visit: &Visit, channel: Channel) -> Result<Row> {
    let tallies = match visit.actor.is_admin() {
        true => Some(visit.desk.tally(&visit.actor, channel.id).await?),
        false => None,
    };
    let silent = visit.actor.is_admin()
        && visit
            .desk
            .silence(&visit.actor, channel.id)
            .await?
            .is_some();
    Ok(Row {
        silent,
        channel,
        health: tallies
            .as_deref()
            .map(|tallies| Health::of(tallies, visit.desk.now())),
        last: tallies.iter().flatten().map(|tally| tally.last_at).max(),
    })
}
