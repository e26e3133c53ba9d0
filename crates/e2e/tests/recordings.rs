//! A call ends, its recording appears, plays while the page goes on, and is told to be gone when it is.

use anyhow::{Context as _, Result, ensure};
use dozvon_e2e::{Browser, Demo, Look, no_complaint, no_violation, story, until};
use serde_json::{Value, json};

/// Has somebody call and be recorded; the call, once it is over.
async fn recorded(demo: &Demo, number: &str, scenario: &str) -> Result<Value> {
    let call = json!({"direction": "in", "client_number": number, "scenario": scenario, "speed": 20, "recording": "ru_call_stereo"});
    demo.sandbox()?.post("/panel/calls", &call).await?;
    let api = demo.api()?;
    until(&format!("the call from {number} is over"), async || {
        let path = format!("/api/v1/calls?number={number}&state=finished");
        let calls = api.get(&path).await?;
        Ok(calls["items"]
            .as_array()
            .and_then(|calls| calls.first())
            .cloned())
    })
    .await
}

/// Waits until the first recording of a call is in this state.
async fn becomes(demo: &Demo, call: &Value, state: &str) -> Result<Value> {
    let path = format!(
        "/api/v1/calls/{}",
        call["id"].as_str().context("a call's id")?
    );
    let api = demo.api()?;
    until(&format!("the recording is {state}"), async || {
        let call = api.get(&path).await?;
        let one = call["recordings"][0].clone();
        Ok(
            (one["state"] == state && (state != "kept" || !one["seconds"].is_null()))
                .then_some(one),
        )
    })
    .await
}

/// What a script finds out about the first player of the page.
async fn player(browser: &Browser, script: &str) -> Result<Value> {
    let script = format!("const player = document.querySelector('sound-player'); return {script}");
    Ok(browser.execute(&script, vec![]).await?)
}

async fn until_player(browser: &Browser, fact: &str, script: &str) -> Result<()> {
    until(fact, async || {
        Ok((player(browser, script).await? == json!(true)).then_some(()))
    })
    .await
}

async fn nothing_wrong(browser: &Browser) -> Result<()> {
    no_violation(browser).await?;
    no_complaint(browser).await
}

#[tokio::test]
async fn a_recording_appears_plays_and_goes_on_while_the_page_changes() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let call = recorded(&demo, "79031234511", "talked").await?;
    let path = format!("/calls/{}", call["id"].as_str().context("a call's id")?);
    story("recording", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        browser.open(&demo.page(&path)).await?;
        let kept = becomes(&demo, &call, "kept").await?;
        ensure!(kept["content_type"] == "audio/mpeg", "{kept}");
        until_player(browser, "both voices are drawn", "player.querySelectorAll('.wave-rest path').length === 2").await?;
        nothing_wrong(browser).await?;

        browser.press(".player-play").await?;
        until_player(browser, "it plays", "player.isPlaying && player.position > 200").await?;
        browser.press("[data-skip='10']").await?;
        until_player(browser, "it is further", "player.position > 10_000").await?;
        browser.press(".player-speed").await?;
        until_player(browser, "it is faster", "player.sound.playbackRate === 1.25").await?;
        player(browser, "(window.first = player, window.times = 0, document.addEventListener('sound-time', () => window.times++), true)").await?;
        // Another call makes the page fetch itself again, and more than once.
        recorded(&demo, "79031234511", "talked").await?;
        until("the page has changed", async || {
            let older = browser.texts("nav.beside a").await?;
            Ok((!older.is_empty()).then_some(()))
        })
        .await?;
        until_player(browser, "the same player plays on", "player === window.first && player.isPlaying && window.times > 3").await?;

        browser.press(".player-play").await?;
        until_player(browser, "it is still", "!player.isPlaying").await?;
        let keys = "(player.seek(20_000), document.body.dispatchEvent(new KeyboardEvent('keydown', {code: 'ArrowLeft', bubbles: true})), true)";
        player(browser, keys).await?;
        until_player(browser, "the arrow goes back", "player.position >= 9_900 && player.position <= 10_100").await?;
        player(browser, "(player.seek(5000, true), true)").await?;
        until_player(browser, "a place was gone to and plays", "player.isPlaying && player.position >= 5000").await?;
        nothing_wrong(browser).await
    })
    .await?;
    story("recording_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        browser.open(&demo.page(&path)).await?;
        until_player(
            browser,
            "both voices are drawn",
            "player.querySelectorAll('.wave-rest path').length === 2",
        )
        .await?;
        let wide = browser
            .execute("return document.documentElement.scrollWidth", vec![])
            .await?;
        ensure!(wide == json!(390), "{path} is {wide} wide");
        nothing_wrong(browser).await
    })
    .await
}

#[tokio::test]
async fn a_recording_that_is_gone_is_told_in_words_and_nothing_hangs() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let sandbox = demo.sandbox()?;
    sandbox
        .post("/panel/faults", &json!({"recording_ttl_s": 0}))
        .await?;
    let call = recorded(&demo, "79031234512", "talked").await?;
    becomes(&demo, &call, "gone").await?;
    let path = format!("/calls/{}", call["id"].as_str().context("a call's id")?);
    story("recording_gone", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        browser.open(&demo.page(&path)).await?;
        browser.reads(".recording", "Записи больше нет").await?;
        let players = browser.texts("sound-player").await?;
        ensure!(players.is_empty(), "there is nothing to play");
        nothing_wrong(browser).await?;
        sandbox
            .post("/panel/faults", &json!({"recording_ttl_s": null}))
            .await?;
        browser.press(".recording form button").await?;
        until_player(browser, "it plays after all", "!!player").await?;
        becomes(&demo, &call, "kept").await?;
        Ok(())
    })
    .await
}
