//! `/clients/export`, `/clients/import`: clients as tables.

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::clients::{Duplicates, ImportView, Plan};
use desk::{Desk, Thing};
use domain::ImportId;
use serde::{Deserialize, Serialize};
use store::clients::{ClientFilter, ClientSort};
use utoipa::{IntoParams, ToSchema};

use crate::api::{Asked, At, form};
use crate::problem::{Faults, Problem, Result};
use crate::table::{Wanted, stream};
use crate::who::Keyed;
use crate::wrong_rows::file_of;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Narrowed {
    /// Words that stand in the name, the company, the numbers or the addresses.
    q: Option<String>,
    /// `true`: those whom somebody has named; `false`: callers whom nobody has.
    #[param(value_type = Option<bool>)]
    named: Option<String>,
    /// What parts the cells: `;` (when absent) or `,`.
    separator: Option<String>,
    /// `false`: without the mark at the beginning that tells spreadsheets of UTF-8.
    #[param(value_type = Option<bool>)]
    bom: Option<String>,
}

/// Clients as a table
///
/// CSV in UTF-8, sent while it is read. Cells that a spreadsheet would compute begin with an apostrophe. Administrators and
/// supervisors.
#[utoipa::path(get, path = "/clients/export", tag = "clients", params(Narrowed),
    responses((status = 200, body = String, content_type = "text/csv")))]
pub(super) async fn export(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(asked): Asked<Narrowed>,
) -> Result<Response> {
    let mut faults = Faults::default();
    let named = truth(&mut faults, "named", asked.named.as_deref());
    let mark = truth(&mut faults, "bom", asked.bom.as_deref());
    let comma = match asked.separator.as_deref() {
        Some(",") => Some(true),
        None | Some(";") => Some(false),
        Some(_) => faults.take("separator", Err(desk::Why::NotOneOf(vec![";", ","]))),
    };
    faults.check()?;
    let wanted = Wanted {
        filter: ClientFilter {
            text: asked.q,
            named,
            sort: ClientSort::Start,
            ..ClientFilter::default()
        },
        comma: comma.unwrap_or_default(),
        mark: mark.unwrap_or(true),
    };
    let lines = stream(desk, actor, wanted).await?;
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8")];
    Ok((headers, Body::from_stream(lines)).into_response())
}

fn truth(faults: &mut Faults, field: &str, text: Option<&str>) -> Option<bool> {
    form::maybe(faults, field, text, || {
        desk::Why::NotOneOf(vec!["true", "false"])
    })
}

/// A table on its way in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClientImport)]
pub(super) struct Import {
    #[schema(example = "imp_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    /// `runs`, `tried` (a dry run is over) or `done`.
    state: &'static str,
    /// What each column was taken for: `name`, `phone`, `phone:work`, `email`, …, a field's id; "" is not taken in.
    columns: Vec<String>,
    /// Rows of the table.
    total: i64,
    /// Those looked at so far.
    done: i64,
    /// Clients made.
    made: i64,
    /// Clients changed.
    updated: i64,
    /// Those who were known and stay as they are.
    skipped: i64,
    /// Those not taken: `/clients/import/{id}/errors` has them.
    wrong: i64,
}

fn shape(view: &ImportView) -> Import {
    let tally = view.tally;
    Import {
        id: view.import.id.to_string(),
        state: view.state.as_str(),
        columns: view.plan.columns.iter().map(|one| one.as_text()).collect(),
        total: tally.total,
        done: tally.done,
        made: tally.made,
        updated: tally.updated,
        skipped: tally.skipped,
        wrong: tally.wrong,
    }
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct How {
    /// `skip` (when absent) leaves clients who are known by a number as they are, `update` writes over what the table says.
    duplicates: Option<String>,
    /// `true`: everything is tried and nothing written.
    #[param(value_type = Option<bool>)]
    dry_run: Option<String>,
}

/// Take a table of clients in
///
/// The body is the file: CSV in UTF-8 or Windows-1251, parted by `;`, `,` or a tab, with the names of its columns in the first
/// row. It is taken in as a job; the answer says where to look. Administrators and supervisors.
#[utoipa::path(post, path = "/clients/import", tag = "clients", params(How),
    request_body(content = String, content_type = "text/csv"),
    responses((status = 202, body = Import, description = "It runs; Location is where to look")))]
pub(super) async fn import(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(how): Asked<How>,
    body: Bytes,
) -> Result<Response> {
    let mut faults = Faults::default();
    let duplicates = how.duplicates.as_deref().unwrap_or("skip");
    let duplicates =
        Duplicates::read(duplicates).ok_or(desk::Why::NotOneOf(vec!["skip", "update"]));
    let duplicates = faults.take("duplicates", duplicates);
    let dry = truth(&mut faults, "dry_run", how.dry_run.as_deref());
    faults.check()?;
    let brought = desk.bring_clients(&actor, "API", &body).await?;
    let plan = Plan {
        duplicates: duplicates.ok_or(Problem::Inside)?,
        dry: dry.unwrap_or_default(),
        ..brought.plan
    };
    let view = desk
        .run_client_import(&actor, brought.import.id, plan)
        .await?;
    let location = [(
        header::LOCATION,
        format!("/api/v1/clients/import/{}", view.import.id),
    )];
    Ok((StatusCode::ACCEPTED, location, Json(shape(&view))).into_response())
}

/// A table on its way in
#[utoipa::path(get, path = "/clients/import/{id}", tag = "clients", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Import)))]
pub(super) async fn one_import(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Import>> {
    let id: ImportId = at.id(Thing::Import)?;
    Ok(Json(shape(&desk.client_import(&actor, id).await?)))
}

/// Rows that were not taken
///
/// As they came, with their line and what is wrong.
#[utoipa::path(get, path = "/clients/import/{id}/errors", tag = "clients",
    params(("id" = String, Path, description = "The table's id")),
    responses((status = 200, body = String, content_type = "text/csv")))]
pub(super) async fn errors(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Response> {
    let id: ImportId = at.id(Thing::Import)?;
    let file = file_of(&desk, &actor, id).await?;
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8")];
    Ok((headers, Body::from(file)).into_response())
}
