//! What was said in a call: asked for, read, listened to line by line, found; and told in words when there is none.

use anyhow::{Context as _, Result, ensure};
use axum::routing::post;
use axum::{Json, Router};
use dozvon_e2e::{
    Browser, Demo, Look, PATIENCE_WITH_SPEECH, no_complaint, no_violation, story, until,
    until_within,
};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::net::TcpListener;

const EXTENSION: &str = "/api/v1/extensions/transcription";

/// Has somebody call and talk; the call, once it is over.
async fn called(demo: &Demo, number: &str) -> Result<Value> {
    let call = json!({"direction": "in", "client_number": number, "scenario": "talked", "speed": 20, "recording": "ru_call_stereo"});
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

fn id(call: &Value) -> Result<&str> {
    call["id"].as_str().context("a call's id")
}

/// Waits until the first recording of a call is in this state.
async fn becomes(demo: &Demo, call: &Value, state: &str) -> Result<()> {
    let path = format!("/api/v1/calls/{}", id(call)?);
    let api = demo.api()?;
    until(&format!("the recording is {state}"), async || {
        let call = api.get(&path).await?;
        Ok((call["recordings"][0]["state"] == state).then_some(()))
    })
    .await
}

async fn turn(demo: &Demo, on: bool) -> Result<()> {
    let change = json!({"enabled": on, "language": "ru"});
    demo.api()?
        .ask(Method::PATCH, EXTENSION, Some(&change))
        .await?;
    Ok(())
}

/// A service that tells every call in short, and is named to the desk.
async fn summarise(demo: &Demo) -> Result<()> {
    let told = r#"{"topic":"Заказ не приехал","outcome":"Оператор уточнит","promises":["перезвонить завтра"]}"#;
    let answer = json!({"choices": [{"message": {"content": told}}]});
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/v1/chat/completions", listener.local_addr()?);
    let router = Router::new().route("/v1/chat/completions", post(async move || Json(answer)));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let change = json!({"enabled": true, "url": url, "model": "small"});
    demo.api()?
        .ask(Method::PATCH, "/api/v1/extensions/summary", Some(&change))
        .await?;
    Ok(())
}

async fn script(browser: &Browser, script: &str) -> Result<Value> {
    Ok(browser.execute(&format!("return {script}"), vec![]).await?)
}

async fn until_true(browser: &Browser, fact: &str, condition: &str) -> Result<()> {
    until(fact, async || {
        Ok((script(browser, condition).await? == json!(true)).then_some(()))
    })
    .await
}

async fn nothing_wrong(browser: &Browser) -> Result<()> {
    no_violation(browser).await?;
    no_complaint(browser).await
}

/// Presses the line in which the word was heard.
async fn press_line(browser: &Browser, word: &str) -> Result<()> {
    let line = format!(
        "(window.line = [...document.querySelectorAll('.dialogue button[data-sound]')]
            .find(line => line.textContent.toLowerCase().includes('{word}')), window.line?.click(), !!window.line)"
    );
    until_true(browser, &format!("“{word}” was heard"), &line).await
}

