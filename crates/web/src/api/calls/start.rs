//! `POST /calls`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::Desk;
use desk::phone::DialForm;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Call, shape_call};
use crate::api::{Sent, form};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// Whom to call and from where; what is absent the desk finds.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewCall)]
pub(super) struct Form {
    /// The ticket in which the call is to stand.
    ticket_id: Option<String>,
    /// Whom to call; the ticket's client when absent.
    client_id: Option<String>,
    /// Their number in any spelling; the client's first when absent.
    #[schema(example = "+79162041837")]
    phone: Option<String>,
    /// By which channel; the ticket's when absent, else one in which the key's owner works.
    channel_id: Option<String>,
    /// The number that the client sees; the key owner's own when absent.
    #[schema(example = "+74951500000")]
    virtual_number: Option<String>,
}

impl Form {
    fn read(self) -> Result<DialForm> {
        let mut faults = Faults::default();
        let f = &mut faults;
        let read = DialForm {
            ticket: form::id(f, "ticket_id", self.ticket_id.as_deref()),
            client: form::id(f, "client_id", self.client_id.as_deref()),
            channel: form::id(f, "channel_id", self.channel_id.as_deref()),
            phone: self.phone,
            virtual_number: self.virtual_number,
        };
        faults.check()?;
        Ok(read)
    }
}

/// Start an outgoing call
///
/// The telephone of the key's owner rings first, then the client's. The same call asked for again while it goes on is
/// answered with that call. When the telephony did not answer, somebody's telephone may ring all the same: the call
/// appears as soon as its notifications do.
#[utoipa::path(post, path = "/calls", tag = "calls", request_body = Form,
    responses((status = 202, body = Call, description = "The call; it rings")))]
pub(super) async fn start(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<(StatusCode, Json<Call>)> {
    let view = desk.dial(&actor, &form.read()?).await?;
    Ok((StatusCode::ACCEPTED, Json(shape_call(actor.language)(view))))
}
