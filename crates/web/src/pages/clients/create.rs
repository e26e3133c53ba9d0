//! A client made by hand: `GET /clients/new`, `POST /clients`.

use askama::Template;
use axum::response::Response;

use super::form::{Around, ClientForm, read_new};
use crate::form::Mistakes;
use crate::frame::{Frame, Section};
use crate::pages::draw::{mistaken, on_to, page};
use crate::pages::mistakes::mistakes;
use crate::pages::typed::Sent;
use crate::pages::visit::{Visit, may_change};
use crate::problem::{Problem, Result};

const PAGE: &str = "/clients/new";

#[derive(Template)]
#[template(path = "pages/clients/new.html")]
struct NewPage {
    frame: Frame,
    form: ClientForm,
}

pub(super) async fn show(visit: Visit) -> Result<Response> {
    if !may_change(visit.actor.role) {
        return Err(Problem::NotAllowed(desk::Denied::InternalOnly));
    }
    let frame = visit.frame(Section::Clients, "").await?;
    let around = Around::of(&visit).await?;
    let form = ClientForm::typed(&visit.query, &around, Mistakes::default(), frame.language);
    page(&NewPage { frame, form })
}

pub(super) async fn create(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let around = Around::of(&visit).await?;
    let new = read_new(&typed, &around.fields);
    match visit.desk.create_client(&visit.actor, new).await {
        Ok(client) => Ok(on_to(&format!("/clients/{}", client.id))),
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            let frame = visit.still(Section::Clients, PAGE).await?;
            let form = ClientForm::typed(&typed, &around, notes, frame.language);
            mistaken(&NewPage { frame, form })
        }
    }
}
