//! `POST /clients/{id}`: the whole form. Who was slower than somebody else gets it back with what that one did.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Refusal;
use domain::Client;

use super::edit::again;
use super::form::{Around, ClientForm, read_change};
use super::history::{change_line, who};
use super::show::client_id;
use crate::form::Mistakes;
use crate::pages::draw::on_to;
use crate::pages::mistakes::mistakes;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn save(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let client = visit.desk.client(&visit.actor, client_id(&id)?).await?;
    let around = Around::of(&visit).await?;
    let change = read_change(&typed, &around.fields);
    let done = visit
        .desk
        .change_client(&visit.actor, client.id, change)
        .await;
    match done {
        Ok(client) => Ok(on_to(&format!("/clients/{}", client.id))),
        Err(Refusal::Changed) => conflict(&visit, client, &around, &typed).await,
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            let form = ClientForm::typed(&typed, &around, notes, visit.actor.language);
            again(&visit, client, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// What was typed stays; sent once more, it is taken over what somebody else did.
async fn conflict(
    visit: &Visit,
    client: Client,
    around: &Around,
    typed: &Typed,
) -> Result<Response> {
    let t = visit.words();
    let seen = typed.one("version").parse().unwrap_or_default();
    let changes = visit
        .desk
        .client_changes(&visit.actor, client.id, seen)
        .await?;
    let said: Vec<String> = changes
        .iter()
        .map(|changed| {
            let what: Vec<String> = changed
                .changes
                .iter()
                .map(|one| change_line(one, t))
                .collect();
            format!("{}: {}", who(changed, t), what.join("; "))
        })
        .collect();
    let form = ClientForm {
        version: client.version.to_string(),
        conflict: t.msg_client_conflict(said.join(". ")),
        ..ClientForm::typed(typed, around, Mistakes::default(), visit.actor.language)
    };
    again(visit, client, form, StatusCode::CONFLICT).await
}
