//! Several tabs of one agent: all of them are live by one stream, and a call that nobody sees coming is announced by one of them.

use anyhow::{Result, ensure};
use dozvon_e2e::{Browser, Demo, Look, Tab, no_complaint, story, until};
use serde_json::{Value, json};

/// Keeps what the page lets the browser announce; it is announced all the same.
const RECORDER: &str = "window.announced = [];
    window.Notification = class extends Notification {
        constructor(title, options) { super(title, options); announced.push(this); }
        close() { this.isOver = true; super.close(); }
    };";
/// An older browser, or one on a phone.
const NO_SHARED_WORKER: &str = "delete window.SharedWorker;";
/// An address without HTTPS in such a browser.
const NO_LOCKS: &str = "delete window.SharedWorker; delete Navigator.prototype.locks;";

/// Has a client call, and nobody take it: quickly, but for longer than a tab is given to say that it has announced a call.
async fn missed(demo: &Demo, number: &str, speed: u32) -> Result<()> {
    let call =
        json!({"direction": "in", "client_number": number, "scenario": "missed", "speed": speed});
    demo.sandbox()?.post("/panel/calls", &call).await?;
    Ok(())
}

/// Opens a tab of the agent who is signed in.
async fn tab(demo: &Demo, browser: &Browser, path: &str, script: &str) -> Result<Tab> {
    let tab = browser.new_tab().await?;
    browser.before_pages(script).await?;
    browser.open(&demo.page(path)).await?;
    Ok(tab)
}

/// Signs an agent in and opens three tabs of theirs; the first is the one that leads where one has to.
async fn three_tabs(demo: &Demo, browser: &Browser, script: &str) -> Result<[Tab; 3]> {
    let script = format!("{script}{RECORDER}");
    browser.before_pages(&script).await?;
    browser.allow_announcing(&demo.ready.desk_url).await?;
    demo.sign_in(browser, "agent").await?;
    let first = browser.this_tab().await?;
    let second = tab(demo, browser, "/tickets?view=free", &script).await?;
    let third = tab(demo, browser, "/clients", &script).await?;
    Ok([first, second, third])
}

/// The calls that were announced in any of the tabs: what was said, and whether it was taken back.
async fn announced(browser: &Browser, tabs: &[Tab]) -> Result<Vec<(String, bool)>> {
    let script = "return announced.filter(({ title }) => title.startsWith('Входящий звонок')).map(({ title, isOver }) => [title, isOver === true])";
    let mut all = Vec::new();
    for tab in tabs {
        browser.go_to(tab).await?;
        let here: Vec<(String, bool)> =
            serde_json::from_value(browser.execute(script, vec![]).await?)?;
        all.extend(here);
    }
    Ok(all)
}

async fn gone(browser: &Browser, what: &str) -> Result<()> {
    until(&format!("{what} is gone"), async || {
        Ok(browser.texts(what).await?.is_empty().then_some(()))
    })
    .await
}

async fn only_what_nobody_sees_is_announced(name: &str, script: &str) -> Result<()> {
    let demo = Demo::start(&[]).await?;
    story(name, Look::laptop(), async |browser| {
        let tabs = three_tabs(&demo, browser, script).await?;
        // The first last: it is asked first to announce what comes.
        for tab in tabs.iter().rev() {
            browser.put_away(tab).await?;
        }
        missed(&demo, "79031234531", 10).await?;
        until("a call was announced and taken back", async || {
            let all = announced(browser, &tabs).await?;
            Ok(all.iter().any(|(_, is_over)| *is_over).then_some(()))
        })
        .await?;
        let title = "Входящий звонок: +7 903 123-45-31".to_owned();
        let all = announced(browser, &tabs).await?;
        ensure!(all == [(title, true)], "{all:?}");

        browser.take_out(&tabs[1]).await?;
        missed(&demo, "79031234532", 10).await?;
        browser.reads(".ring", "+7 903 123-45-32").await?;
        gone(browser, ".ring").await?;
        let all = announced(browser, &tabs).await?;
        ensure!(all.len() == 1, "a tab was in sight, and yet: {all:?}");
        no_complaint(browser).await
    })
    .await?;
    demo.stop().await?;
    Ok(())
}

#[tokio::test]
async fn a_call_that_no_tab_shows_is_announced_once() -> Result<()> {
    only_what_nobody_sees_is_announced("tabs_announce", "").await
}

