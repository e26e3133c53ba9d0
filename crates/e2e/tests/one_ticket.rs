//! One ticket in two people's hands: a draft that stays, a colleague named by keyboard, a macro, labels, merging, and the way back.

use anyhow::{Context, Result, ensure};
use dozvon_e2e::{Browser, Demo, Look, no_complaint, no_violation, story, until};
use fantoccini::Locator;
use serde_json::{Value, json};

/// Makes a ticket; its number.
async fn made(demo: &Demo, subject: &str) -> Result<i64> {
    let new = json!({ "subject": subject });
    let ticket = demo.api()?.post("/api/v1/tickets", &new).await?;
    ticket["number"]
        .as_i64()
        .context("read the ticket's number")
}

async fn labels(browser: &Browser) -> Result<Vec<String>> {
    browser.texts(".props .label").await
}

/// Types where the focus is, as somebody at a keyboard.
async fn type_in(browser: &Browser, text: &str) -> Result<()> {
    browser.active_element().await?.send_keys(text).await?;
    Ok(())
}

/// The name of whoever is signed in.
async fn my_name(browser: &Browser) -> Result<String> {
    let script = "return document.querySelector('.rail-me b').textContent";
    let name = browser.execute(script, vec![]).await?;
    Ok(name.as_str().context("read who is signed in")?.to_owned())
}

async fn value_of(browser: &Browser, css: &str) -> Result<String> {
    let script = "return document.querySelector(arguments[0])?.value ?? null";
    let value: Value = browser.execute(script, vec![css.into()]).await?;
    Ok(value
        .as_str()
        .with_context(|| format!("find {css}"))?
        .to_owned())
}

#[tokio::test]
async fn two_people_work_in_one_ticket_and_nothing_is_lost() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let first = made(&demo, "Не приехал заказ").await?;
    let second = made(&demo, "Тот же заказ").await?;
    let page = demo.page(&format!("/tickets/{first}"));
    story("one_ticket", Look::laptop(), async |anna| {
        demo.sign_in(anna, "agent").await?;
        anna.open(&page).await?;

        // A draft waits for its writer, in any browser.
        anna.press("#text").await?;
        type_in(anna, "Обещала перезвонить").await?;
        anna.reads(".draft-state", "Черновик сохранён").await?;
        anna.refresh().await?;
        ensure!(value_of(anna, "#text").await? == "Обещала перезвонить");

        story("one_ticket_boss", Look::laptop().dark(), async |boss| {
            demo.sign_in(boss, "supervisor").await?;
            boss.open(&page).await?;
            let (her, his) = (my_name(anna).await?, my_name(boss).await?);
            // Each sees the other, at once.
            anna.reads(".others", &his).await?;
            anna.press("#text").await?;
            type_in(anna, ". @").await?;
            boss.reads(".others", "пишет").await?;
            no_violation(boss).await?;
            // A colleague is named by keyboard.
            let begin: String = his.chars().take(3).collect();
            type_in(anna, &begin).await?;
            anna.reads(".names [aria-selected=true]", &his).await?;
            type_in(anna, "\u{E007}").await?;
            ensure!(
                value_of(anna, "#text")
                    .await?
                    .ends_with(&format!("@{his} "))
            );
            anna.press(".composer button[type=submit]").await?;
            boss.reads(".mention[data-me]", &his).await?;
            boss.reads(".comment-by", &her).await?;
            Ok(())
        })
        .await?;

        // Labels by keys, and taken off one by one.
        anna.press("#timeline").await?;
        type_in(anna, "t").await?;
        until("the field for a label has the focus", async || {
            let focus = "return document.activeElement.id === 'label'";
            Ok((anna.execute(focus, vec![]).await? == json!(true)).then_some(()))
        })
        .await?;
        type_in(anna, "доставка\u{E007}").await?;
        until("the label is there", async || {
            let labels = labels(anna).await?;
            Ok(labels
                .iter()
                .any(|label| label.contains("доставка"))
                .then_some(()))
        })
        .await?;
        no_violation(anna).await?;
        anna.press(".label button").await?;
        until("the label is gone", async || {
            let labels = labels(anna).await?;
            Ok((!labels.iter().any(|label| label.contains("доставка"))).then_some(()))
        })
        .await?;

        // One's own comment goes, and comes back with one key.
        anna.press(".comment-acts > form button").await?;
        anna.reads(".toast", "Комментарий удалён").await?;
        no_violation(anna).await?;
        anna.press("#timeline").await?;
        type_in(anna, "z").await?;
        anna.reads(".comment", "Обещала перезвонить").await?;

        // A macro, made and inserted by a slash.
        anna.open(&demo.page("/settings/macros/new")).await?;
        anna.fill("input[name=name]", "Перезвоним").await?;
        anna.fill(
            "textarea[name=text]",
            "По запросу {{ticket.number}} перезвоним.",
        )
        .await?;
        anna.reads("[data-shown]", "По запросу 214 перезвоним.")
            .await?;
        anna.find(Locator::Css("select[name=status]"))
            .await?
            .select_by_value("pending")
            .await?;
        no_violation(anna).await?;
        anna.press("form[data-preview] button[type=submit]").await?;
        anna.reads(".toast", "Перезвоним").await?;
        anna.open(&page).await?;
        anna.press("#text").await?;
        type_in(anna, "/").await?;
        until("the macros are offered", async || {
            let focus = "return document.activeElement.id === 'macro-find'";
            Ok((anna.execute(focus, vec![]).await? == json!(true)).then_some(()))
        })
        .await?;
        type_in(anna, "Перез\u{E007}").await?;
        until("the macro is in the field", async || {
            Ok(
                (value_of(anna, "#text").await? == format!("По запросу {first} перезвоним."))
                    .then_some(()),
            )
        })
        .await?;
        anna.reads(".composer-deeds", "Ждём клиента").await?;
        anna.press(".composer button[type=submit]").await?;
        until("the macro has set the status", async || {
            Ok((value_of(anna, ".props select[name=status]").await? == "pending").then_some(()))
        })
        .await?;

        // Merged, and parted again.
        anna.press("summary[data-key='#']").await?;
        anna.fill("#into", &second.to_string()).await?;
        anna.press("form[action*='/merge'] button[type=submit]")
            .await?;
        anna.reads(".ticket-title", "Тот же заказ").await?;
        anna.reads(".comment", "Обещала перезвонить").await?;
        anna.reads(".merged", &first.to_string()).await?;
        anna.press(".toast form button").await?;
        anna.reads(".ticket-title", "Не приехал заказ").await?;
        anna.reads(".comment", "Обещала перезвонить").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_ticket_is_worked_on_with_a_phone() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    let number = made(&demo, "Не приехал заказ").await?;
    story("one_ticket_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "agent").await?;
        browser
            .open(&demo.page(&format!("/tickets/{number}")))
            .await?;
        browser.fill("#text", "С телефона").await?;
        browser.press(".composer button[type=submit]").await?;
        browser.reads(".comment", "С телефона").await?;
        no_violation(browser).await?;
        let wide = "return document.documentElement.scrollWidth > innerWidth";
        ensure!(
            browser.execute(wide, vec![]).await? == json!(false),
            "the page is wider than the phone"
        );
        browser.open(&demo.page("/settings/macros/new")).await?;
        no_violation(browser).await?;
        ensure!(
            browser.execute(wide, vec![]).await? == json!(false),
            "the form is wider than the phone"
        );
        no_complaint(browser).await?;
        Ok(())
    })
    .await
}
