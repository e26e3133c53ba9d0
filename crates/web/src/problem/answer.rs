//! A problem becomes an answer; its words are added last, when the reader's language is known.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Language;
use locale::{Words, words};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Fault, Problem, detail, field, title};

/// What went wrong, by RFC 9457.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Told {
    /// What kind of problem; programs tell problems apart by this.
    #[schema(example = "urn:problem:dozvon:invalid")]
    r#type: String,
    /// What happened, in a few words, in the language asked for.
    title: String,
    /// The status code.
    #[schema(example = 422)]
    status: u16,
    /// What to do about it.
    detail: String,
    /// Fields that were not taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ToldField>,
}

/// A field that was not taken.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemField)]
struct ToldField {
    /// The field with its path.
    #[schema(example = "telephony.operator_id")]
    field: String,
    /// What is wrong with it, and what would be right.
    message: String,
}

impl Told {
    /// A problem in words.
    #[must_use]
    pub fn of(problem: &Problem, language: Language) -> Self {
        let t = words(language);
        let faults: &[Fault] = if let Problem::Invalid(faults) = problem {
            faults
        } else {
            &[]
        };
        Self {
            r#type: format!("urn:problem:dozvon:{}", problem.slug()),
            title: title(problem, t),
            status: problem.status().as_u16(),
            detail: detail(problem, t),
            errors: faults.iter().map(|fault| ToldField::of(fault, t)).collect(),
        }
    }
}

impl ToldField {
    fn of(fault: &Fault, t: &Words) -> Self {
        Self {
            field: fault.field.clone(),
            message: field(&fault.why, t),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        if let Some(seconds) = self.again_in() {
            answer
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self == Self::SignedOut {
            answer
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        answer.extensions_mut().insert(self);
        answer
    }
}

/// Gives wordless problems their words: in the language the request names, else in the asker's, which stands among the
/// answer's extensions. What programs are answered has words always.
pub(crate) async fn speak(request: Request, next: Next) -> Response {
    let asked = asked_language(request.headers());
    let path = request.uri().path();
    let for_programs = ["/api/", "/hooks/", "/events", "/healthz", "/readyz"]
        .iter()
        .any(|start| path.starts_with(start));
    let answer = next.run(request).await;
    let problem = match answer.extensions().get::<Problem>() {
        Some(problem) if is_wordless(&answer) => Some(problem.clone()),
        None if for_programs && is_wordless(&answer) => Problem::of(answer.status()),
        Some(_) | None => None,
    };
    let Some(problem) = problem else {
        return answer;
    };
    let language = asked
        .or_else(|| answer.extensions().get().copied())
        .unwrap_or_default();
    put_into_words(answer, &problem, language)
}

fn put_into_words(answer: Response, problem: &Problem, language: Language) -> Response {
    let (mut parts, _) = answer.into_parts();
    let body = serde_json::to_vec(&Told::of(problem, language)).unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    parts.headers.insert(
        header::CONTENT_LANGUAGE,
        HeaderValue::from_static(language.tag()),
    );
    Response::from_parts(parts, body.into())
}

fn is_wordless(answer: &Response) -> bool {
    answer
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn asked_language(headers: &HeaderMap) -> Option<Language> {
    let asked = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    (asked.trim() != "*").then(|| locale::negotiated(asked))
}
