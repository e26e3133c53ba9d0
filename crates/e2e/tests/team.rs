//! The team: what somebody is told reaches seven tabs of one browser and is announced once; a second factor is set up and used.

use anyhow::{Context, Result, ensure};
use dozvon_e2e::{Api, Browser, Desk, Look, no_complaint, no_violation, story, until};
use fantoccini::Locator;
use fantoccini::wd::WindowHandle;
use serde_json::json;
use tempfile::TempDir;

const PASSWORD: &str = "длинный пароль";

async fn arrive(browser: &Browser, part: &str) -> Result<()> {
    until(&format!("the page is {part}"), async || {
        let here = browser.current_url().await?;
        Ok(here.as_str().contains(part).then_some(()))
    })
    .await
}

/// The administrator sets the desk up and makes a key; then an agent accepts their invitation in the same browser.
async fn begin(browser: &Browser, desk: &Desk) -> Result<(Api, String)> {
    browser.open(&desk.page("/")).await?;
    arrive(browser, "/setup").await?;
    browser.fill("input[name=name]", "Мария Иванова").await?;
    browser
        .fill("input[name=email]", "maria@example.ru")
        .await?;
    browser.fill("input[name=password]", PASSWORD).await?;
    browser.press("main form button[type=submit]").await?;
    arrive(browser, "/channels").await?;
    browser.open(&desk.page("/settings/profile")).await?;
    browser.fill("input[name=key_name]", "Проверка").await?;
    browser
        .press("form[action='/settings/keys'] button")
        .await?;
    arrive(browser, "/settings/keys/new").await?;
    let shown = browser.texts("code").await?;
    let key = shown.iter().find(|text| text.starts_with("dzk_"));
    let api = desk.api(key.context("find the key on the page")?)?;
    let new = json!({"email": "zoya@example.ru", "name": "Зоя Ким"});
    let invited = api.post("/api/v1/agents", &new).await?;
    let link = invited["invitation_url"]
        .as_str()
        .context("find the link")?;
    let path = link
        .split("/invitations/")
        .nth(1)
        .context("read the link")?;
    browser
        .open(&desk.page(&format!("/invitations/{path}")))
        .await?;
    no_violation(browser).await?;
    browser.fill("input[name=password]", PASSWORD).await?;
    browser.press("main form button[type=submit]").await?;
    arrive(browser, "/tickets").await?;
    let zoya = invited["id"].as_str().context("find her id")?;
    Ok((api, zoya.to_owned()))
}

async fn give(api: &Api, to: &str, subject: &str) -> Result<()> {
    let ticket = json!({"subject": subject, "assignee_id": to});
    api.post("/api/v1/tickets", &ticket).await?;
    Ok(())
}

/// Looks at a tab; all others are out of sight then.
async fn look_at(browser: &Browser, tab: WindowHandle) -> Result<()> {
    browser.switch_to_window(tab).await?;
    browser.devtools("Page.bringToFront", json!({})).await?;
    Ok(())
}

/// Notes what the tab is told while nobody looks at it.
const WATCH: &str = "
    window.announced = [];
    window.Notification = Object.assign(function (title) { announced.push(title); this.close = () => {}; },
        { permission: 'granted', requestPermission: async () => 'granted' });";

/// Waits until every tab counts so many notices in its title; no more than so many announcements are made in all of them.
async fn announced(browser: &Browser, tabs: &[WindowHandle], count: usize) -> Result<()> {
    until(&format!("{count} announcements were made"), async || {
        let mut made = 0;
        let mut counted = 0;
        for tab in tabs {
            browser.switch_to_window(tab.clone()).await?;
            let said = browser
                .execute("return [announced.length + document.querySelectorAll('.told-toast').length, document.title]", vec![])
                .await?;
            made += said[0].as_u64().unwrap_or_default();
            let title = said[1].as_str().unwrap_or_default();
            counted += usize::from(title.starts_with(&format!("({count})")));
        }
        ensure!(
            made <= count as u64,
            "{made} announcements of {count} notices"
        );
        Ok((counted == tabs.len()).then_some(()))
    })
    .await
}

