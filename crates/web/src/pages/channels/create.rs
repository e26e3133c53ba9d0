//! «Добавить канал» → «Телефония» → name and telephony → «Сохранить».

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use desk::channels::NewChannel;
use domain::Provider;

use super::super::choices::providers;
use super::super::draw::{mistaken, on_to, page};
use super::super::mistakes::mistakes;
use super::super::named::admins_only;
use super::super::typed::Sent;
use super::super::visit::Visit;
use crate::Web;
use crate::form::{Choice, Mistakes};
use crate::frame::{Frame, Section};
use crate::problem::Result;

const FORM: &str = "/channels/new/telephony";

#[derive(Template)]
#[template(path = "channels/kinds.html")]
struct Kinds {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "channels/telephony.html")]
struct Telephony {
    frame: Frame,
    name: String,
    providers: Vec<Choice>,
    mistakes: Mistakes,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/channels/new", get(kinds))
        .route(FORM, get(form).post(create))
}

async fn kinds(visit: Visit) -> Result<Response> {
    admins_only(&visit.actor)?;
    let frame = visit.frame(Section::Channels, "").await?;
    page(&Kinds { frame })
}

async fn form(visit: Visit) -> Result<Response> {
    admins_only(&visit.actor)?;
    page(&Telephony {
        frame: visit.frame(Section::Channels, "").await?,
        name: String::new(),
        providers: providers(Provider::Uis.as_str()),
        mistakes: Mistakes::default(),
    })
}

async fn create(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let new = NewChannel {
        name: typed.one("name").to_owned(),
        provider: typed.one("provider").to_owned(),
        ..NewChannel::default()
    };
    match visit.desk.create_channel(&visit.actor, &new).await {
        Ok(channel) => Ok(on_to(&format!("/channels/{}", channel.id))),
        Err(refusal) => mistaken(&Telephony {
            mistakes: mistakes(refusal, visit.words())?,
            frame: visit.still(Section::Channels, FORM).await?,
            providers: providers(&new.provider),
            name: new.name,
        }),
    }
}
