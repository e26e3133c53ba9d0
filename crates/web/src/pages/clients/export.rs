//! `GET /clients/export`: the list as it is narrowed, as a table, given out while it is read.

use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::filter::filter;
use crate::pages::visit::Visit;
use crate::problem::Result;
use crate::table::{Wanted, stream};

pub(super) async fn export(visit: Visit) -> Result<Response> {
    let fields = visit.desk.client_fields(&visit.actor).await?;
    let filter = filter(&visit.query, &fields, visit.desk.options().country);
    let comma = visit.query.one("separator") == ",";
    let wanted = Wanted {
        filter,
        comma,
        mark: visit.query.one("bom") != "0",
    };
    let lines = stream(visit.desk, visit.actor, wanted).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"clients.csv\"",
        ),
    ];
    Ok((headers, Body::from_stream(lines)).into_response())
}
