//! Before every endpoint: who asks, and whether the same request was answered before.

use axum::extract::{Request, State};
use axum::http::{HeaderName, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::keep_answer::{KEY, once};
use crate::Web;
use crate::who::whose;

/// Lets those in whom the desk knows. The asker's language is noted on the answer, for problems to be told in it.
pub(super) async fn pass(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let actor = match whose(&web.desk, request.headers()).await {
        Ok(actor) => actor,
        Err(problem) => return problem.into_response(),
    };
    let language = actor.language;
    request.extensions_mut().insert(actor.clone());
    let keyed = request.method() == Method::POST
        && request.headers().contains_key(HeaderName::from_static(KEY));
    let answer = if keyed {
        once(&web.desk, &actor, request, next).await
    } else {
        Ok(next.run(request).await)
    };
    let mut answer = answer.unwrap_or_else(IntoResponse::into_response);
    answer.extensions_mut().insert(language);
    answer
}
