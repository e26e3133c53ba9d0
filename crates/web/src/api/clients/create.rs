//! `POST /clients`.

use axum::extract::State;
use axum::response::Response;
use desk::Desk;
use desk::clients::{NewClient, TypedPhone};
use serde::Deserialize;
use utoipa::ToSchema;

use super::SentPhone;
use crate::api::shape::{Client, shape_client};
use crate::api::{Sent, made};
use crate::problem::Result;
use crate::who::Keyed;

/// What a new client is made of: a name or a number at least.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewClient)]
pub(super) struct Form {
    /// Without one the first number stands in its place.
    #[schema(example = "Анна Петрова")]
    name: Option<String>,
    #[serde(default)]
    phones: Vec<SentPhone>,
    #[serde(default)]
    emails: Vec<String>,
    company: Option<String>,
    /// What to know when they call.
    note: Option<String>,
    /// Comes first.
    #[serde(default)]
    vip: bool,
    /// Their tickets are spam.
    #[serde(default)]
    spammer: bool,
}

impl From<Form> for NewClient {
    fn from(form: Form) -> Self {
        Self {
            name: form.name,
            phones: form.phones.into_iter().map(TypedPhone::from).collect(),
            emails: form.emails,
            company: form.company,
            note: form.note,
            vip: form.vip,
            spammer: form.spammer,
        }
    }
}

/// Make a client
#[utoipa::path(post, path = "/clients", tag = "clients", request_body = Form,
    responses((status = 201, body = Client, description = "The client; Location is its address")))]
pub(super) async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let client = desk.create_client(&actor, form.into()).await?;
    let address = format!("/api/v1/clients/{}", client.id);
    Ok(made(address, shape_client(client)))
}
