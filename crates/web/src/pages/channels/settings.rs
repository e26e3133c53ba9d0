//! A channel's settings are changed: each form sends its own fields, the others stay.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::channels::{ChannelChange, DAY_FIELDS, HoursForm};
use desk::{Refusal, Thing};

use super::super::draw::on_to;
use super::super::mistakes::mistakes;
use super::super::named::named;
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use super::calling;
use super::channel::{Back, draw};
use super::policy;
use crate::form::Mistakes;
use crate::problem::Result;

/// `POST /channels/{id}`.
pub(super) async fn change(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    let changed = visit
        .desk
        .change_channel(&visit.actor, id, &read(&typed))
        .await;
    match changed {
        Ok(_) => Ok(on_to(&format!("/channels/{id}"))),
        Err(Refusal::Changed) => {
            let back = Back {
                typed,
                mistakes: Mistakes::default(),
                conflict: true,
            };
            draw(&visit, id, StatusCode::CONFLICT, back).await
        }
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

fn read(typed: &Typed) -> ChannelChange {
    let text = |field: &str| typed.sent(field).map(str::to_owned);
    let change = ChannelChange {
        name: text("name"),
        provider: text("provider"),
        app_secret: text("app_secret"),
        ticket_policy: policy::read(typed),
        country: text("country"),
        time_zone: text("time_zone"),
        close_after_minutes: number(typed, "close_after_minutes"),
        working_hours: hours(typed),
        silence_minutes: typed.sent("silence_minutes").map(|sent| {
            let some = Some(sent.trim()).filter(|sent| !sent.is_empty());
            some.map(|_| number(typed, "silence_minutes").unwrap_or(i64::MIN))
        }),
        version: typed.some("version").and_then(|sent| sent.parse().ok()),
        ..ChannelChange::default()
    };
    calling::read(typed, change)
}

fn hours(typed: &Typed) -> Option<HoursForm> {
    typed.sent("monday")?;
    Some(HoursForm {
        days: DAY_FIELDS.map(|day| typed.one(day).to_owned()),
        holidays: typed.one("holidays").to_owned(),
    })
}

/// What is no number is out of every bound, and refused as such.
pub(super) fn number(typed: &Typed, field: &str) -> Option<i64> {
    let sent = typed.sent(field)?;
    Some(sent.trim().parse().unwrap_or(i64::MIN))
}
