//! `GET /audit`: who changed which setting.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use desk::audit::{AuditWanted, Field};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Slice;
use store::audit::Record;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::paging::{self, Items};
use super::shape::text;
use super::{Asked, form};
use crate::Web;
use crate::problem::{Faults, Result};
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default().routes(routes!(list))
}

/// One change of a setting.
#[derive(Debug, Serialize, ToSchema)]
struct AuditRecord {
    #[schema(example = "aud_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    at: Timestamp,
    /// Who; `null` on the command line.
    actor_id: Option<String>,
    /// Their name at the time.
    actor_name: String,
    /// From where on the network.
    address: Option<String>,
    /// `created`, `changed`, `deleted`, `revoked`, …
    #[schema(example = "changed")]
    deed: String,
    /// `channel`, `token`, `access`, `agent`, `group`, `api_key`, `security`, …
    #[schema(example = "channel")]
    kind: String,
    /// Of what; empty for the desk as a whole.
    subject_id: String,
    /// Its name at the time.
    subject_name: String,
    fields: Vec<AuditField>,
}

/// A property before and after.
#[derive(Debug, Serialize, ToSchema)]
struct AuditField {
    name: String,
    from: Option<String>,
    to: Option<String>,
    /// Whether it is a secret: only that it changed is told.
    secret: bool,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// An agent's id: what they did.
    actor_id: Option<String>,
    /// What kind of thing was changed.
    kind: Option<String>,
    /// The id of the thing that was changed.
    subject_id: Option<String>,
    /// At this moment or later.
    from: Option<String>,
    /// Before this moment.
    to: Option<String>,
    /// How many a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

impl Wanted {
    fn read(self) -> Result<(AuditWanted, Slice)> {
        let mut faults = Faults::default();
        let f = &mut faults;
        let (from, to) = (
            form::moment(f, "from", self.from.as_deref()),
            form::moment(f, "to", self.to.as_deref()),
        );
        let slice = paging::slice(f, self.limit.as_deref(), self.cursor.as_deref());
        faults.check()?;
        let wanted = AuditWanted {
            actor_id: self.actor_id,
            kind: self.kind,
            subject_id: self.subject_id,
            from,
            to,
        };
        Ok((wanted, slice))
    }
}

/// Changes of settings
///
/// Who changed what, the latest first: for administrators. Secrets never stand in it.
#[utoipa::path(get, path = "/audit", tag = "agents", params(Wanted), responses((status = 200, body = Items<AuditRecord>)))]
async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<AuditRecord>>> {
    let (wanted, slice) = wanted.read()?;
    let page = desk.audit(&actor, &wanted, slice).await?;
    Ok(Json(Items::of(page, shape)))
}

fn shape(record: Record) -> AuditRecord {
    let field = |field: Field| AuditField {
        name: field.name,
        from: field.from,
        to: field.to,
        secret: field.secret,
    };
    AuditRecord {
        id: text(record.id),
        at: record.at,
        actor_id: record.actor_id.map(text),
        actor_name: record.actor_name,
        address: record.address,
        deed: record.deed,
        kind: record.subject_kind,
        subject_id: record.subject_id,
        subject_name: record.subject_name,
        fields: record.fields.into_iter().map(field).collect(),
    }
}
