//! Several tabs of one browser, each in a window of its own: without a screen a tab is out of sight only when its window is.

use anyhow::{Context as _, Result};
use fantoccini::wd::WindowHandle;
use serde_json::json;

use crate::browser::Browser;
use crate::until::until;

/// One of several tabs.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Browser {
    /// The tab that is worked in.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn this_tab(&self) -> Result<Tab> {
        let handle = self.window().await.context("ask for the tab")?;
        Ok(Tab(handle))
    }

    /// Opens one more and goes to it.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn new_tab(&self) -> Result<Tab> {
        let opened = self.new_window(false).await.context("open a tab")?;
        let tab = Tab(opened.handle);
        self.go_to(&tab).await?;
        Ok(tab)
    }

    /// Works in this one from now on; whether it is in sight stays as it is.
    ///
    /// # Errors
    /// When it is closed.
    pub async fn go_to(&self, tab: &Tab) -> Result<()> {
        let gone = self.switch_to_window(tab.0.clone()).await;
        gone.context("go to a tab")
    }

    /// Puts a tab out of sight, and waits until its page knows.
    ///
    /// # Errors
    /// When it stays in sight.
    pub async fn put_away(&self, tab: &Tab) -> Result<()> {
        self.go_to(tab).await?;
        self.minimize_window().await.context("put a tab away")?;
        self.is_hidden(true).await
    }

    /// Takes a tab back into sight, and waits until its page knows.
    ///
    /// # Errors
    /// When it stays out of sight.
    pub async fn take_out(&self, tab: &Tab) -> Result<()> {
        self.go_to(tab).await?;
        let shown = self.set_window_rect(0, 0, 1280, 800).await;
        shown.context("take a tab out")?;
        self.is_hidden(false).await
    }

    async fn is_hidden(&self, hidden: bool) -> Result<()> {
        until(&format!("document.hidden is {hidden}"), async || {
            let now = self.execute("return document.hidden", vec![]).await?;
            Ok((now == json!(hidden)).then_some(()))
        })
        .await
    }
}
