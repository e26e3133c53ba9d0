//! `/clients`.

mod change;
mod create;
mod list;
mod merge;

use axum::Json;
use axum::extract::State;
use desk::clients::TypedPhone;
use desk::{Desk, Thing};
use serde::Deserialize;
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
}

impl From<SentPhone> for TypedPhone {
    fn from(phone: SentPhone) -> Self {
        Self {
            number: phone.number,
            kind: phone.kind,
        }
    }
}

/// One client
///
/// One who was merged into another answers as the other.
#[utoipa::path(get, path = "/clients/{id}", tag = "clients", params(("id" = String, Path, description = "Their id")),
    responses((status = 200, body = Client)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<Client>> {
    let client = desk.client(&actor, at.id(Thing::Client)?).await?;
    Ok(Json(shape_client(client)))
}
