//! A call ends: its agent says what came of it, the ticket has it, the telephony has it too. And: from which number to call.

use anyhow::{Context as _, Result, ensure};
use dozvon_e2e::{
    Browser, Demo, Look, dial_in, fits, no_complaint, no_violation, outgoing, story, talked_to,
    talks, until,
};
use fantoccini::Locator;
use reqwest::Method;
use serde_json::json;

const NUMBER: &str = "79031234578";

/// A client who was talked to; the number of their ticket. Nobody is asked of that call, and the channel writes outcomes back.
async fn prepare(demo: &Demo) -> Result<i64> {
    let (call, api) = (talked_to(demo, NUMBER).await?, demo.api()?);
    let id = call["id"].as_str().context("the call's id")?;
    api.post(
        &format!("/api/v1/calls/{id}/outcome"),
        &json!({"skip": true}),
    )
    .await?;
    let channel = format!("/api/v1/channels/{}", demo.ready.channel_id);
    api.ask(Method::PATCH, &channel, Some(&json!({"writes_back": true})))
        .await?;
    let faults = json!({"api_scenario": "open", "api_speed": 20});
    demo.sandbox()?.post("/panel/faults", &faults).await?;
    let ticket = call["ticket_id"].as_str().context("the call's ticket")?;
    let ticket = api.get(&format!("/api/v1/tickets/{ticket}")).await?;
    ticket["number"].as_i64().context("its number")
}

/// Calls the client of the open ticket, talks and hangs up.
async fn talk(browser: &Browser) -> Result<()> {
    browser.press("#client-pane .dial button").await?;
    talks(browser).await?;
    browser.press("#call-bar button[value=hangup]").await?;
    browser.reads("#wrap-up", "звонок завершён").await
}

async fn gone(browser: &Browser) -> Result<()> {
    until("the strip is gone", async || {
        let strips = browser.texts("#wrap-up:not([hidden])").await?;
        Ok(strips.is_empty().then_some(()))
    })
    .await
}

#[tokio::test]
async fn what_came_of_a_call_is_said_kept_and_written_back() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let number = prepare(&demo).await?;
    story("wrap_up", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        let ticket = demo.page(&format!("/tickets/{number}"));
        browser.open(&ticket).await?;
        talk(browser).await?;
        no_violation(browser).await?;

        browser.open(&demo.page("/clients")).await?;
        browser.reads("#wrap-up", "звонок завершён").await?;
        browser.fill("#wrap-note", "Перезвонить в пятницу").await?;
        browser.press("#wrap-up button[value=give]").await?;
        browser.reads("#toasts", "Итог звонка сохранён").await?;
        gone(browser).await?;

        browser.open(&ticket).await?;
        browser.reads(".timeline", "Перезвонить в пятницу").await?;
        talk(browser).await?;
        let outcome = browser.find(Locator::Css("#wrap-outcome")).await?;
        outcome.select_by_label("Заказ оформлен").await?;
        browser.fill("#wrap-tags", "чек").await?;
        browser.press("#wrap-up button[value=give]").await?;
        gone(browser).await?;
        browser
            .reads(".timeline .call-outcome", "Заказ оформлен")
            .await?;
        browser.reads(".timeline .call-outcome", "чек").await?;
        no_violation(browser).await?;

        let call = outgoing(&demo, "finished").await?;
        ensure!(
            call["wrap_up"]["outcome"]["name"] == "Заказ оформлен",
            "{call}"
        );
        let session = call["session_id"].as_i64().context("its session")?;
        let at_the_pbx = format!("/panel/calls/{session}");
        let sandbox = demo.sandbox()?;
        until("the outcome and the tag are written back", async || {
            let there = sandbox.get(&at_the_pbx).await?;
            let tags = there["tags"].as_array().map(Vec::len);
            Ok((tags == Some(2)).then_some(()))
        })
        .await?;
        let id = call["id"].as_str().context("its id")?;
        browser.open(&demo.page(&format!("/calls/{id}"))).await?;
        browser.reads(".call-outcome", "Записано").await?;
        no_violation(browser).await?;
        browser.open(&demo.page("/calls")).await?;
        browser.reads("table.calls", "Итог: Заказ оформлен").await?;
        no_complaint(browser).await?;
        Ok(())
    })
    .await?;
    demo.stop().await?;
    Ok(())
}

#[tokio::test]
async fn on_a_phone_by_night_it_fits_and_what_was_typed_stays_when_refused() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let number = prepare(&demo).await?;
    story("wrap_up_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        dial_in(&demo, browser, number, ".timeline .dial button").await?;
        talks(browser).await?;
        browser
            .press("#call-bar details.call-bar-more summary")
            .await?;
        browser.fill("#bar-number", "нет такого").await?;
        browser.press("#call-bar button[value=transfer]").await?;
        browser.reads("#toasts", "номер").await?;
        let typed = browser
            .execute("return document.getElementById('bar-number').value", vec![])
            .await?;
        ensure!(
            typed == json!("нет такого"),
            "what was typed is gone: {typed}"
        );
        browser
            .press("#call-bar details.call-bar-more summary")
            .await?;
        browser.press("#call-bar button[value=hangup]").await?;
        browser.reads("#wrap-up", "звонок завершён").await?;
        fits(browser).await?;
        no_violation(browser).await?;
        browser.press("#wrap-up button[value=skip]").await?;
        gone(browser).await?;
        Ok(())
    })
    .await?;
    demo.stop().await?;
    Ok(())
}

#[tokio::test]
async fn the_number_to_call_from_is_chosen_beside_the_button() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let number = prepare(&demo).await?;
    let numbers = format!("/api/v1/channels/{}/virtual_numbers", demo.ready.channel_id);
    demo.api()?.get(&numbers).await?;
    story("dial_choice", Look::phone(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        browser
            .open(&demo.page(&format!("/tickets/{number}")))
            .await?;
        browser.press(".timeline a[data-dial-choice]").await?;
        browser.reads("#dial-dialog", "обычно отсюда").await?;
        fits(browser).await?;
        no_violation(browser).await?;
        browser.press("#dial-dialog li:nth-child(2) button").await?;
        talks(browser).await?;
        let usual = browser.texts("#dial-dialog[open]").await?;
        ensure!(usual.is_empty(), "the dialog is closed");
        let call = outgoing(&demo, "talking").await?;
        browser.open(&demo.page("/calls")).await?;
        browser.press("table a[data-dial-choice]").await?;
        browser
            .reads("#dial-dialog li:first-child", "в прошлый раз")
            .await?;
        ensure!(call["virtual_number"].is_string(), "{call}");
        no_complaint(browser).await?;
        Ok(())
    })
    .await?;
    demo.stop().await?;
    Ok(())
}
