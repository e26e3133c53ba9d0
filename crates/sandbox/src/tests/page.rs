//! The page, as a browser asks for it.

use axum::http::StatusCode;

use super::bench::Bench;

async fn page(bench: &Bench, path: &str) -> String {
    let (status, headers, body) = bench.fetch(path, None).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    assert!(
        headers["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("default-src 'self'")
    );
    String::from_utf8(body).unwrap()
}

#[tokio::test]
async fn the_page_is_russian_unless_english_is_asked_for() {
    let bench = Bench::new().await;
    let russian = page(&bench, "/").await;
    assert!(russian.contains("Песочница АТС") && russian.contains(bench.sandbox.api_key()));
    let english = page(&bench, "/?lang=en").await;
    assert!(english.contains("Sandbox PBX") && english.contains("Three rung, nobody answered"));
}

#[tokio::test]
async fn everything_that_the_page_asks_for_is_there() {
    let bench = Bench::new().await;
    let text = page(&bench, "/").await
        + &page(&bench, "/assets/tokens.css")
            .await
            .replace("url(\"", "\"/assets/");
    let links = text.split('"').filter(|part| part.starts_with("/assets/"));
    let mut found = 0;
    for link in links {
        assert_eq!(bench.fetch(link, None).await.0, StatusCode::OK, "{link}");
        found += 1;
    }
    assert!(found >= 9, "only {found} links");
    assert_eq!(
        bench.fetch("/assets/../Cargo.toml", None).await.0,
        StatusCode::NOT_FOUND
    );
}
