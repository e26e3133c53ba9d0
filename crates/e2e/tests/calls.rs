//! Calls: narrowed by conditions that can be taken back, one call's life step by step, moved and moved back.

use anyhow::{Context as _, Result, ensure};
use dozvon_e2e::{Demo, Look, no_complaint, no_violation, story, until};
use serde_json::{Value, json};

/// Has somebody call, and waits until the call is over.
async fn called(demo: &Demo, number: &str, scenario: &str) -> Result<Value> {
    let call =
        json!({"direction": "in", "client_number": number, "scenario": scenario, "speed": 20});
    demo.sandbox()?.post("/panel/calls", &call).await?;
    let api = demo.api()?;
    until(&format!("the call from {number} is over"), async || {
        let calls = api
            .get(&format!("/api/v1/calls?number={number}&state=finished"))
            .await?;
        Ok(calls["items"]
            .as_array()
            .and_then(|calls| calls.first())
            .cloned())
    })
    .await
}

fn text(value: &Value) -> Result<&str> {
    value.as_str().context("read a text")
}

#[tokio::test]
async fn a_call_is_found_read_moved_and_moved_back() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let first = called(&demo, "79031234501", "hold").await?;
    called(&demo, "79031234502", "missed").await?;
    let path = format!("/calls/{}", text(&first["id"])?);
    story("calls", Look::laptop(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        browser
            .open(&demo.page("/calls?number=45-01&direction=in"))
            .await?;
        browser.reads(".chips", "Номер: 45-01").await?;
        let rows = browser.texts("tbody tr").await?;
        ensure!(rows.len() == 1, "{rows:?}");
        no_violation(browser).await?;
        browser.press(".chips .chip").await?;
        until("a condition is gone", async || {
            Ok((browser.texts(".chips .chip").await?.len() == 1).then_some(()))
        })
        .await?;
        browser.press("tbody [data-item]").await?;
        browser.reads(".life", "Завершение").await?;
        browser
            .reads(".call-facts", "Продолжительность звонка")
            .await?;
        browser.reads(".raw", "Завершение звонка").await?;
        no_violation(browser).await?;

        browser.open(&demo.page(&path)).await?;
        browser.press("nav.beside a").await?;
        until("the call beside it is shown", async || {
            Ok((!browser.current_url().await?.path().ends_with(&path)).then_some(()))
        })
        .await?;
        browser.open(&demo.page(&path)).await?;
        let moved = json!({"subject": "Другой запрос"});
        let other = demo.api()?.post("/api/v1/tickets", &moved).await?;
        browser
            .fill("#number", &other["number"].to_string())
            .await?;
        browser
            .press(&format!("form[action='{path}/ticket'] button"))
            .await?;
        browser.shows("Звонок перенесён в запрос").await?;
        browser.press(".toast form button").await?;
        let was = first["ticket_id"].clone();
        until("the call is back", async || {
            let call = demo.api()?.get(&format!("/api/v1{path}")).await?;
            Ok((call["ticket_id"] == was).then_some(()))
        })
        .await?;
        no_complaint(browser).await?;
        Ok(())
    })
    .await?;
    story("calls_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        for page in ["/calls", path.as_str()] {
            browser.open(&demo.page(page)).await?;
            no_violation(browser).await?;
            let wide = browser.execute("return document.documentElement.scrollWidth", vec![]).await?;
            ensure!(wide == json!(390), "{page} is {wide} wide");
        }
        let wide = "return [...document.querySelectorAll('.scroll-x')].every(it => it.scrollWidth <= it.clientWidth)";
        browser.open(&demo.page("/calls")).await?;
        ensure!(browser.execute(wide, vec![]).await? == json!(true), "the list goes sideways");
        Ok(())
    })
    .await
}
