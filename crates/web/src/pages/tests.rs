//! Pages as people use them: through the router, over both engines.

mod call_bar;
mod calls;
mod change;
mod clients;
mod lists;
mod markup;
mod one_ticket;
mod origins;
mod phone;
mod recordings;
mod rights;
mod ring;
mod said;
mod search;
mod sign_in;
mod team;
mod tickets;
mod wrap_up;

use domain::{Actor, ChannelId};

use super::browser::{Browser, says};
use crate::testing::{Answer, TestWeb, finished, missed, ringing};

/// A number that calls.
const NUMBER: &str = "79162041837";
/// The same as people read it.
const SHOWN: &str = "+7 916 204-18-37";

/// A channel in which a client has rung and an operator, Anna Petrova, has talked.
async fn called(web: &TestWeb<'_>) -> ChannelId {
    let channel = web.test.channel().await;
    let (_, token) = web.test.token(channel).await;
    let anna = web.test.agent("anna", &[channel]).await;
    web.test.telephone(anna.agent, "391001", None).await;
    web.notify(&token, &ringing(1, NUMBER)).await;
    let link = "https://app.uiscom.ru/system/media/talk/1/a/".to_owned();
    web.notify(&token, &finished(1, NUMBER, &[link])).await;
    channel
}

/// A further call that rings.
async fn rings(web: &TestWeb<'_>, channel: ChannelId, session: i64, number: &str) {
    let (_, token) = web.test.token(channel).await;
    web.notify(&token, &ringing(session, number)).await;
}

/// Anna, who may work in this channel, at her browser.
async fn anna<'a>(web: &'a TestWeb<'a>, channel: ChannelId) -> (Actor, Browser<'a>) {
    let actor = web.test.agent("anna", &[channel]).await;
    let browser = Browser::of(web, &actor).await;
    (actor, browser)
}

/// What stands between two texts, from the first on.
fn between<'a>(page: &'a str, before: &str, after: &str) -> &'a str {
    let from = page
        .find(before)
        .unwrap_or_else(|| panic!("no {before} in {page}"))
        + before.len();
    page[from..].split(after).next().unwrap()
}

/// The first call's id, as the list of calls links it.
async fn call_id(browser: &Browser<'_>) -> String {
    let page = browser.read("/calls").await;
    between(&page, "href=\"/calls/call_", "\"").to_owned()
}
