//! A client is missed: the board counts the tries, somebody calls back, the row closes by itself; another is closed by hand.

use anyhow::{Context as _, Result, ensure};
use dozvon_e2e::{Demo, Look, fits, no_complaint, no_violation, story, until};
use serde_json::{Value, json};

async fn call(demo: &Demo, direction: &str, number: &str, scenario: &str) -> Result<()> {
    let call =
        json!({"direction": direction, "client_number": number, "scenario": scenario, "speed": 20});
    demo.sandbox()?.post("/panel/calls", &call).await?;
    Ok(())
}

/// Waits until so many wait on the board.
async fn waiting(demo: &Demo, count: usize) -> Result<Value> {
    let api = demo.api()?;
    until(&format!("{count} wait to be called back"), async || {
        let board = api.get("/api/v1/missed").await?;
        let rows = board["items"].as_array().context("read the board")?.clone();
        Ok((rows.len() == count).then(|| Value::Array(rows)))
    })
    .await
}

/// The button that calls this number back.
async fn row(demo: &Demo, number: &str) -> Result<String> {
    let board = demo.api()?.get("/api/v1/missed").await?;
    let rows = board["items"].as_array().context("read the board")?;
    let row = rows.iter().find(|row| row["number"] == number);
    let id = row.context("a row of the number")?["id"]
        .as_str()
        .context("its id")?;
    Ok(format!("#{id} .dial button"))
}

#[tokio::test]
async fn who_is_missed_is_called_back_and_the_row_closes() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let before = demo.api()?.get("/api/v1/missed").await?["items"]
        .as_array()
        .map_or(0, Vec::len);
    let faults = json!({"api_scenario": "talked", "api_speed": 20});
    demo.sandbox()?.post("/panel/faults", &faults).await?;
    story("missed", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        browser.open(&demo.page("/missed")).await?;
        call(&demo, "in", "79031234521", "missed").await?;
        browser.reads(".board", "+7 903 123-45-21").await?;
        call(&demo, "in", "79031234521", "abandoned").await?;
        browser.reads(".board .tries", "2").await?;
        browser
            .reads("#waits-phone-missed", &(before + 1).to_string())
            .await?;
        no_violation(browser).await?;
        browser.press(&row(&demo, "+79031234521").await?).await?;
        browser.reads(".closed", "перезвонили").await?;
        waiting(&demo, before).await?;
        let rows = browser.texts(".board tbody th").await?;
        ensure!(
            !rows.iter().any(|row| row.contains("123-45-21")),
            "{rows:?}"
        );

        call(&demo, "in", "79031234522", "missed").await?;
        browser.reads(".board", "+7 903 123-45-22").await?;
        browser
            .press(".board .acts form[action$=handled] button")
            .await?;
        browser.shows("Обработано: +7 903 123-45-22").await?;
        browser.press(".toast form button").await?;
        waiting(&demo, before + 1).await?;
        browser.reads(".board", "+7 903 123-45-22").await?;
        no_violation(browser).await?;
        no_complaint(browser).await?;
        Ok(())
    })
    .await?;
    story("missed_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "supervisor").await?;
        for page in ["/missed", "/missed?closed=1", "/wallboard"] {
            browser.open(&demo.page(page)).await?;
            no_violation(browser)
                .await
                .with_context(|| page.to_owned())?;
            fits(browser).await.with_context(|| page.to_owned())?;
        }
        Ok(())
    })
    .await
}
