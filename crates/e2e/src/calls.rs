//! Calls of the demo that stories begin with.

use anyhow::Result;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::demo::Demo;
use crate::until::until;

/// A client calls and is talked to; the call once it is over, as the API gives it.
///
/// # Errors
/// When the sandbox or the desk does not answer, or the call does not end in time.
pub async fn talked_to(demo: &Demo, number: &str) -> Result<Value> {
    let call =
        json!({"direction": "in", "client_number": number, "scenario": "talked", "speed": 20});
    demo.sandbox()?.post("/panel/calls", &call).await?;
    let path = format!("/api/v1/calls?number={number}&state=finished");
    latest(demo, "the client's call is over", &path).await
}

/// Calls a client by a button of their ticket.
///
/// # Errors
/// When the ticket has no such button.
pub async fn dial_in(demo: &Demo, browser: &Browser, ticket: i64, button: &str) -> Result<()> {
    browser
        .open(&demo.page(&format!("/tickets/{ticket}")))
        .await?;
    browser.press(button).await
}

/// The call bar says that one talks.
///
/// # Errors
/// When it does not come to that in time.
pub async fn talks(browser: &Browser) -> Result<()> {
    browser
        .reads("#call-bar[data-state=talking]", "разговор")
        .await
}

/// The latest call that the desk has begun, once it is in this state.
///
/// # Errors
/// When the desk does not answer, or no call comes to that state in time.
pub async fn outgoing(demo: &Demo, state: &str) -> Result<Value> {
    let path = format!("/api/v1/calls?direction=out&state={state}");
    latest(demo, &format!("the call is {state}"), &path).await
}

async fn latest(demo: &Demo, fact: &str, path: &str) -> Result<Value> {
    let api = demo.api()?;
    until(fact, async || {
        let calls = api.get(path).await?;
        let first = calls["items"].as_array().and_then(|all| all.first());
        Ok(first.cloned())
    })
    .await
}
