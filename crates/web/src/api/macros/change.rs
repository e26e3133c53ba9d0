//! `PATCH /macros/{id}`.

use axum::Json;
use axum::extract::State;
use desk::macros::MacroForm;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::body::nullable;
use crate::api::shape::{Macro, shape_macro};
use crate::api::{At, Sent};
use crate::problem::Result;
use crate::who::Keyed;

/// What to change; what is absent stays, `null` takes away.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MacroChange)]
pub(super) struct Form {
    name: Option<String>,
    /// What it writes.
    text: Option<String>,
    /// Whether it is everybody's.
    shared: Option<bool>,
    /// The status the ticket gets; `null`: it stays.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    status: Option<Option<String>>,
    /// The priority the ticket gets; `null`: it stays.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    priority: Option<Option<String>>,
    /// Whether the ticket goes to whoever uses it.
    assign_me: Option<bool>,
    /// All labels the ticket gets.
    tags: Option<Vec<String>>,
    /// The `version` you have seen. When the macro has changed since, nothing is done and 409 is answered.
    version: Option<i64>,
}

/// Change a macro
#[utoipa::path(patch, path = "/macros/{id}", tag = "macros", params(("id" = String, Path, description = "Its id")),
    request_body = Form, responses((status = 200, body = Macro)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Macro>> {
    let id = at.id(Thing::Macro)?;
    let now = desk.one_macro(&actor, id).await?;
    let status = now.acts.status.map(|status| status.as_str().to_owned());
    let priority = now.acts.priority.map(|one| one.as_str().to_owned());
    let wanted = MacroForm {
        name: form.name.unwrap_or(now.name),
        text: form.text.unwrap_or(now.text),
        shared: form.shared.unwrap_or(now.owner.is_none()),
        status: form.status.unwrap_or(status),
        priority: form.priority.unwrap_or(priority),
        assign_me: form.assign_me.unwrap_or(now.acts.assign_me),
        tags: form.tags.unwrap_or(now.acts.tags),
    };
    let version = form.version.unwrap_or(now.version);
    let one = desk
        .change_macro(&actor, id, &wanted, Some(version))
        .await?;
    Ok(Json(shape_macro(one)))
}
