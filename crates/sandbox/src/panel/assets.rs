//! The panel's style, script and fonts.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";
const WOFF2: &str = "font/woff2";

pub(super) async fn show(Path(path): Path<String>) -> Response {
    match find(&path) {
        Some((kind, bytes)) => (
            [
                (header::CONTENT_TYPE, kind),
                (header::CACHE_CONTROL, "no-cache"),
            ],
            bytes,
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn find(path: &str) -> Option<(&'static str, &'static [u8])> {
    Some(match path {
        "tokens.css" => (CSS, include_bytes!("../../assets/panel/tokens.css")),
        "base.css" => (CSS, include_bytes!("../../assets/panel/base.css")),
        "panel.css" => (CSS, include_bytes!("../../assets/panel/panel.css")),
        "panel.js" => (
            "text/javascript; charset=utf-8",
            include_bytes!("../../assets/panel/panel.js"),
        ),
        "icon.svg" => (SVG, include_bytes!("../../assets/panel/icon.svg")),
        "chevron.svg" => (SVG, include_bytes!("../../assets/panel/chevron.svg")),
        "fonts/golos-text-cyrillic-wght-normal.woff2" => (
            WOFF2,
            include_bytes!("../../assets/fonts/golos-text-cyrillic-wght-normal.woff2"),
        ),
        "fonts/golos-text-cyrillic-ext-wght-normal.woff2" => (
            WOFF2,
            include_bytes!("../../assets/fonts/golos-text-cyrillic-ext-wght-normal.woff2"),
        ),
        "fonts/golos-text-latin-wght-normal.woff2" => (
            WOFF2,
            include_bytes!("../../assets/fonts/golos-text-latin-wght-normal.woff2"),
        ),
        "fonts/golos-text-latin-ext-wght-normal.woff2" => (
            WOFF2,
            include_bytes!("../../assets/fonts/golos-text-latin-ext-wght-normal.woff2"),
        ),
        _ => return None,
    })
}