#[tokio::test]
async fn a_call_becomes_a_text_that_is_heard_line_by_line_and_found() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    turn(&demo, true).await?;
    summarise(&demo).await?;
    let call = called(&demo, "79031234521").await?;
    let (path, api) = (format!("/calls/{}", id(&call)?), demo.api()?);
    becomes(&demo, &call, "kept").await?;
    story("said", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        browser.open(&demo.page(&path)).await?;
        browser.press(".player-play").await?;
        until_true(browser, "it plays", "document.querySelector('sound-player').position > 200").await?;
        browser.reads(".said-ask button", "Расшифровать").await?;
        browser.press(".said-ask button").await?;
        browser.shows("Расшифровка запущена").await?;
        until_true(browser, "its progress is shown", "!!document.querySelector('.working progress')").await?;
        nothing_wrong(browser).await?;
        // The text comes by itself, and the sound has not stopped for it.
        until_within(PATIENCE_WITH_SPEECH, "the dialogue is there", async || {
            let lines = browser.texts(".dialogue li").await?;
            Ok((!lines.is_empty()).then_some(()))
        })
        .await?;
        nothing_wrong(browser).await?;

        browser.reads(".in-short", "Заказ не приехал").await?;
        browser
            .reads(".in-short", "Составлено автоматически")
            .await?;
        nothing_wrong(browser).await?;

        press_line(browser, "николай").await?;
        until_true(
            browser,
            "the sound is where the line is",
            "(player => player.isPlaying && player.position >= Number(window.line.dataset.at)
                && player.position < Number(window.line.dataset.at) + 4000)(document.querySelector('sound-player'))",
        )
        .await?;
        until_true(browser, "the line is lit", "window.line.parentElement.ariaCurrent === 'true'").await?;
        until_true(browser, "the word is lit", "!!window.line.querySelector('[data-heard]')").await?;
        ensure!(
            script(browser, "window.line.parentElement.dataset.side").await? == "client",
            "whose line it is"
        );

        let again = api.post(&format!("/api/v1{path}/transcript"), &json!({})).await?;
        ensure!(again["state"] == "ready", "{again}");
        let number = api.get(&format!("/api/v1{path}")).await?["ticket_id"].clone();
        let ticket = api.get(&format!("/api/v1/tickets/{}", number.as_str().context("a ticket")?)).await?;
        browser.open(&demo.page(&format!("/tickets/{}", ticket["number"]))).await?;
        browser.reads("[data-kind=transcript]", "Расшифровка звонка").await?;
        ensure!(browser.texts("[data-kind=transcript]").await?.len() == 1, "one comment");

        until("what was said is found", async || {
            browser.open(&demo.page("/search?q=оператор&kind=said")).await?;
            Ok((!browser.texts("a[href*='-line-']").await?.is_empty()).then_some(()))
        })
        .await?;
        nothing_wrong(browser).await?;
        browser.press("a[href*='-line-']").await?;
        until_true(browser, "the line that was found is lit", "!!document.querySelector('.dialogue [aria-current]')").await?;
        ensure!(browser.current_url().await?.path() == path, "the call it was said in");
        Ok(())
    })
    .await?;
    story("said_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        browser.open(&demo.page(&path)).await?;
        until_true(
            browser,
            "the dialogue is there",
            "!!document.querySelector('.dialogue li')",
        )
        .await?;
        let wide = script(browser, "document.documentElement.scrollWidth").await?;
        ensure!(wide == json!(390), "{path} is {wide} wide");
        nothing_wrong(browser).await?;
        browser.open(&demo.page("/extensions")).await?;
        browser.reads("h2", "Сводка разговора").await?;
        let wide = script(browser, "document.documentElement.scrollWidth").await?;
        ensure!(wide == json!(390), "/extensions is {wide} wide");
        nothing_wrong(browser).await
    })
    .await
}

#[tokio::test]
async fn a_recording_that_is_gone_has_no_text_and_one_is_told_so() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    turn(&demo, true).await?;
    demo.sandbox()?
        .post("/panel/faults", &json!({"recording_ttl_s": 0}))
        .await?;
    let call = called(&demo, "79031234522").await?;
    becomes(&demo, &call, "gone").await?;
    let path = format!("/calls/{}", id(&call)?);
    let api = demo.api()?;
    let refused = api
        .post(&format!("/api/v1{path}/transcript"), &json!({}))
        .await;
    let refused = refused.err().context("there is nothing to transcribe")?;
    ensure!(refused.to_string().contains("410"), "{refused:#}");
    story("said_gone", Look::laptop(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        browser.open(&demo.page(&path)).await?;
        browser.reads(".recording", "Записи больше нет").await?;
        browser.press(".said-ask button").await?;
        browser.shows("срок её хранения истёк").await?;
        // Nothing was begun that could hang.
        let told = api.get(&format!("/api/v1{path}")).await?;
        ensure!(told["transcript"]["state"] == "none", "{told}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_buttons_are_there_while_the_extension_is_on() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    turn(&demo, false).await?;
    let call = called(&demo, "79031234523").await?;
    becomes(&demo, &call, "kept").await?;
    let path = format!("/calls/{}", id(&call)?);
    let transcript = format!("/api/v1{path}/transcript");
    let buttons = async |browser: &Browser| -> Result<usize> {
        browser.open(&demo.page(&path)).await?;
        browser.reads(".recording", "0:00").await?;
        Ok(browser.texts(".said-ask button").await?.len())
    };
    story("said_off", Look::laptop(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        ensure!(buttons(browser).await? == 0, "it is off");
        let refused = demo.api()?.post(&transcript, &json!({})).await;
        let refused = refused.err().context("it is off")?;
        ensure!(refused.to_string().contains("403"), "{refused:#}");
        browser.open(&demo.page("/extensions")).await?;
        nothing_wrong(browser).await?;
        browser.press("[role=switch]").await?;
        browser.reads(".extension-state", "ON").await?;
        nothing_wrong(browser).await?;
        ensure!(buttons(browser).await? == 1, "it is on");
        browser.open(&demo.page("/extensions")).await?;
        browser.press("[role=switch]").await?;
        browser.reads(".extension-state", "OFF").await?;
        ensure!(buttons(browser).await? == 0, "it is off again");
        Ok(())
    })
    .await
}
