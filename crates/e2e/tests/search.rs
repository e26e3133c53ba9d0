//! The palette: found while typing, by the keyboard alone, in any spelling; and the page with all that was found.

use anyhow::{Context as _, Result, ensure};
use dozvon_e2e::{Browser, Demo, Look, no_complaint, no_violation, story, until};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

/// Presses keys wherever the focus is.
async fn keys(browser: &Browser, text: &str) -> Result<()> {
    let focused = browser.active_element().await.context("find the focus")?;
    Ok(focused.send_keys(text).await?)
}

/// Opens the palette by its keys.
async fn open(browser: &Browser) -> Result<()> {
    let body = browser.find(Locator::Css("body")).await?;
    body.send_keys(&format!("{}k{}", Key::Control, Key::Null))
        .await?;
    until("the palette is open", async || {
        Ok(browser.find(Locator::Css("#palette[open]")).await.ok())
    })
    .await?;
    Ok(())
}

/// A ticket of a client whom the sandbox never calls.
async fn settle(demo: &Demo) -> Result<()> {
    let api = demo.api()?;
    let client = json!({"name": "Аполлинария Ёлкина", "phones": [{"number": "+79031234567"}]});
    let client = api.post("/api/v1/clients", &client).await?;
    let ticket = json!({"subject": "Самовар не доехал", "client_id": client["id"]});
    api.post("/api/v1/tickets", &ticket).await?;
    // What was made a moment ago is found a moment later.
    until("the ticket is found", async || {
        let found = api
            .get("/api/v1/search?q=%D1%81%D0%B0%D0%BC%D0%BE%D0%B2%D0%B0%D1%80")
            .await?;
        Ok(found.to_string().contains("Самовар").then_some(()))
    })
    .await
}

async fn arrive(browser: &Browser, part: &str) -> Result<()> {
    until(&format!("the page is {part}"), async || {
        let address = browser.current_url().await?;
        Ok(address.as_str().contains(part).then_some(()))
    })
    .await
}

#[tokio::test]
async fn somebody_finds_by_keyboard_what_they_want_and_does_it() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    settle(&demo).await?;
    story("search", Look::laptop(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        open(browser).await?;
        browser.reads("#palette-list", "Новый запрос").await?;
        no_violation(browser).await?;
        keys(browser, "самовары").await?;
        browser.reads("#palette-list", "Самовар не доехал").await?;
        browser.reads("#palette-list mark", "Самовар").await?;
        no_violation(browser).await?;
        keys(browser, &Key::Enter.to_string()).await?;
        arrive(browser, "/tickets/").await?;

        browser.open(&demo.page("/calls")).await?;
        open(browser).await?;
        browser.reads("#palette-list", "Недавнее").await?;
        keys(browser, "8 (903) 123-45-67").await?;
        browser
            .reads("#palette-list mark", "+7 903 123-45-67")
            .await?;
        browser.fill("#palette-q", "ckf,frf ytn xtuj-nj").await?;
        browser.reads(".palette-none", "Ничего не нашлось").await?;
        browser.fill("#palette-q", "tkrbyf").await?;
        browser
            .reads("#palette-list", "Другая раскладка: елкина")
            .await?;
        browser.fill("#palette-q", "тёмная").await?;
        browser.reads("#palette-list", "Тема: тёмная").await?;
        keys(browser, &Key::Enter.to_string()).await?;
        until("the desk is dark", async || {
            Ok(browser
                .find(Locator::Css("html[data-theme=dark]"))
                .await
                .ok())
        })
        .await?;

        browser.open(&demo.page("/search?q=4567")).await?;
        browser.reads("main", "Аполлинария Ёлкина").await?;
        browser.reads("main", "Самовар не доехал").await?;
        no_violation(browser).await?;
        no_complaint(browser).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_palette_fills_a_phone_and_is_as_good_by_night() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    settle(&demo).await?;
    story("search_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        browser.press("#q").await?;
        browser.fill("#palette-q", "самовар").await?;
        browser.reads("#palette-list", "Самовар не доехал").await?;
        no_violation(browser).await?;
        let wide = browser
            .execute("return document.documentElement.scrollWidth", vec![])
            .await?;
        ensure!(wide == json!(390), "the page is {wide} wide");
        browser
            .open(&demo.page("/search?q=%D1%81%D0%B0%D0%BC%D0%BE%D0%B2%D0%B0%D1%80"))
            .await?;
        browser.reads("main", "Самовар не доехал").await?;
        no_violation(browser).await?;
        Ok(())
    })
    .await
}
