//! `GET /`: the page.

use axum::response::Html;

pub(super) async fn show() -> Html<&'static str> {
    Html("<!doctype html><title>Sandbox</title>")
}
