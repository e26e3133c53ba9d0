//! The doctor's day: a test goes the whole way and away again, a policy is rehearsed, a stranger is turned away.

use anyhow::{Context as _, Result, ensure};
use dozvon_e2e::{Browser, Demo, Look, fits, no_violation, story, until};
use fantoccini::Locator;
use serde_json::json;

async fn test_notifications(browser: &Browser) -> Result<()> {
    browser.press(".trial form[action$='/test'] button").await?;
    browser
        .reads(".trial .verdict", "Все уведомления прошли весь путь")
        .await?;
    let stages = browser.texts(".trial .stages li").await?;
    ensure!(stages.len() == 24, "{stages:?}");
    no_violation(browser).await?;
    browser
        .press(".trial form[action$='/removal'] button")
        .await?;
    until("the test is gone", async || {
        Ok(browser
            .find(Locator::Css(".trial .stages"))
            .await
            .is_err()
            .then_some(()))
    })
    .await
}

async fn rehearse(browser: &Browser) -> Result<()> {
    browser
        .press("form[aria-labelledby=policy] input[value=missed]")
        .await?;
    browser
        .press("form[aria-labelledby=policy] button[formaction$='/rehearsal']")
        .await?;
    browser.reads("h1", "Репетиция правила").await?;
    browser.reads("h2", "звон").await?;
    browser.reads(".compared", "По новому правилу").await?;
    no_violation(browser).await?;
    browser
        .press("form[action^='/channels/'] button[type=submit]")
        .await?;
    until("the policy is applied", async || {
        let chosen = browser
            .find(Locator::Css("input[name=tickets]:checked"))
            .await?;
        Ok((chosen.prop("value").await?.as_deref() == Some("missed")).then_some(()))
    })
    .await
}

/// A missed call that is over: something to rehearse on.
async fn missed_call(demo: &Demo) -> Result<()> {
    let call = json!({"direction": "in", "client_number": "79162041837", "scenario": "missed", "speed": 20});
    demo.sandbox()?.post("/panel/calls", &call).await?;
    let api = demo.api()?;
    until("the call is over", async || {
        let calls = api.get("/api/v1/calls?state=finished").await?;
        Ok(calls["items"]
            .as_array()
            .is_some_and(|items| !items.is_empty())
            .then_some(()))
    })
    .await
}

async fn hours(browser: &Browser) -> Result<()> {
    browser.fill("#monday", "с утра").await?;
    let save = "form[aria-labelledby=hours] button[type=submit]";
    browser.press(save).await?;
    browser.reads("#monday-mistake", "09:00-18:00").await?;
    browser.fill("#monday", "9-18").await?;
    browser.fill("#silence_minutes", "45").await?;
    browser.press(save).await?;
    until("the hours are kept", async || {
        let monday = browser.find(Locator::Css("#monday")).await?;
        Ok((monday.prop("value").await?.as_deref() == Some("09:00-18:00")).then_some(()))
    })
    .await
}

#[tokio::test]
async fn an_administrator_tests_the_channel_and_rehearses_its_policy() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    missed_call(&demo).await?;
    let channel = demo.page(&format!("/channels/{}", demo.ready.channel_id));
    let wrong = reqwest::Client::builder()
        .build()?
        .post(demo.page("/hooks/uis/dzv_somebody_elses_token"))
        .body("{\"call_session_id\":1}");
    ensure!(wrong.send().await?.status() == 401);
    for (name, look) in [
        ("doctor_laptop", Look::laptop()),
        ("doctor_night", Look::laptop().dark()),
        ("doctor_phone", Look::phone()),
    ] {
        story(name, look, async |browser| {
            demo.sign_in(browser, "admin").await?;
            browser.open(&channel).await?;
            browser.reads(".refusals", "dzv_some").await?;
            no_violation(browser).await?;
            fits(browser).await?;
            test_notifications(browser).await?;
            rehearse(browser).await?;
            hours(browser).await?;
            browser.press("#tokens > summary").await?;
            browser.press("#tokens ask-first summary").await?;
            let inside = "const r = document.querySelector('#tokens .ask').getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth";
            let inside = browser.execute(inside, vec![]).await?;
            ensure!(inside == json!(true), "the question is cut off");
            let log = format!("{channel}/notifications?session_id=1");
            browser.open(&log).await?;
            browser.reads(".log-filter", "Номер звонка").await?;
            no_violation(browser).await?;
            fits(browser).await?;
            // The answer to a form with a mistake in it, which the browser notes.
            let mut complaints = browser.complaints().await?;
            complaints.retain(|complaint| !complaint.contains("422"));
            ensure!(complaints.is_empty(), "{complaints:?}");
            Ok(())
        })
        .await
        .with_context(|| name.to_owned())?;
    }
    Ok(())
}
