//! How long pages take with a long history, and how soon all open browsers hear of a change.

mod browsers;
mod report;
mod visits;

use std::time::Duration;

use anyhow::{Context, Result};

use super::history;
use super::stand::Stand;
use crate::cli::{BenchFormat, BenchPages};
use crate::output::{say, say_error};
use report::Report;

/// The page far down a list that must cost what the first one costs.
const DEEP: usize = 1000;
/// Nobody has named those who called.
const CALLERS: &str = "/clients?view=callers";

/// `dozvon bench pages`.
pub async fn pages(asked: BenchPages) -> Result<()> {
    let folder = tempfile::tempdir().context("could not make a folder for the benchmark")?;
    let stand = Stand::open(folder.path(), asked.database_url.as_deref()).await?;
    say_error("making the history");
    history::fill(stand.desk(), &stand.bodies, asked.tickets, asked.calls).await?;
    let cookie = stand.sign_in().await?;
    let visitor = visits::Visitor::new(&stand.pages_url, &cookie)?;
    let mut visited = Vec::new();
    for list in ["/tickets", "/calls", CALLERS] {
        say_error(&format!("visiting {list}"));
        let (page, deep) = visitor.walk(list, DEEP).await?;
        visited.push(
            visitor
                .measure(list, std::slice::from_ref(&list.to_owned()))
                .await?,
        );
        visited.push(
            visitor
                .measure(&format!("{list}, page {page}"), &[deep])
                .await?,
        );
    }
    for (name, paths) in [
        ("a ticket", visitor.linked("/tickets", "/tickets/").await?),
        ("a call", visitor.linked("/calls", "/calls/").await?),
        ("a client", visitor.linked(CALLERS, "/clients/").await?),
    ] {
        say_error(&format!("visiting {name}"));
        visited.push(visitor.measure(name, &paths).await?);
    }
    say_error(&format!("telling {} browsers", asked.browsers));
    let told = browsers::measure(&stand, &cookie, asked.browsers, Duration::from_secs(10)).await?;
    let report = Report {
        engine: stand.engine(),
        tickets: asked.tickets,
        calls: asked.calls,
        visited,
        told,
    };
    stand.close().await;
    say(&match asked.format {
        BenchFormat::Markdown => report.markdown(),
        BenchFormat::Json => serde_json::to_string_pretty(&report)?,
    });
    Ok(())
}
