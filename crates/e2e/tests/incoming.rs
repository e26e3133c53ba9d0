//! A client calls: the card comes, the right thing is opened, they talk, it ends, the comment stands there.

use anyhow::{Result, ensure};
use dozvon_e2e::{Browser, Demo, Look, no_complaint, no_violation, story, until};
use serde_json::{Value, json};

/// Has a client call; the provider's session of the call.
async fn call(demo: &Demo, number: &str, scenario: &str) -> Result<Value> {
    let call = json!({"direction": "in", "client_number": number, "scenario": scenario});
    let placed = demo.sandbox()?.post("/panel/calls", &call).await?;
    Ok(placed["call_session_id"].clone())
}

async fn gone(browser: &Browser) -> Result<()> {
    until("no card is shown", async || {
        Ok(browser.texts(".ring").await?.is_empty().then_some(()))
    })
    .await
}

#[tokio::test]
async fn it_rings_is_opened_is_talked_and_ends_with_the_comment() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    story("incoming", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        browser.open(&demo.page("/clients")).await?;
        browser.fill("#find", "пишу").await?;
        let session = call(&demo, "79031234511", "open").await?;
        browser.reads(".ring", "+7 903 123-45-11").await?;
        browser.reads(".ring", "Новый клиент").await?;
        let focused = browser
            .execute("return document.activeElement.id", vec![])
            .await?;
        ensure!(
            focused == json!("find"),
            "the card has taken the focus: {focused}"
        );
        no_violation(browser).await?;
        browser.press(".ring .button[data-kind=primary]").await?;
        until("the ticket is shown", async || {
            Ok(browser
                .current_url()
                .await?
                .path()
                .starts_with("/tickets/")
                .then_some(()))
        })
        .await?;
        gone(browser).await?;
        browser
            .reads(".entry[data-state=talking] .talking", "0:")
            .await?;
        let hang_up = format!("/panel/calls/{session}/hangup");
        demo.sandbox()?.post(&hang_up, &json!({})).await?;
        browser
            .reads(".call-facts", "Продолжительность звонка")
            .await?;
        no_violation(browser).await?;
        no_complaint(browser).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_card_works_on_a_phone_in_the_dark() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    story("incoming_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        call(&demo, "79031234513", "talked").await?;
        browser.reads(".ring", "+7 903 123-45-13").await?;
        no_violation(browser).await?;
        let wide = browser
            .execute("return document.documentElement.scrollWidth", vec![])
            .await?;
        ensure!(wide == json!(390), "the page is {wide} wide");
        Ok(())
    })
    .await
}
