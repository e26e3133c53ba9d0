//! The phone: a click calls and the call lands in its ticket; the call bar holds it, passes it on and ends it.

use anyhow::{Context as _, Result, ensure};
use dozvon_e2e::{
    Browser, Demo, Look, dial_in, no_complaint, no_violation, outgoing, story, talked_to, talks,
    until,
};
use reqwest::Method;
use serde_json::json;

const NUMBER: &str = "79031234577";

/// Somebody has called and been talked to; the number of their ticket.
async fn ticket(demo: &Demo) -> Result<i64> {
    let (call, api) = (talked_to(demo, NUMBER).await?, demo.api()?);
    let id = call["ticket_id"].as_str().context("the call's ticket")?;
    let ticket = api.get(&format!("/api/v1/tickets/{id}")).await?;
    ticket["number"].as_i64().context("its number")
}

#[tokio::test]
async fn a_click_calls_and_the_bar_steers() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let number = ticket(&demo).await?;
    let faults = json!({"api_scenario": "open", "api_speed": 20});
    demo.sandbox()?.post("/panel/faults", &faults).await?;
    story("phone", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        dial_in(&demo, browser, number, "#client-pane .dial button").await?;
        browser.reads("#toasts", "Звоним +7 903 123-45-77").await?;
        talks(browser).await?;
        let call = outgoing(&demo, "talking").await?;
        let ticket = call["ticket_id"].as_str().context("its ticket")?;
        let there = demo
            .api()?
            .get(&format!("/api/v1/tickets/{ticket}"))
            .await?;
        ensure!(there["number"] == json!(number), "{call}");
        no_violation(browser).await?;

        browser.press("#call-bar button[value=hold]").await?;
        browser
            .reads("#call-bar[data-state=held]", "на удержании")
            .await?;
        browser.open(&demo.page("/calls")).await?;
        browser
            .reads("#call-bar[data-state=held]", "на удержании")
            .await?;
        browser.press("#call-bar button[value=unhold]").await?;
        talks(browser).await?;

        browser
            .press("#call-bar details.call-bar-more summary")
            .await?;
        browser.fill("#bar-number", "103").await?;
        no_violation(browser).await?;
        browser.press("#call-bar button[value=consult]").await?;
        browser
            .reads("#call-bar[data-state=held]", "на линии: 103")
            .await?;
        browser.press("#call-bar button[value=unhold]").await?;
        talks(browser).await?;

        browser.press("#call-bar button[value=hangup]").await?;
        outgoing(&demo, "finished").await?;
        until("the bar is gone", async || {
            let bars = browser.texts("#call-bar:not([hidden])").await?;
            Ok(bars.is_empty().then_some(()))
        })
        .await?;
        no_complaint(browser).await?;
        Ok(())
    })
    .await?;
    demo.stop().await?;
    Ok(())
}

/// What an administrator pastes beside the four bodies so that the desk is told of holds.
const HOLDS: &str = r#"{"ud_channel_token":"<token>","notification_mnemonic":{{notification_mnemonic}},
"notification_time":{{notification_time}},"call_session_id":{{call_session_id}},"direction":{{direction}},
"contact_phone_number":{{contact_phone_number}},"employee_id":{{employee_id}},"status":{{status}}}"#;

async fn tell_of_holds(demo: &Demo) -> Result<()> {
    let pbx = demo.sandbox()?;
    let mut told = pbx.get("/panel/notifications").await?;
    let body = HOLDS.replace("<token>", &demo.ready.channel_token);
    told["templates"]["call_hold_control"] = json!(body);
    pbx.ask(Method::PUT, "/panel/notifications", Some(&told))
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_hold_is_a_step_in_the_life_of_the_call() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let number = ticket(&demo).await?;
    tell_of_holds(&demo).await?;
    let faults = json!({"api_scenario": "open", "api_speed": 20});
    demo.sandbox()?.post("/panel/faults", &faults).await?;
    story("phone_hold", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        dial_in(&demo, browser, number, "#client-pane .dial button").await?;
        talks(browser).await?;
        let call = outgoing(&demo, "talking").await?;
        let call = call["id"].as_str().context("the call's id")?;
        browser.open(&demo.page(&format!("/calls/{call}"))).await?;
        ensure!(steps(browser, HELD).await?.is_empty(), "nobody has held it");

        browser.press("#call-bar button[value=hold]").await?;
        until("it is held", async || {
            let held = steps(browser, HELD).await?;
            Ok((held.len() == 1 && !held[0].contains(LASTED)).then_some(()))
        })
        .await?;
        browser.press("#call-bar button[value=unhold]").await?;
        until("it was held for a while", async || {
            let held = steps(browser, HELD).await?;
            Ok((held.len() == 1 && held[0].contains(LASTED)).then_some(()))
        })
        .await?;

        browser.press("#call-bar button[value=hangup]").await?;
        browser.reads(".life", "Завершение").await?;
        ensure!(steps(browser, HELD).await?.len() == 1, "the hold stays");
        no_violation(browser).await?;
        no_complaint(browser).await
    })
    .await?;
    demo.stop().await?;
    Ok(())
}

const HELD: &str = "Клиент на удержании";
const LASTED: &str = "длилось";

/// Those steps of the call's life that say this.
async fn steps(browser: &Browser, what: &str) -> Result<Vec<String>> {
    let mut steps = browser.texts(".life li").await?;
    steps.retain(|step| step.contains(what));
    Ok(steps)
}

#[tokio::test]
async fn a_pbx_in_trouble_is_told_in_a_sentence() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let number = ticket(&demo).await?;
    let trouble = json!({"api_trouble": "forbidden"});
    demo.sandbox()?.post("/panel/faults", &trouble).await?;
    story("phone_trouble", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        dial_in(&demo, browser, number, ".timeline .dial button").await?;
        browser.reads("#toasts", "белый список").await?;
        no_violation(browser).await?;
        Ok(())
    })
    .await?;
    demo.stop().await?;
    Ok(())
}
