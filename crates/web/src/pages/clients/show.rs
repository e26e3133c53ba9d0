//! `GET /clients/{id}`: who it is, what was, who else it may be.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Thing;
use domain::{Client, ClientId};
use store::Slice;
use store::calls::CallFilter;

use super::form::ClientForm;
use crate::frame::{Frame, Section};
use crate::pages::calls::CallLine;
use crate::pages::draw::{on_to, page_as};
use crate::pages::find_client::find_clients;
use crate::pages::tickets::{TicketLine, tickets_of};
use crate::pages::visit::{Visit, may_change};
use crate::problem::{Problem, Result};

/// Tickets and calls shown.
const SHOWN: i64 = 20;

#[derive(Template)]
#[template(path = "pages/clients/show.html")]
struct ClientPage {
    frame: Frame,
    path: String,
    since: String,
    form: ClientForm,
    tickets: Vec<TicketLine>,
    calls: Vec<CallLine>,
    all_calls: String,
    more_calls: bool,
    /// What was typed to find who they may be the same as.
    same_as: String,
    /// Who was found.
    found: Vec<Client>,
    may_change: bool,
    client: Client,
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = client_id(&id)?;
    let client = visit.desk.client(&visit.actor, id).await?;
    if client.id != id {
        // Merged: their page is that of whom they were merged into.
        return Ok(on_to(&format!("/clients/{}", client.id)));
    }
    let live = format!("client:{id} tickets calls");
    let frame = visit.frame(Section::Clients, live).await?;
    let form = ClientForm::of(&client, frame.language);
    draw(&visit, frame, client, form, StatusCode::OK).await
}

/// The page with the form that was not taken.
pub(super) async fn again(visit: &Visit, client: Client, form: ClientForm) -> Result<Response> {
    let frame = visit
        .still(Section::Clients, &format!("/clients/{}", client.id))
        .await?;
    draw(visit, frame, client, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// The id of a client, as it stands in an address.
pub(super) fn client_id(text: &str) -> Result<ClientId> {
    text.parse().map_err(|_| Problem::NotFound(Thing::Client))
}

async fn draw(
    visit: &Visit,
    frame: Frame,
    client: Client,
    form: ClientForm,
    status: StatusCode,
) -> Result<Response> {
    let theirs = CallFilter {
        client: Some(client.id),
        ..CallFilter::default()
    };
    let calls = visit
        .desk
        .calls(&visit.actor, &theirs, Slice::first(SHOWN))
        .await?;
    let same_as = visit.query.one("same_as").trim().to_owned();
    let mut found = match same_as.as_str() {
        "" => Vec::new(),
        typed => find_clients(visit, typed).await?,
    };
    found.retain(|other| other.id != client.id);
    let day = frame.date(client.created_at);
    page_as(
        status,
        &ClientPage {
            path: format!("/clients/{}", client.id),
            since: frame.t.msg_client_since(day.as_str()),
            tickets: tickets_of(visit, &frame, client.id, Slice::first(SHOWN), None).await?,
            calls: calls
                .items
                .iter()
                .map(|view| CallLine::of(view, &frame))
                .collect(),
            all_calls: format!("/calls?client_id={}", client.id),
            more_calls: calls.next.is_some(),
            same_as,
            found,
            may_change: may_change(visit.actor.role),
            frame,
            form,
            client,
        },
    )
}