#[tokio::test]
async fn a_call_that_no_tab_shows_is_announced_once_without_a_shared_worker() -> Result<()> {
    only_what_nobody_sees_is_announced("tabs_announce_alone", NO_SHARED_WORKER).await
}

#[tokio::test]
async fn a_call_that_rang_before_anybody_listened_is_announced() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    story("tabs_late", Look::laptop(), async |browser| {
        browser.before_pages(RECORDER).await?;
        browser.allow_announcing(&demo.ready.desk_url).await?;
        demo.sign_in(browser, "agent").await?;
        browser.open("about:blank").await?;
        let tab = browser.this_tab().await?;
        browser.put_away(&tab).await?;
        missed(&demo, "79031234533", 1).await?;
        let calls = "/api/v1/calls?number=79031234533&state=ringing";
        until("it rings", async || {
            let calls = demo.api()?.get(calls).await?;
            Ok((calls["items"].as_array().map(Vec::len) == Some(1)).then_some(()))
        })
        .await?;
        browser.open(&demo.page("/clients")).await?;
        until("the call is announced", async || {
            let all = announced(browser, std::slice::from_ref(&tab)).await?;
            Ok((all.len() == 1).then_some(()))
        })
        .await
    })
    .await?;
    demo.stop().await?;
    Ok(())
}

#[tokio::test]
async fn a_tab_that_broke_down_is_not_in_sight() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    story("tabs_broken", Look::laptop(), async |browser| {
        let [first, second, third] = three_tabs(&demo, browser, "").await?;
        browser.put_away(&third).await?;
        browser.go_to(&second).await?;
        let broke = browser.devtools("Page.crash", json!({})).await;
        ensure!(broke.is_err(), "the tab still answers");
        browser.put_away(&first).await?;
        missed(&demo, "79031234538", 10).await?;
        until("the call is announced", async || {
            let all = announced(browser, &[first.clone(), third.clone()]).await?;
            Ok((all.len() == 1).then_some(()))
        })
        .await
    })
    .await?;
    demo.stop().await?;
    Ok(())
}

/// A call comes: the open page shows the card and the new ticket, and it is the same page as before.
async fn is_live(demo: &Demo, browser: &Browser, tabs: &[&Tab], number: &str) -> Result<()> {
    for tab in tabs {
        browser.go_to(tab).await?;
        browser.open(&demo.page("/tickets?view=missed")).await?;
        browser.execute("window.stays = true", vec![]).await?;
    }
    missed(demo, &format!("7903123{}", number.replace('-', "")), 10).await?;
    for tab in tabs {
        browser.go_to(tab).await?;
        browser.reads(".ring", number).await?;
    }
    for tab in tabs {
        browser.go_to(tab).await?;
        browser.reads("a.row", number).await?;
        let stays = browser.execute("return window.stays", vec![]).await?;
        ensure!(stays == Value::Bool(true), "the page was loaded anew");
        gone(browser, ".ring").await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_a_shared_worker_one_tab_tells_the_others_until_it_goes() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    story("tabs_lead", Look::laptop(), async |browser| {
        let [first, second, third] = three_tabs(&demo, browser, NO_SHARED_WORKER).await?;
        is_live(&demo, browser, &[&first, &second], "45-34").await?;
        browser.go_to(&first).await?;
        browser.close_window().await?;
        is_live(&demo, browser, &[&second, &third], "45-35").await?;
        no_complaint(browser).await
    })
    .await?;
    demo.stop().await?;
    Ok(())
}

#[tokio::test]
async fn without_locks_either_a_tab_in_sight_is_live_and_one_that_comes_back_catches_up()
-> Result<()> {
    let demo = Demo::start(&[]).await?;
    story("tabs_alone", Look::laptop(), async |browser| {
        let [first, second, _] = three_tabs(&demo, browser, NO_LOCKS).await?;
        is_live(&demo, browser, &[&first, &second], "45-36").await?;
        browser.put_away(&first).await?;
        is_live(&demo, browser, &[&second], "45-37").await?;
        browser.take_out(&first).await?;
        browser.reads("a.row", "45-37").await?;
        no_complaint(browser).await
    })
    .await?;
    demo.stop().await?;
    Ok(())
}
