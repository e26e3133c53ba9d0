//! The list of tickets in a day's work: filters, a view of one's own, many tickets at once, keys, panes.

use anyhow::{Result, ensure};
use dozvon_e2e::{Browser, Demo, Look, fits, no_complaint, no_violation, story, until};
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

/// Presses a key with whatever has the focus.
async fn key(browser: &Browser, key: char) -> Result<()> {
    let press = KeyActions::new("keyboard".to_owned())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    Ok(browser.perform_actions(press).await?)
}

async fn says(browser: &Browser, script: &str, wanted: Value) -> Result<()> {
    until(&format!("{script} is {wanted}"), async || {
        let said = browser.execute(script, vec![]).await?;
        Ok((said == wanted).then_some(()))
    })
    .await
}

/// The subjects of the rows, in their order.
async fn rows(browser: &Browser) -> Result<Vec<String>> {
    browser
        .texts(".row-about > span:not(.mark, .hidden-text)")
        .await
}

async fn make(demo: &Demo, subject: &str, priority: &str, tags: &[&str]) -> Result<()> {
    let new = json!({"subject": subject, "priority": priority, "tags": tags});
    demo.api()?.post("/api/v1/tickets", &new).await?;
    Ok(())
}

#[tokio::test]
async fn a_supervisor_sorts_a_days_tickets() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    for (subject, priority, tags) in [
        ("Перенести доставку", "normal", &["доставка"][..]),
        ("Вернуть деньги", "urgent", &["возврат", "доставка"]),
        ("Выслать чек", "low", &["чек"]),
        ("Заменить накладную", "high", &["доставка"]),
    ] {
        make(&demo, subject, priority, tags).await?;
    }
    story("list", Look::laptop(), async |browser| {
        demo.sign_in(browser, "supervisor").await?;
        browser
            .open(&demo.page("/tickets?view=free&sort=priority"))
            .await?;
        browser.reads(".group", "Срочный").await?;
        ensure!(
            rows(browser).await?[0] == "Вернуть деньги",
            "urgent is not first"
        );
        no_violation(browser).await?;

        // The form narrows, the address says it, a chip takes it away.
        browser.press("#list-filter > summary").await?;
        browser.fill("#filter-tag", "доставка").await?;
        no_violation(browser).await?;
        browser.press(".filter-form button[type=submit]").await?;
        browser.reads(".chip", "доставка").await?;
        ensure!(
            rows(browser).await?.len() == 3,
            "{:?}",
            rows(browser).await?
        );
        let address = browser.current_url().await?;
        ensure!(
            address
                .query()
                .is_some_and(|query| query.contains("tag=") && !query.contains("&q=")),
            "{address}"
        );

        // It is kept as a view, for everybody.
        browser.press(".list-acts a[href^='/views/new']").await?;
        browser.fill("#name", "Доставка").await?;
        browser.press("#shared").await?;
        no_violation(browser).await?;
        browser.press("main form button[type=submit]").await?;
        browser.reads(".views a[aria-current]", "Доставка").await?;
        browser.reads("[data-toast]", "сохранён").await?;

        // Two rows are picked by the keyboard and given away together, and taken back.
        key(browser, 'j').await?;
        key(browser, 'x').await?;
        key(browser, 'j').await?;
        key(browser, 'x').await?;
        browser.reads(".bulk [data-picked]", "2").await?;
        no_violation(browser).await?;
        let assignee = browser
            .find(Locator::Css(".bulk select[name=assignee_id]"))
            .await?;
        assignee.select_by_index(1).await?;
        browser.reads("[data-toast]", "Изменено 2 запроса").await?;
        browser
            .reads(".rail nav a[aria-current] .count", "2")
            .await?;
        says(
            browser,
            "return document.querySelectorAll('.row-pick:checked').length",
            json!(0),
        )
        .await?;
        browser.press("[data-toast] form button").await?;
        browser.reads("[data-toast]", "Отменено").await?;

        // From ticket to ticket in the list one came from, by the keyboard.
        browser.open(&demo.page("/tickets?sort=priority")).await?;
        browser.press("a.row").await?;
        browser.reads("#ticket-h", "Вернуть деньги").await?;
        key(browser, ']').await?;
        browser.reads("#ticket-h", "Заменить накладную").await?;
        key(browser, '[').await?;
        browser.reads("#ticket-h", "Вернуть деньги").await?;
        no_violation(browser).await?;

        // Panes keep their widths, and the list can be put away.
        let grip = "document.querySelector('[data-grip=list]').focus()";
        browser.execute(grip, vec![]).await?;
        key(browser, '\u{e014}').await?;
        says(
            browser,
            "return document.querySelector('main').dataset.list",
            json!("23"),
        )
        .await?;
        browser.refresh().await?;
        says(
            browser,
            "return document.querySelector('main').dataset.list",
            json!("23"),
        )
        .await?;
        browser
            .execute("document.querySelector('[data-fold=list]').click()", vec![])
            .await?;
        says(
            browser,
            "return getComputedStyle(document.querySelector('.list')).visibility",
            json!("hidden"),
        )
        .await?;
        no_violation(browser).await?;
        no_complaint(browser).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_list_fits_a_phone_by_night() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    make(
        &demo,
        "Вернуть деньги за доставку в соседний город",
        "urgent",
        &["возврат", "доставка"],
    )
    .await?;
    story("list_phone", Look::phone().dark(), async |browser| {
        demo.sign_in(browser, "supervisor").await?;
        browser.open(&demo.page("/tickets?tag=возврат")).await?;
        browser.reads(".chip", "возврат").await?;
        let wide = "return document.documentElement.scrollWidth <= innerWidth
            && document.querySelector('.views').getBoundingClientRect().right <= innerWidth
            && [...document.querySelectorAll('.views a')].every(view => view.scrollWidth <= view.clientWidth + 1)";
        says(browser, wide, json!(true)).await?;
        no_violation(browser).await?;
        browser.press(".row-pick").await?;
        browser.reads(".bulk", "Выбрано").await?;
        no_violation(browser).await?;
        browser.open(&demo.page("/views")).await?;
        no_violation(browser).await
    })
    .await
}

/// The row of views: whether it is one, and whether this view of it can be seen where nothing fades.
fn in_sight(view: &str) -> String {
    format!(
        "const row = document.querySelector('.list .views').getBoundingClientRect();
        const tops = new Set([...document.querySelectorAll('.list .views a')].map(view => view.getBoundingClientRect().top));
        const view = document.querySelector('.list .views a{view}').getBoundingClientRect();
        return [tops.size, view.left >= row.left && view.right <= row.right]"
    )
}

#[tokio::test]
async fn the_views_are_one_row_that_goes_to_where_one_is() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    for (name, look) in [
        ("views", Look::laptop()),
        ("views_phone", Look::phone().dark()),
    ] {
        story(name, look, async |browser| {
            demo.sign_in(browser, "agent").await?;
            browser.open(&demo.page("/tickets?view=missed")).await?;
            let more = "return document.querySelector('.list .views').dataset.more";
            says(browser, more, json!("start")).await?;
            says(browser, &in_sight("[aria-current]"), json!([1, true])).await?;
            no_violation(browser).await?;
            // By the keyboard to the other end.
            let focus = "document.querySelector('.list .views a:nth-child(2)').focus()";
            browser.execute(focus, vec![]).await?;
            let shift_tab = KeyActions::new("keyboard".to_owned())
                .then(KeyAction::Down { value: '\u{e008}' })
                .then(KeyAction::Down { value: '\u{e004}' })
                .then(KeyAction::Up { value: '\u{e004}' })
                .then(KeyAction::Up { value: '\u{e008}' });
            browser.perform_actions(shift_tab).await?;
            says(browser, more, json!("end")).await?;
            says(browser, &in_sight(":focus"), json!([1, true])).await?;
            fits(browser).await?;
            browser.open(&demo.page("/calls")).await?;
            let rows = "return new Set([...document.querySelectorAll('.views a')].map(a => a.offsetTop)).size";
            says(browser, rows, json!(1)).await?;
            fits(browser).await
        })
        .await?;
    }
    demo.stop().await?;
    Ok(())
}

