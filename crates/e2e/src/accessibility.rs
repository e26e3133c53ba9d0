//! Whether everybody can use a page, as axe-core sees it.

use std::fmt;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::browser::Browser;
use crate::places;

/// A rule that the page breaks, and where.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// axe's name of the rule, such as `color-contrast`.
    pub id: String,
    /// What to do about it.
    pub help: String,
    nodes: Vec<Node>,
}

#[derive(Clone, Debug, Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary", default)]
    summary: String,
}

/// Every rule that the open page breaks.
///
/// # Errors
/// When axe-core is not installed (`npm ci`) or cannot run on the page.
pub async fn axe(browser: &Browser) -> Result<Vec<Violation>> {
    let file = places::root().join("node_modules/axe-core/axe.min.js");
    let script = std::fs::read_to_string(&file)
        .with_context(|| format!("read {}: `npm ci` puts it there", file.display()))?;
    browser
        .execute(&script, vec![])
        .await
        .context("bring axe-core into the page")?;
    let run = "const done = arguments[0];
        // A colour on its way to another is neither.
        const passing = document.getAnimations().filter(one => one.effect?.getComputedTiming().endTime < Infinity);
        Promise.allSettled(passing.map(one => one.finished)).then(() => axe.run()).then(result => done(result.violations))";
    let violations = browser
        .execute_async(run, vec![])
        .await
        .context("let axe-core look at the page")?;
    serde_json::from_value(violations).context("read what axe-core found")
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.id, self.help)?;
        for node in &self.nodes {
            write!(
                out,
                "\n  {}\n    {}",
                node.html,
                node.summary.replace('\n', "\n    ")
            )?;
        }
        Ok(())
    }
}
