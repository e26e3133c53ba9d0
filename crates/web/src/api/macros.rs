//! `/macros`.

mod change;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use desk::macros::MacroForm;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::paging::Items;
use super::shape::{Macro, shape_macro};
use super::{At, Sent, made};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(one, change::change, delete))
}

/// A ready text that is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewMacro)]
struct Form {
    #[schema(example = "Перезвоним")]
    name: String,
    /// What it writes; with fields such as `{{client.name}}`. May be empty when it changes something.
    #[serde(default)]
    text: String,
    /// Whether it is everybody's: administrators and supervisors make such.
    #[serde(default)]
    shared: bool,
    /// The status the ticket gets.
    status: Option<String>,
    /// The priority the ticket gets.
    priority: Option<String>,
    /// Whether the ticket goes to whoever uses it.
    #[serde(default)]
    assign_me: bool,
    /// Labels the ticket gets on top of its own.
    #[serde(default)]
    tags: Vec<String>,
}

/// Macros
///
/// One's own and everybody's, by name.
#[utoipa::path(get, path = "/macros", tag = "macros", responses((status = 200, body = Items<Macro>)))]
async fn list(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Items<Macro>>> {
    let all = desk.macros(&actor).await?;
    Ok(Json(Items::whole(all, shape_macro)))
}

/// One macro
#[utoipa::path(get, path = "/macros/{id}", tag = "macros", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Macro)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<Macro>> {
    let one = desk.one_macro(&actor, at.id(Thing::Macro)?).await?;
    Ok(Json(shape_macro(one)))
}

/// Make a macro
#[utoipa::path(post, path = "/macros", tag = "macros", request_body = Form,
    responses((status = 201, body = Macro, description = "The macro; Location is its address")))]
async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let new = MacroForm {
        name: form.name,
        text: form.text,
        shared: form.shared,
        status: form.status,
        priority: form.priority,
        assign_me: form.assign_me,
        tags: form.tags,
    };
    let one = desk.create_macro(&actor, &new).await?;
    let address = format!("/api/v1/macros/{}", one.id);
    Ok(made(address, shape_macro(one)))
}

/// Take a macro away
#[utoipa::path(delete, path = "/macros/{id}", tag = "macros", params(("id" = String, Path, description = "Its id")),
    responses((status = 204, description = "It is gone")))]
async fn delete(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<StatusCode> {
    desk.delete_macro(&actor, at.id(Thing::Macro)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
