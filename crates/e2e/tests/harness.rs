//! The harness itself, on a small page of its own: what a story relies on.

use anyhow::Result;
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use dozvon_e2e::{Browser, Look, axe, story};

/// As strict as the desk's own, so that what works here works there.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'";

const PAGE: &str = r#"<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Проба</title>
<script src="/page.js" defer></script></head>
<body><main><h1>Дозвон</h1><form><label>Имя <input name="name"></label><button>Позвонить</button></form>
<p role="status"></p></main></body></html>"#;

const SCRIPT: &str = "document.querySelector('form').addEventListener('submit', event => {
  event.preventDefault();
  setTimeout(() => { document.querySelector('p').textContent = 'Звоним: ' + document.querySelector('input').value; }, 100);
});";

const FAULTY: &str = r#"<!doctype html><html><head><title>x</title></head><body><main><h1>x</h1><img src="/none.png">
<p style="color: red">refused</p></main></body></html>"#;

/// Serves the pages; gives their address.
async fn pages() -> Result<String> {
    let policy = |page: &'static str| ([("Content-Security-Policy", POLICY)], Html(page));
    let script = ([("Content-Type", "text/javascript")], SCRIPT);
    let router = Router::new()
        .route("/", get(move || async move { policy(PAGE) }))
        .route("/faulty", get(move || async move { policy(FAULTY) }))
        .route("/page.js", get(move || async move { script }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

#[tokio::test]
async fn a_person_fills_in_presses_and_waits_for_what_comes() -> Result<()> {
    let address = pages().await?;
    story("harness", Look::laptop(), async |browser| {
        browser.open(&address).await?;
        browser.fill("input[name=name]", "Анна").await?;
        browser.press("button").await?;
        browser.reads("[role=status]", "Звоним: Анна").await?;
        assert_eq!(browser.complaints().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn axe_runs_under_the_strict_policy_and_finds_what_is_wrong() -> Result<()> {
    let address = pages().await?;
    story("axe", Look::laptop(), async |browser| {
        browser.open(&address).await?;
        let found = axe(browser).await?;
        assert!(
            found.is_empty(),
            "{}",
            found.iter().map(ToString::to_string).collect::<String>()
        );
        browser.open(&format!("{address}/faulty")).await?;
        let found: Vec<_> = axe(browser)
            .await?
            .into_iter()
            .map(|violation| violation.id)
            .collect();
        assert!(found.contains(&"image-alt".to_owned()), "{found:?}");
        assert!(found.contains(&"html-has-lang".to_owned()), "{found:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_policy_refuses_is_heard() -> Result<()> {
    let address = pages().await?;
    story("refused", Look::laptop(), async |browser| {
        browser.open(&format!("{address}/faulty")).await?;
        let heard = browser.complaints().await?.join("\n");
        assert!(heard.contains("Content Security Policy"), "{heard}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_look_holds_from_page_to_page() -> Result<()> {
    let address = pages().await?;
    story("look", Look::phone().dark().english(), async |browser| {
        for path in ["/", "/faulty"] {
            browser.open(&format!("{address}{path}")).await?;
            let seen = browser.execute(
                "return [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches, navigator.language]",
                vec![],
            );
            assert_eq!(seen.await?, serde_json::json!([390, 844, true, "en"]), "on {path}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_story_that_fails_keeps_what_the_browser_saw() -> Result<()> {
    let address = pages().await?;
    let told = story("failing", Look::laptop(), async |browser| {
        browser.open(&address).await?;
        anyhow::bail!("nobody picked up")
    });
    let fault = format!("{:?}", told.await.expect_err("the story fails"));
    assert!(
        fault.contains("nobody picked up") && fault.contains("failing.png"),
        "{fault}"
    );
    let picture = fault
        .split_whitespace()
        .find(|word| word.contains("failing.png"))
        .expect("a picture is named");
    let picture = std::fs::read(picture.trim_end_matches(','))?;
    assert!(picture.starts_with(b"\x89PNG"));
    Ok(())
}

#[tokio::test]
async fn a_browser_that_is_dropped_is_gone() -> Result<()> {
    let browser = Browser::start(Look::laptop()).await?;
    let process = browser
        .capabilities()
        .and_then(|told| told["goog:processID"].as_u64())
        .expect("a process id");
    drop(browser);
    let folder = format!("/proc/{process}");
    dozvon_e2e::until("the browser's process has ended", async || {
        Ok((!std::path::Path::new(&folder).exists()).then_some(()))
    })
    .await
}
