//! `/views`.

mod filter;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use desk::views::{NewView, ViewChange};
use desk::{Desk, Thing, Why};
use domain::{Order, View as Kept};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::paging::Items;
use super::{At, Sent, form, made};
use crate::Web;
use crate::problem::{Faults, Result};
use crate::who::Keyed;

use filter::ViewFilter;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(one, change, delete))
}

/// A list of tickets kept under a name.
#[derive(Debug, Serialize, ToSchema)]
struct View {
    #[schema(example = "view_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    #[schema(example = "Мои чеки")]
    name: String,
    /// Whether everybody has it.
    shared: bool,
    /// Whose it is.
    owner_id: String,
    filter: ViewFilter,
    /// `newest`, `waiting` or `priority`.
    sort: &'static str,
    /// Grows with each change.
    version: i64,
}

fn shape(view: Kept) -> View {
    View {
        id: view.id.to_string(),
        name: view.name,
        shared: view.shared,
        owner_id: view.owner.to_string(),
        filter: ViewFilter::of(view.narrowing),
        sort: view.order.as_str(),
        version: view.version,
    }
}

/// Views of the list of tickets
///
/// Your own in their order, then those that are shared with everybody. `GET /tickets?view=` lists what one holds.
#[utoipa::path(get, path = "/views", tag = "tickets", responses((status = 200, body = Items<View>)))]
async fn list(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Items<View>>> {
    Ok(Json(Items::whole(desk.views(&actor).await?, shape)))
}

/// One view
#[utoipa::path(get, path = "/views/{id}", tag = "tickets", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = View)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<View>> {
    let view = desk.view(&actor, at.id(Thing::View)?).await?;
    Ok(Json(shape(view)))
}

/// A view that is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewView)]
struct NewForm {
    /// At most 60 characters.
    name: String,
    /// For everybody: administrators and supervisors.
    #[serde(default)]
    shared: bool,
    #[serde(default)]
    filter: ViewFilter,
    /// `newest` (when absent), `waiting` or `priority`.
    sort: Option<String>,
}

/// Keep a list under a name
#[utoipa::path(post, path = "/views", tag = "tickets", request_body = NewForm,
    responses((status = 201, body = View, description = "The view; Location is its address")))]
async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<NewForm>,
) -> Result<Response> {
    let mut faults = Faults::default();
    let new = NewView {
        narrowing: form.filter.read(&mut faults),
        order: order(&mut faults, form.sort.as_deref()).unwrap_or_default(),
        name: form.name,
        shared: form.shared,
    };
    faults.check()?;
    let view = desk.create_view(&actor, new).await?;
    let address = format!("/api/v1/views/{}", view.id);
    Ok(made(address, shape(view)))
}

/// What to change; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ViewChange)]
struct Form {
    name: Option<String>,
    /// For everybody: administrators and supervisors.
    shared: Option<bool>,
    /// All that narrows it.
    filter: Option<ViewFilter>,
    /// `newest`, `waiting` or `priority`.
    sort: Option<String>,
    /// The `version` you have seen. When the view has changed since, nothing is done and 409 is answered.
    version: Option<i64>,
}

/// Change a view
///
/// For its owner; a shared one also for administrators and supervisors.
#[utoipa::path(patch, path = "/views/{id}", tag = "tickets", params(("id" = String, Path, description = "Its id")),
    request_body = Form, responses((status = 200, body = View)))]
async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<View>> {
    let mut faults = Faults::default();
    let change = ViewChange {
        narrowing: form.filter.map(|filter| filter.read(&mut faults)),
        order: order(&mut faults, form.sort.as_deref()),
        name: form.name,
        shared: form.shared,
    };
    faults.check()?;
    let id = at.id(Thing::View)?;
    let view = desk.change_view(&actor, id, change, form.version).await?;
    Ok(Json(shape(view)))
}

/// Throw a view away
#[utoipa::path(delete, path = "/views/{id}", tag = "tickets", params(("id" = String, Path, description = "Its id")),
    responses((status = 204, description = "It is gone")))]
async fn delete(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<StatusCode> {
    desk.delete_view(&actor, at.id(Thing::View)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn order(faults: &mut Faults, text: Option<&str>) -> Option<Order> {
    form::maybe(faults, "sort", text, || {
        Why::NotOneOf(Order::ALL.iter().map(|order| order.as_str()).collect())
    })
}
