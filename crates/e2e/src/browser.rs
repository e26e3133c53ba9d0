//! A Chromium of the story's own, with nothing remembered from any other.

use std::ops::Deref;

use anyhow::{Context as _, Result};
use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::chromedriver::{self, Own};
use crate::look::Look;
use crate::program::Program;

/// An open browser; everything a WebDriver [`Client`] can do, it can. Gone when dropped.
pub struct Browser {
    client: Client,
    // The driver before the profile: a browser that still runs would write into a removed folder.
    driver: Program,
    _profile: TempDir,
}

impl Browser {
    /// Starts one.
    ///
    /// # Errors
    /// When Chromium or its driver is not installed: `bin/prepare` installs both.
    pub async fn start(look: Look) -> Result<Self> {
        let profile =
            TempDir::with_prefix("dozvon-browser-").context("make a folder for the browser")?;
        let (driver, address) = chromedriver::start().await?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(look, &profile))
            .connect(&address)
            .await
            .context("open a browser")?;
        let browser = Self {
            client,
            driver,
            _profile: profile,
        };
        browser.take_on(look).await?;
        Ok(browser)
    }

    /// A command of the DevTools protocol, for what WebDriver has no words for.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, name: &str, params: Value) -> Result<Value> {
        let answer = self.client.issue_cmd(Own::devtools(name, &params)).await;
        answer.with_context(|| format!("tell the browser {name}"))
    }

    /// Runs a script in every page that this tab opens from now on, before anything of the page's own.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn before_pages(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        Ok(())
    }

    /// Lets the desk at this address announce things outside its pages, as somebody who was asked has allowed it:
    /// a browser without a screen refuses unasked.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn allow_announcing(&self, address: &str) -> Result<()> {
        let allowed = json!({ "permissions": ["notifications"], "origin": address });
        self.devtools("Browser.grantPermissions", allowed).await?;
        Ok(())
    }

    /// What the browser itself complained of since it was last asked: script errors, refused styles and scripts,
    /// requests that failed.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let entries = self
            .client
            .issue_cmd(Own::console())
            .await
            .context("read the browser's console")?;
        let entries = entries.as_array().map_or(&[] as &[Value], Vec::as_slice);
        Ok(entries
            .iter()
            .filter(|entry| entry["level"] == "SEVERE")
            .filter_map(|entry| entry["message"].as_str().map(str::to_owned))
            .collect())
    }

    /// Closes the window and waits until the browser has gone.
    ///
    /// # Errors
    /// When it does not go.
    pub async fn close(self) -> Result<()> {
        let Self {
            client,
            driver,
            _profile,
        } = self;
        client.close().await.context("close the browser")?;
        driver.kill().await
    }

    /// The exact size (a real window has a least width), the colours, and nothing that moves.
    async fn take_on(&self, look: Look) -> Result<()> {
        let size = json!({ "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await?;
        let scheme = if look.dark { "dark" } else { "light" };
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", features)
            .await?;
        Ok(())
    }
}

impl Deref for Browser {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

fn capabilities(look: Look, profile: &TempDir) -> Capabilities {
    let mut wanted = Capabilities::new();
    wanted.insert(
        "goog:chromeOptions".into(),
        json!({
            "args": [
                "--headless=new",
                "--no-sandbox", // root may not have one
                "--disable-gpu",
                "--disable-dev-shm-usage",
                // Nothing but the desk is asked for anything.
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                format!("--window-size={},{}", look.width, look.height),
                format!("--lang={}", look.language),
                format!("--user-data-dir={}", profile.path().display()),
            ],
            "prefs": { "intl.accept_languages": look.language },
        }),
    );
    wanted.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
    wanted
}
