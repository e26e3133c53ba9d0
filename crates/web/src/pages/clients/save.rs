//! `POST /clients/{id}`

use axum::extract::Path;
use axum::response::Response;
use desk::clients::ClientChange;

use super::form::{ClientForm, emails, phones};
use super::show::{again, client_id};
use crate::pages::draw::on_to;
use crate::pages::mistakes::mistakes;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn save(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let client = visit.desk.client(&visit.actor, client_id(&id)?).await?;
    let text = |field| Some(typed.some(field).map(str::to_owned));
    let change = ClientChange {
        name: text("name"),
        phones: Some(phones(&typed)),
        emails: Some(emails(&typed)),
        company: text("company"),
        note: text("note"),
        vip: Some(typed.ticked("vip")),
        spammer: Some(typed.ticked("spammer")),
    };
    match visit
        .desk
        .change_client(&visit.actor, client.id, change)
        .await
    {
        Ok(client) => Ok(on_to(&format!("/clients/{}", client.id))),
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            let form = ClientForm::typed(&typed, notes, visit.actor.language);
            again(&visit, client, form).await
        }
    }
}
