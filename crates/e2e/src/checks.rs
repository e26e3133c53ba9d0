//! What must hold of any page a story comes to.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::accessibility::axe;
use crate::browser::Browser;

/// Everybody can use the open page.
///
/// # Errors
/// When axe-core finds a rule that it breaks.
pub async fn no_violation(browser: &Browser) -> Result<()> {
    let found = axe(browser).await?;
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// The browser has had nothing to complain of since the story began: no script broke, nothing was missing or refused.
///
/// # Errors
/// With what it complained of.
pub async fn no_complaint(browser: &Browser) -> Result<()> {
    let complaints = browser.complaints().await?;
    ensure!(complaints.is_empty(), "{complaints:?}");
    Ok(())
}

/// Nothing sticks out of the window sideways.
///
/// # Errors
/// With how many pixels do.
pub async fn fits(browser: &Browser) -> Result<()> {
    let script =
        "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
    let over = browser.execute(script, vec![]).await?;
    ensure!(over == json!(0), "the page is {over} px too wide");
    Ok(())
}
