//! `GET /clients/{id}/edit`: the form of a client.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::Client;

use super::form::{Around, ClientForm};
use super::show::client_id;
use crate::frame::{Frame, Section};
use crate::pages::draw::{on_to, page_as};
use crate::pages::visit::{Visit, may_change};
use crate::problem::{Problem, Result};

#[derive(Template)]
#[template(path = "pages/clients/edit.html")]
struct EditPage {
    frame: Frame,
    path: String,
    form: ClientForm,
    client: Client,
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    if !may_change(visit.actor.role) {
        return Err(Problem::NotAllowed(desk::Denied::InternalOnly));
    }
    let id = client_id(&id)?;
    let client = visit.desk.client(&visit.actor, id).await?;
    if client.id != id {
        return Ok(on_to(&format!("/clients/{}/edit", client.id)));
    }
    // It stays as it is while somebody types; who saves later is told of who saved before.
    let frame = visit.frame(Section::Clients, "").await?;
    let view = visit.desk.client_view(&visit.actor, client.clone()).await?;
    let form = ClientForm::of(&view, &Around::of(&visit).await?, frame.language);
    draw(frame, client, form, StatusCode::OK)
}

/// The form that was not taken.
pub(super) async fn again(
    visit: &Visit,
    client: Client,
    form: ClientForm,
    status: StatusCode,
) -> Result<Response> {
    let page = format!("/clients/{}/edit", client.id);
    let frame = visit.still(Section::Clients, &page).await?;
    draw(frame, client, form, status)
}

fn draw(frame: Frame, client: Client, form: ClientForm, status: StatusCode) -> Result<Response> {
    page_as(
        status,
        &EditPage {
            path: format!("/clients/{}", client.id),
            frame,
            form,
            client,
        },
    )
}
