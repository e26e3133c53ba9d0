//! The REST API: thin handlers over the desk's verbs, described by OpenAPI.

mod agents;
mod audit;
mod body;
mod calls;
mod channels;
mod client_fields;
mod clients;
mod docs;
mod extensions;
mod form;
mod gate;
mod groups;
mod hours;
mod keep_answer;
mod lookup;
mod macros;
mod made;
mod me;
mod missed;
mod notices;
mod openapi;
mod outcome_codes;
mod paging;
mod path;
mod presence;
mod promises;
mod query;
mod search;
mod shape;
mod summaries;
mod tickets;
mod views;
mod wallboard;

#[cfg(test)]
mod tests;

use axum::Router;
use axum::middleware::from_fn_with_state;
use utoipa_axum::router::OpenApiRouter;

use crate::Web;

use body::Sent;
use made::made;
use path::{At, Two, known};
use query::Asked;

/// Everything under `/api`.
pub fn router(web: &Web) -> Router<Web> {
    let (resources, description) = OpenApiRouter::with_openapi(openapi::frame())
        .nest("/api/v1", resources())
        .split_for_parts();
    let behind_the_gate = resources.layer(from_fn_with_state(web.clone(), gate::pass));
    behind_the_gate.merge(docs::router(description))
}

fn resources() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .merge(agents::router())
        .merge(audit::router())
        .merge(calls::router())
        .merge(channels::router())
        .merge(client_fields::router())
        .merge(clients::router())
        .merge(extensions::router())
        .merge(groups::router())
        .merge(hours::router())
        .merge(lookup::router())
        .merge(macros::router())
        .merge(me::router())
        .merge(missed::router())
        .merge(notices::router())
        .merge(outcome_codes::router())
        .merge(presence::router())
        .merge(promises::router())
        .merge(search::router())
        .merge(summaries::router())
        .merge(tickets::router())
        .merge(views::router())
        .merge(wallboard::router())
}
