//! The desk's two pages: the list alone, and the list with a ticket.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Thing;
use desk::tickets::TicketView;

use super::client::{ClientPane, client_pane};
use super::list::{List, list as list_of};
use super::narrow::of_client;
use super::ticket::{Form, TicketPane, pane};
use super::timeline::What;
use super::view::Wanted;
use crate::form::Mistakes;
use crate::frame::{Frame, Section};
use crate::pages::calls::{InShort, Said};
use crate::pages::draw::{on_to, page, page_as};
use crate::pages::panes::Panes;
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result};

#[derive(Template)]
#[template(path = "pages/desk.html")]
struct DeskPage {
    frame: Frame,
    list: List,
    ticket: Option<TicketPane>,
    client: Option<ClientPane>,
    /// Which pane a narrow screen shows.
    pane: &'static str,
    panes: Panes,
}

/// `GET /tickets`
pub(super) async fn list(visit: Visit) -> Result<Response> {
    let wanted = Wanted::of(&visit.query);
    if let Some(on) = of_client(&visit, &wanted).await? {
        return Ok(on);
    }
    let mut frame = visit.frame(Section::Tickets, "tickets calls").await?;
    wanted.mark(&mut frame);
    let list = list_of(&visit, &frame, &wanted, None).await?;
    page(&DeskPage {
        frame,
        list,
        ticket: None,
        client: None,
        pane: "list",
        panes: visit.panes,
    })
}

/// `GET /tickets/{number}`
pub(super) async fn ticket(visit: Visit, Path(number): Path<String>) -> Result<Response> {
    let view = by_number(&visit, &number).await?;
    if let Some(into) = view.ticket.merged_into
        && let Ok(target) = visit.desk.ticket(&visit.actor, into).await
    {
        return Ok(on_to(&format!(
            "/tickets/{}{}",
            target.ticket.number,
            Wanted::of(&visit.query).suffix()
        )));
    }
    let client = view
        .client
        .as_ref()
        .map(|client| format!(" client:{}", client.id));
    let looking = format!(" looking:{}", view.ticket.id);
    let live = format!("tickets calls{}{looking}", client.unwrap_or_default());
    let frame = visit.frame(Section::Tickets, live).await?;
    let seen = (visit.clone(), view.ticket.clone());
    tokio::spawn(async move {
        let (visit, ticket) = seen;
        if let Err(error) = visit.desk.saw_ticket(&visit.actor, &ticket).await {
            tracing::warn!(%error, "could not keep that a ticket was seen");
        }
    });
    let form = Form {
        mistakes: Mistakes::default(),
        ..Form::default()
    };
    draw(&visit, frame, view, form, StatusCode::OK).await
}

/// The ticket again after a form in it was not taken.
pub(super) async fn again(
    visit: &Visit,
    view: TicketView,
    form: Form,
    status: StatusCode,
) -> Result<Response> {
    let path = format!(
        "/tickets/{}{}",
        view.ticket.number,
        Wanted::of(&visit.query).suffix()
    );
    let frame = visit.still(Section::Tickets, &path).await?;
    draw(visit, frame, view, form, status).await
}

async fn draw(
    visit: &Visit,
    mut frame: Frame,
    view: TicketView,
    form: Form,
    status: StatusCode,
) -> Result<Response> {
    let wanted = Wanted::of(&visit.query);
    wanted.mark(&mut frame);
    let list = list_of(visit, &frame, &wanted, Some(view.ticket.id)).await?;
    let client = match &view.client {
        Some(client) => Some(client_pane(visit, &frame, client.id, view.ticket.id).await?),
        None => None,
    };
    let ticket = pane(visit, &frame, &wanted, view, form).await?;
    if !frame.live.is_empty() {
        frame.listen(&ticket.timeline.going_on);
    }
    let ticket = Some(ticket);
    let pane = if visit.query.one("pane") == "client" {
        "client"
    } else {
        "ticket"
    };
    page_as(
        status,
        &DeskPage {
            frame,
            list,
            ticket,
            client,
            pane,
            panes: visit.panes,
        },
    )
}

/// The ticket of this number, as it stands in an address.
pub(super) async fn by_number(visit: &Visit, number: &str) -> Result<TicketView> {
    let number = number
        .parse()
        .map_err(|_| Problem::NotFound(Thing::Ticket))?;
    Ok(visit.desk.ticket_by_number(&visit.actor, number).await?)
}
