//! A channel's settings are changed: each form sends its own fields, the others stay.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Thing;
use desk::channels::{ChannelChange, PolicyForm};

use super::super::draw::on_to;
use super::super::mistakes::mistakes;
use super::super::named::named;
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use super::channel::draw;
use crate::problem::Result;

/// `POST /channels/{id}`.
pub(super) async fn change(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    match visit
        .desk
        .change_channel(&visit.actor, id, &read(&typed))
        .await
    {
        Ok(_) => Ok(on_to(&format!("/channels/{id}"))),
        Err(refusal) => {
            let mistakes = mistakes(refusal, visit.words())?;
            draw(
                &visit,
                id,
                StatusCode::UNPROCESSABLE_ENTITY,
                (typed, mistakes),
            )
            .await
        }
    }
}

fn read(typed: &Typed) -> ChannelChange {
    let text = |field: &str| typed.sent(field).map(str::to_owned);
    ChannelChange {
        name: text("name"),
        provider: text("provider"),
        app_secret: text("app_secret"),
        ticket_policy: PolicyForm {
            tickets: text("tickets"),
            attach: text("attach"),
            reopen_solved_within_hours: number(typed, "reopen_hours"),
        },
        country: text("country"),
        time_zone: text("time_zone"),
        close_after_minutes: number(typed, "close_after_minutes"),
    }
}

/// What is no number is out of every bound, and refused as such.
fn number(typed: &Typed, field: &str) -> Option<i64> {
    let sent = typed.sent(field)?;
    Some(sent.trim().parse().unwrap_or(i64::MIN))
}
