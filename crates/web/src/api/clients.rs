//! `/clients`.

mod change;
mod create;
mod list;
mod merge;
mod table;

use axum::Json;
use axum::extract::State;
use desk::clients::{TypedPhone, TypedValues};
use desk::{Desk, Thing};
use domain::Actor;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::At;
use super::shape::{Client, shape_client};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list::list, create::create))
        .routes(routes!(one, change::change))
        .routes(routes!(merge::merge))
        .routes(routes!(merge::unmerge))
        .routes(routes!(table::export))
        .routes(routes!(table::import))
        .routes(routes!(table::one_import))
        .routes(routes!(table::errors))
}

/// A number as sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPhone)]
struct SentPhone {
    /// In any spelling.
    #[schema(example = "8 (916) 204-18-37")]
    number: String,
    /// `mobile`, `home`, `work`, `fax` or `other`; guessed when absent.
    kind: Option<String>,
    /// Whether it is the first one to call; when nobody says so, the first in the list is.
    #[serde(default)]
    primary: bool,
}

/// Numbers as sent, the primary one first.
fn sent_phones(mut phones: Vec<SentPhone>) -> Vec<TypedPhone> {
    phones.sort_by_key(|phone| !phone.primary);
    let typed = |phone: SentPhone| TypedPhone {
        number: phone.number,
        kind: phone.kind,
    };
    phones.into_iter().map(typed).collect()
}

/// One client
///
/// One who was merged into another answers as the other.
#[utoipa::path(get, path = "/clients/{id}", tag = "clients", params(("id" = String, Path, description = "Their id")),
    responses((status = 200, body = Client)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<Client>> {
    let client = desk.client(&actor, at.id(Thing::Client)?).await?;
    shaped(&desk, &actor, client).await.map(Json)
}

/// A client with what is kept beside them.
async fn shaped(desk: &Desk, actor: &Actor, client: domain::Client) -> Result<Client> {
    Ok(shape_client(desk.client_view(actor, client).await?))
}

/// Values in the desk's own fields as sent: each by its field's id or name; `null` takes it away.
fn sent_values(fields: Map<String, Value>) -> TypedValues {
    let typed = |value: Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
            other.to_string()
        }
    };
    let all = fields.into_iter();
    all.map(|(field, value)| (field, typed(value))).collect()
}
