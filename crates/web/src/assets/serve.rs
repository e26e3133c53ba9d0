//! `GET /assets/{file}`: a name with a hash never changes its content, so browsers ask once.

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::catalogue::{self, Asset};

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The route of all assets. Compression is laid over it with everything else.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{*file}", get(asset))
}

async fn asset(Path(file): Path<String>, headers: HeaderMap) -> Response {
    match catalogue::all().at(&file) {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(asset) if is_known(&headers, asset) => {
            (StatusCode::NOT_MODIFIED, keeping(asset)).into_response()
        }
        Some(asset) => {
            let kind = [(header::CONTENT_TYPE, asset.content_type.as_str())];
            (keeping(asset), kind, asset.bytes.clone()).into_response()
        }
    }
}

fn is_known(headers: &HeaderMap, asset: &Asset) -> bool {
    headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|tag| tag.as_bytes() == etag(asset).as_bytes())
}

fn keeping(asset: &Asset) -> [(header::HeaderName, String); 2] {
    [
        (header::CACHE_CONTROL, FOR_EVER.to_owned()),
        (header::ETAG, etag(asset)),
    ]
}

fn etag(asset: &Asset) -> String {
    format!("\"{}\"", asset.path)
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    use super::*;
    use crate::assets::path;

    async fn fetch(uri: &str, tag: Option<&str>) -> Response {
        let mut request = Request::get(uri);
        if let Some(tag) = tag {
            request = request.header(header::IF_NONE_MATCH, tag);
        }
        router::<()>()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn every_kind_of_asset_is_served_with_its_type_and_kept_for_ever() {
        for (name, kind) in [
            ("app.css", "text/css; charset=utf-8"),
            ("app.js", "text/javascript; charset=utf-8"),
            ("icons.svg", "image/svg+xml"),
            ("golos-text-cyrillic-wght-normal.woff2", "font/woff2"),
        ] {
            let answer = fetch(path(name), None).await;
            assert_eq!(answer.status(), StatusCode::OK, "{name}");
            assert_eq!(answer.headers()[header::CONTENT_TYPE], kind, "{name}");
            assert_eq!(answer.headers()[header::CACHE_CONTROL], FOR_EVER, "{name}");
        }
    }

    #[tokio::test]
    async fn a_browser_that_has_the_asset_is_not_sent_it_again() {
        let first = fetch(path("app.css"), None).await;
        let tag = first.headers()[header::ETAG].to_str().unwrap();
        assert_eq!(
            fetch(path("app.css"), Some(tag)).await.status(),
            StatusCode::NOT_MODIFIED
        );
    }

    #[tokio::test]
    async fn plain_names_old_hashes_and_paths_out_of_the_folder_are_not_found() {
        for uri in [
            "/assets/app.css",
            "/assets/app.000000000000.css",
            "/assets/../Cargo.toml",
            "/assets/css/app.css",
        ] {
            assert_eq!(
                fetch(uri, None).await.status(),
                StatusCode::NOT_FOUND,
                "{uri}"
            );
        }
    }
}