#[tokio::test]
async fn no_fresh_page_comes_under_a_form_that_is_on_its_way() -> Result<()> {
    let demo = Demo::start(&[]).await?;
    make(&demo, "Первый", "normal", &[]).await?;
    story("on_its_way", Look::laptop(), async |browser| {
        demo.sign_in(browser, "admin").await?;
        browser.open(&demo.page("/tickets?view=free")).await?;
        browser.reads(".row-about", "Первый").await?;
        // One whose answer does not come.
        let send = "document.querySelector('form.me-languages').dispatchEvent(
            new SubmitEvent('submit', {bubbles: true, cancelable: true}))";
        browser.execute(send, vec![]).await?;
        make(&demo, "Второй", "normal", &[]).await?;
        // It rings later, and that is on the screen.
        let call = json!({"direction": "in", "client_number": "79031234541", "scenario": "missed"});
        demo.sandbox()?.post("/panel/calls", &call).await?;
        browser.reads("#ring", "+7 903 123-45-41").await?;
        ensure!(rows(browser).await? == ["Первый"], "the page was renewed");
        let back = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))";
        browser.execute(back, vec![]).await?;
        browser.reads(".row-about", "Второй").await?;
        no_complaint(browser).await
    })
    .await?;
    demo.stop().await?;
    Ok(())
}
