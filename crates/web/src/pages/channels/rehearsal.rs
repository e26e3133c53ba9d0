//! `/channels/{id}/rehearsal/{id}`: what a policy would have made of past calls, beside the present one.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use desk::Thing;
use desk::channels::Differing;
use domain::policy::rehearsal::Fate;
use domain::{Channel, ChannelId, RehearsalId};
use locale::Words;
use store::Slice;
use store::rehearsals::Rehearsal;

use super::super::draw::{on_to, page};
use super::super::mistakes::mistakes;
use super::super::named::{admins_only, named};
use super::super::typed::Sent;
use super::super::visit::Visit;
use super::channel::{Back, draw};
use super::policy;
use crate::Web;
use crate::frame::{Frame, Moment, Section};
use crate::problem::Result;

/// Differing calls on one page.
const ROWS: i64 = 50;

#[derive(Template)]
#[template(path = "channels/rehearsal.html")]
struct Page {
    frame: Frame,
    channel: Channel,
    rehearsal: Rehearsal,
    since: String,
    /// Whether the channel's policy is another by now.
    outdated: bool,
    counts: Vec<Count>,
    /// The proposed policy as fields, to be sent again.
    fields: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    newer: String,
    older: String,
    /// The form of the policy.
    back: String,
}

/// A line of the comparison.
struct Count {
    name: String,
    present: i64,
    proposed: i64,
    /// With its sign; "" when they are the same.
    difference: String,
}

/// A call that would have gone elsewhere.
struct Row {
    /// Its page, unless it is gone.
    link: Option<String>,
    at: Moment,
    who: String,
    present: String,
    proposed: String,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/channels/{id}/rehearsal", post(rehearse))
        .route("/channels/{id}/rehearsal/{rehearsal}", get(show))
}

async fn rehearse(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let form = policy::read(&typed);
    match visit.desk.rehearse(&visit.actor, id, &form).await {
        Ok(begun) => Ok(on_to(&format!("/channels/{id}/rehearsal/{}", begun.id))),
        Err(refusal) => {
            let back = Back {
                mistakes: mistakes(refusal, visit.words())?,
                typed,
                conflict: false,
            };
            draw(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, back).await
        }
    }
}

async fn show(visit: Visit, Path((id, one)): Path<(String, String)>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let one: RehearsalId = named(&one, Thing::Rehearsal)?;
    let channel = visit.desk.channel(&visit.actor, id).await?;
    admins_only(&visit.actor)?;
    let rehearsal = visit.desk.rehearsal(&visit.actor, id, one).await?;
    let slice = Slice {
        after: visit.query.one("cursor").parse().ok(),
        ..Slice::first(ROWS)
    };
    let found = visit
        .desk
        .rehearsal_differences(&visit.actor, id, one, slice)
        .await?;
    // Once it is over nothing in it changes.
    let live = match rehearsal.finished_at {
        Some(_) => String::new(),
        None => format!("channel:{id}"),
    };
    let frame = visit.frame(Section::Channels, live).await?;
    let here = format!("/channels/{id}/rehearsal/{one}");
    page(&Page {
        back: format!("/channels/{id}#policy"),
        since: frame.date(rehearsal.since),
        outdated: rehearsal.present != channel.policy,
        counts: counts(&rehearsal, frame.t),
        fields: policy::as_typed(&rehearsal.proposed),
        rows: found
            .items
            .into_iter()
            .map(|one| row(&one, &frame))
            .collect(),
        newer: slice.after.map_or_else(String::new, |_| here.clone()),
        older: found
            .next
            .map_or_else(String::new, |next| format!("{here}?cursor={next}")),
        rehearsal,
        channel,
        frame,
    })
}

fn counts(rehearsal: &Rehearsal, t: &Words) -> Vec<Count> {
    let (now, then) = (rehearsal.counts.present, rehearsal.counts.proposed);
    [
        (t.msg_rehearsal_made(), now.made, then.made),
        (t.msg_rehearsal_joined(), now.joined, then.joined),
        (t.msg_rehearsal_reopened(), now.reopened, then.reopened),
        (t.msg_rehearsal_none(), now.none, then.none),
    ]
    .into_iter()
    .map(|(name, present, proposed)| Count {
        name,
        present,
        proposed,
        difference: match proposed - present {
            0 => String::new(),
            more @ 1.. => format!("+{more}"),
            less => format!("−{}", less.abs()),
        },
    })
    .collect()
}

fn row(one: &Differing, frame: &Frame) -> Row {
    let t = frame.t;
    let who = match &one.call {
        Some(view) => view
            .client
            .as_ref()
            .map_or_else(|| number_of(view, t), |client| client.name.clone()),
        None => t.msg_rehearsal_call_gone(),
    };
    Row {
        link: one
            .call
            .as_ref()
            .map(|view| format!("/calls/{}", view.call.id)),
        at: frame.day_or_hour(one.difference.started_at),
        who,
        present: fate(one.difference.present, t),
        proposed: fate(one.difference.proposed, t),
    }
}

fn number_of(view: &desk::calls::CallView, t: &Words) -> String {
    let party = view.call.facts.client.as_ref();
    let number = party.and_then(|party| party.phone());
    number.map_or_else(|| t.msg_rehearsal_call(), |number| number.pretty())
}

fn fate(fate: Fate, t: &Words) -> String {
    match fate {
        Fate::Made => t.msg_rehearsal_fate_made(),
        Fate::Joined => t.msg_rehearsal_fate_joined(),
        Fate::Reopened => t.msg_rehearsal_fate_reopened(),
        Fate::None => t.msg_rehearsal_fate_none(),
    }
}
