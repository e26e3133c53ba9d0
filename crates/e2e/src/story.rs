//! A story: one browser, told about in a test; when it goes wrong, what the browser saw is kept.

use std::any::Any;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use futures_util::FutureExt as _;
use tokio::time::timeout;

use crate::browser::Browser;
use crate::look::Look;
use crate::places;

/// Less than the runner's own limit, so that a story that hangs still shows what it saw and cleans up.
const LONGEST: Duration = Duration::from_secs(150);

/// Tells a story in a fresh browser. If it fails, `target/e2e` has NAME.png, NAME.html and NAME.log.
///
/// # Errors
/// The story's own, a story that takes too long, or a browser that does not start.
pub async fn story(
    name: &str,
    look: Look,
    tell: impl AsyncFnOnce(&Browser) -> Result<()>,
) -> Result<()> {
    let browser = Browser::start(look).await?;
    let told = timeout(LONGEST, AssertUnwindSafe(tell(&browser)).catch_unwind()).await;
    let told: Result<Result<()>, Box<dyn Any + Send>> = match told {
        Ok(told) => told,
        Err(_) => Ok(Err(anyhow::anyhow!(
            "the story “{name}” took longer than {} s",
            LONGEST.as_secs()
        ))),
    };
    match told {
        Ok(Ok(())) => browser.close().await,
        Ok(Err(fault)) => {
            let kept = keep_evidence(name, &browser).await;
            bail!("{fault:?}\n{kept}")
        }
        Err(panic) => {
            eprintln!("{}", keep_evidence(name, &browser).await);
            drop(browser);
            resume_unwind(panic)
        }
    }
}

async fn keep_evidence(name: &str, browser: &Browser) -> String {
    match evidence(name, browser).await {
        Ok(kept) => kept,
        Err(error) => format!("what the browser saw could not be kept: {error:#}"),
    }
}

async fn evidence(name: &str, browser: &Browser) -> Result<String> {
    let base = places::evidence()?.join(name);
    let address = browser
        .current_url()
        .await
        .context("ask where the browser is")?;
    let complaints = browser.complaints().await?.join("\n");
    let picture = browser.screenshot().await.context("take a picture")?;
    let page = browser.source().await.context("read the page")?;
    for (ending, content) in [
        ("png", picture),
        ("html", page.into_bytes()),
        ("log", complaints.clone().into_bytes()),
    ] {
        let file = base.with_extension(ending);
        std::fs::write(&file, content).with_context(|| format!("write {}", file.display()))?;
    }
    Ok(format!(
        "at {address}; what the browser saw is in {}.png, .html and .log\n{complaints}",
        base.display()
    ))
}
