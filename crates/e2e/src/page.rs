//! What a person does on a page and sees there.

use anyhow::{Context as _, Result};
use fantoccini::Locator;

use crate::browser::Browser;
use crate::until::until;

impl Browser {
    /// Goes to an address.
    ///
    /// # Errors
    /// When nobody answers there.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.goto(address)
            .await
            .with_context(|| format!("open {address}"))
    }

    /// Presses what the CSS selector names, once it is there and can be pressed. It is scrolled to as a person would: the
    /// browser's driver does not find its way in a list that is read from its end.
    ///
    /// # Errors
    /// When it does not come, or something lies over it.
    pub async fn press(&self, css: &str) -> Result<()> {
        until(&format!("{css} can be pressed"), async || {
            let there = self.find(Locator::Css(css)).await?;
            let scroll = "arguments[0].scrollIntoViewIfNeeded(true)";
            self.execute(scroll, vec![serde_json::to_value(&there)?])
                .await?;
            there.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Writes into a field in place of what it held.
    ///
    /// # Errors
    /// When the field does not come.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        until(&format!("{css} can be filled in"), async || {
            let field = self.find(Locator::Css(css)).await?;
            field.clear().await?;
            field.send_keys(text).await?;
            Ok(Some(()))
        })
        .await
    }

    /// Waits until the page shows the text, wherever.
    ///
    /// # Errors
    /// When it does not.
    pub async fn shows(&self, text: &str) -> Result<()> {
        self.reads("body", text).await
    }

    /// Waits until what the CSS selector names shows the text; all of them are looked at.
    ///
    /// # Errors
    /// When none does.
    pub async fn reads(&self, css: &str, text: &str) -> Result<()> {
        until(&format!("{css} reads “{text}”"), async || {
            Ok(self
                .texts(css)
                .await?
                .iter()
                .any(|shown| shown.contains(text))
                .then_some(()))
        })
        .await
    }

    /// The text of each element that the CSS selector names, as a person sees it.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn texts(&self, css: &str) -> Result<Vec<String>> {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map(found => found.innerText)";
        let texts = self
            .execute(script, vec![css.into()])
            .await
            .with_context(|| format!("read {css}"))?;
        serde_json::from_value(texts).with_context(|| format!("read {css}"))
    }
}
