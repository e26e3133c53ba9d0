//! `POST /tickets/{number}/comments`

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;

use super::show::{again, by_number};
use super::ticket::Form;
use super::view::Wanted;
use crate::pages::draw::on_to;
use crate::pages::mistakes::mistakes;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn write(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let view = by_number(&visit, &number).await?;
    let path = format!(
        "/tickets/{}{}",
        view.ticket.number,
        Wanted::of(&visit.query).suffix()
    );
    match visit
        .desk
        .comment(&visit.actor, view.ticket.id, typed.one("text"))
        .await
    {
        Ok(_) => Ok(on_to(&path)),
        Err(refusal) => {
            let mistakes = mistakes(refusal, visit.words())?;
            let form = Form {
                typed,
                mistakes,
                conflict: None,
            };
            again(&visit, view, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}
