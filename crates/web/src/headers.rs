//! What every answer tells the browser: run only our own files, show us in nobody's frame, keep pages to yourself.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

/// Nothing inline, nothing from elsewhere.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
    img-src 'self' data:; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; worker-src 'self'; manifest-src 'self'";

const EVERY_ANSWER: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    // Asked for anew each time, yet the way back stays instant.
    (header::CACHE_CONTROL, "private, no-cache"),
];

/// Adds what is not there yet; for `axum::middleware::map_response`.
pub async fn add(mut answer: Response) -> Response {
    for (name, value) in EVERY_ANSWER {
        answer
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    answer
}

#[cfg(test)]
mod tests {
    use axum::response::IntoResponse;

    use super::*;

    #[tokio::test]
    async fn what_an_answer_says_itself_stays() {
        let answer = add(([(header::CACHE_CONTROL, "immutable")], "page").into_response()).await;
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "immutable");
        assert_eq!(
            answer.headers()[header::CONTENT_SECURITY_POLICY],
            CONTENT_SECURITY_POLICY
        );
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
    }
}