#[tokio::test]
async fn seven_tabs_are_told_and_one_of_them_announces_it() -> Result<()> {
    let folder = TempDir::new()?;
    let desk = Desk::start(folder.path()).await?;
    story("team_tabs", Look::laptop(), async |browser| {
        let (api, zoya) = begin(browser, &desk).await?;
        let mut tabs = vec![browser.window().await?];
        browser.execute(WATCH, vec![]).await?;
        for _ in 1..7 {
            let tab = browser.new_window(true).await?;
            look_at(browser, tab.handle.clone()).await?;
            browser.open(&desk.page("/tickets")).await?;
            browser.execute(WATCH, vec![]).await?;
            tabs.push(tab.handle);
        }
        browser
            .execute("window.neverReloaded = true", vec![])
            .await?;
        give(&api, &zoya, "Где заказ?").await?;
        announced(browser, &tabs, 1).await?;
        browser.reads("#bell", "1").await?;
        browser.reads("main", "Где заказ?").await?;
        let same = browser
            .execute("return window.neverReloaded === true", vec![])
            .await?;
        ensure!(same == json!(true), "the page was loaded anew");
        no_violation(browser).await?;

        // Now no page of ours is in sight.
        let elsewhere = browser.new_window(true).await?;
        look_at(browser, elsewhere.handle).await?;
        give(&api, &zoya, "Вернуть деньги").await?;
        announced(browser, &tabs, 2).await?;

        look_at(browser, tabs[0].clone()).await?;
        browser.press("#bell").await?;
        arrive(browser, "/notices").await?;
        browser.reads(".told", "Вернуть деньги").await?;
        no_violation(browser).await?;
        browser.press(".told a").await?;
        arrive(browser, "/tickets/").await?;
        no_complaint(browser).await?;
        Ok(())
    })
    .await
}

#[expect(
    clippy::disallowed_methods,
    reason = "the browser's desk has no clock of the test"
)]
fn code(secret: &str) -> Result<String> {
    let secret =
        totp_rs::Secret::try_from_base32(secret).map_err(|_| anyhow::anyhow!("read {secret}"))?;
    let authenticator = totp_rs::Builder::new().with_secret(secret).build();
    let authenticator = authenticator.map_err(|_| anyhow::anyhow!("make an authenticator"))?;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    Ok(authenticator.generate(now.as_secs()).to_string())
}

async fn a_second_factor(browser: &Browser, desk: &Desk) -> Result<()> {
    begin(browser, desk).await?;
    for page in [
        "/settings/notices",
        "/settings/hours",
        "/settings/profile",
        "/notices",
    ] {
        browser.open(&desk.page(page)).await?;
        no_violation(browser)
            .await
            .with_context(|| page.to_owned())?;
    }
    browser.open(&desk.page("/settings/second_factor")).await?;
    no_violation(browser).await?;
    let secret = browser.texts("#secret").await?.join("");
    browser.fill("input[name=code]", &code(&secret)?).await?;
    browser.press("form[aria-labelledby=enrol] button").await?;
    arrive(browser, "/settings/second_factor/codes").await?;
    no_violation(browser).await?;
    let codes = browser.texts("#codes").await?.join("");
    let codes: Vec<&str> = codes.split_whitespace().collect();
    ensure!(codes.len() == 10, "{codes:?}");
    browser.refresh().await?;
    browser.shows("уже показаны").await?;

    browser.delete_all_cookies().await?;
    browser.open(&desk.page("/sign_in")).await?;
    browser.fill("input[name=email]", "zoya@example.ru").await?;
    browser.fill("input[name=password]", PASSWORD).await?;
    browser.press("main form button[type=submit]").await?;
    arrive(browser, "/sign_in/code").await?;
    no_violation(browser).await?;
    browser.fill("input[name=code]", "000000").await?;
    browser.press("main form button[type=submit]").await?;
    browser.shows("не подходит").await?;
    no_violation(browser).await?;
    browser.fill("input[name=code]", codes[0]).await?;
    browser.press("main form button[type=submit]").await?;
    arrive(browser, "/tickets").await?;
    browser.find(Locator::Css("#bell")).await?;
    Ok(())
}

#[tokio::test]
async fn a_second_factor_is_set_up_and_asked_for() -> Result<()> {
    let folder = TempDir::new()?;
    let desk = Desk::start(folder.path()).await?;
    story("team_factor", Look::laptop().dark(), async |browser| {
        a_second_factor(browser, &desk).await
    })
    .await
}

#[tokio::test]
async fn a_second_factor_works_on_a_phone() -> Result<()> {
    let folder = TempDir::new()?;
    let desk = Desk::start(folder.path()).await?;
    story("team_phone", Look::phone(), async |browser| {
        a_second_factor(browser, &desk).await
    })
    .await
}
