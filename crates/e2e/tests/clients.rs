//! Clients: a caller gets a name, a shared number learns, two cards become one and two again, a file is taken in.

use anyhow::{Context, Result};
use dozvon_e2e::{Browser, Demo, Look, fits, no_complaint, no_violation, story, until};
use serde_json::{Value, json};

/// Everybody can use the page, and it fits.
async fn is_right(browser: &Browser) -> Result<()> {
    no_violation(browser).await?;
    fits(browser).await
}

/// A call that was talked, from this number; gives its ticket's number once it is there.
async fn called(demo: &Demo, number: &str) -> Result<i64> {
    let call =
        json!({"direction": "in", "client_number": number, "scenario": "missed", "speed": 20});
    demo.sandbox()?.post("/panel/calls", &call).await?;
    let api = demo.api()?;
    let calls = format!("/api/v1/calls?number={number}&state=finished");
    until("the call is heard", async || {
        let heard = api.get(&calls).await?;
        let ticket = heard["items"][0]["ticket_id"].as_str().map(str::to_owned);
        let Some(ticket) = ticket else {
            return Ok(None);
        };
        let ticket = api.get(&format!("/api/v1/tickets/{ticket}")).await?;
        Ok(ticket["number"].as_i64())
    })
    .await
}

async fn client(demo: &Demo, name: &str, number: &str) -> Result<String> {
    let body = json!({"name": name, "phones": [{"number": number}]});
    let made = demo.api()?.post("/api/v1/clients", &body).await?;
    let id = made["id"].as_str().context("the client's id")?;
    Ok(id.to_owned())
}

async fn a_caller_is_named(browser: &Browser, demo: &Demo) -> Result<()> {
    let ticket = called(demo, "79160000001").await?;
    browser
        .open(&demo.page(&format!("/tickets/{ticket}")))
        .await?;
    browser.reads("#client-pane", "незнакомый номер").await?;
    is_right(browser).await?;
    browser.fill("#caller-name", "Ирина Савельева").await?;
    browser
        .press("#client-pane form[action$='/name'] button")
        .await?;
    browser.reads("#client-h", "Ирина Савельева").await?;
    browser.shows("Пропущенный звонок: Ирина Савельева").await
}

async fn a_shared_number_learns(browser: &Browser, demo: &Demo) -> Result<()> {
    client(demo, "Борис Котов", "79160000002").await?;
    client(demo, "Анна Котова", "79160000002").await?;
    let ticket = called(demo, "79160000002").await?;
    browser
        .open(&demo.page(&format!("/tickets/{ticket}")))
        .await?;
    browser.reads("#client-pane", "Номер у 2 клиентов").await?;
    is_right(browser).await?;
    let other = ".likely li:not([aria-current]) button";
    let names = browser.texts(".likely li:not([aria-current]) a").await?;
    let name = names.first().context("the other candidate")?.clone();
    browser.press(other).await?;
    browser.reads("#client-h", &name).await?;
    browser
        .reads(".likely", "выбран вручную в прошлый раз")
        .await
}

async fn two_cards_become_one_and_two_again(browser: &Browser, demo: &Demo) -> Result<()> {
    let double = client(demo, "Савельева Ирина", "79160000009").await?;
    browser
        .open(&demo.page(&format!("/clients/{double}")))
        .await?;
    browser.reads(".found", "похожее имя").await?;
    is_right(browser).await?;
    browser.press(".found a.button").await?;
    browser.reads("h1", "Объединить карточки").await?;
    is_right(browser).await?;
    browser.press("form.merge button[type=submit]").await?;
    browser.reads(".phones", "+7 916 000-00-09").await?;
    browser
        .press("form[action*='/clients/moves/'] button")
        .await?;
    until("the card is itself again", async || {
        let address = browser.current_url().await?;
        Ok(address.as_str().contains(&double).then_some(()))
    })
    .await?;
    browser.reads("h1", "Савельева Ирина").await
}

async fn a_file_is_taken_in(browser: &Browser, demo: &Demo) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("clients.csv");
    std::fs::write(
        &file,
        "Имя;Телефон\nПавел Гордеев;89160000011\nБез номера;нет\n",
    )?;
    browser.open(&demo.page("/clients/import")).await?;
    is_right(browser).await?;
    let field = browser.find(fantoccini::Locator::Css("#file")).await?;
    field.send_keys(&file.to_string_lossy()).await?;
    browser.press("main form button[type=submit]").await?;
    browser.reads("h1", "clients.csv").await?;
    is_right(browser).await?;
    browser.press("button[value=try]").await?;
    browser.shows("ничего ещё не записано").await?;
    browser.shows("Это не номер телефона").await?;
    is_right(browser).await?;
    browser.press("button[value=import]").await?;
    browser.shows("Скачать непринятые строки").await?;
    let api = demo.api()?;
    until("the line is a client", async || {
        let found = api.get("/api/v1/clients?phone=89160000011").await?;
        Ok((found["items"][0]["name"] == json!("Павел Гордеев")).then_some(()))
    })
    .await
}

async fn pages_are_for_everybody(browser: &Browser, demo: &Demo) -> Result<()> {
    let all: Value = demo.api()?.get("/api/v1/clients?named=true").await?;
    let id = all["items"][0]["id"]
        .as_str()
        .context("a client")?
        .to_owned();
    for path in [
        "/clients".to_owned(),
        "/clients?view=callers".to_owned(),
        "/clients/new".to_owned(),
        "/clients/import".to_owned(),
        "/clients/fields".to_owned(),
        format!("/clients/{id}"),
        format!("/clients/{id}/edit"),
        format!("/clients/{id}/merge"),
    ] {
        browser.open(&demo.page(&path)).await?;
        is_right(browser).await.with_context(|| path.clone())?;
    }
    no_complaint(browser).await?;
    Ok(())
}

#[tokio::test]
async fn clients_are_named_chosen_merged_and_taken_in() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    story("clients", Look::laptop(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        a_caller_is_named(browser, &demo).await?;
        a_shared_number_learns(browser, &demo).await?;
        two_cards_become_one_and_two_again(browser, &demo).await?;
        a_file_is_taken_in(browser, &demo).await?;
        let field = json!({"name": "Сегмент", "kind": "choice", "choices": ["Розница", "Опт"]});
        demo.api()?.post("/api/v1/client_fields", &field).await?;
        pages_are_for_everybody(browser, &demo).await
    })
    .await?;
    story(
        "clients_on_a_phone",
        Look::phone().dark(),
        async |browser| {
            demo.sign_in(browser, "admin").await?;
            pages_are_for_everybody(browser, &demo).await
        },
    )
    .await
}
