//! `GET /`: the page where a person can dial and see what is told about the call.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use super::words::{Language, ScriptWords};
use crate::account::{
    API_COMPONENTS, NAME, NUMBERS, OPERATORS, Operator, STATUSES, Status, VirtualNumber,
};
use crate::call::Event;
use crate::clients::Client;
use crate::exchange::{Duty, Exchange};
use crate::faults::{Faults, Trouble};
use crate::scenario::Scenario;
use crate::settings::{Method, Notifications};
use crate::sounds::Sound;

/// The events that a desk needs; the others are folded away.
const NEEDED: [Event; 4] = [
    Event::InCallSession,
    Event::OutCallSession,
    Event::TalkStarted,
    Event::CallSessionFinished,
];

#[derive(Deserialize)]
pub(super) struct Asked {
    lang: Option<String>,
}

/// A notification's template in the form.
struct Pasted {
    mnemonic: &'static str,
    name: &'static str,
    text: String,
}

#[derive(Template)]
#[template(path = "panel.html")]
struct Page<'a> {
    language: Language,
    words: String,
    account: &'static str,
    api_key: &'a str,
    operators: &'static [Operator],
    numbers: &'static [VirtualNumber],
    clients: &'a [Client],
    scenarios: [Scenario; 12],
    sounds: [Sound; 3],
    faults: Faults,
    troubles: [Trouble; 9],
    components: [&'static str; 5],
    statuses: [Status; 7],
    duties: Vec<(Operator, Duty)>,
    address: String,
    is_get: bool,
    content_type: String,
    needed: Vec<Pasted>,
    others: Vec<Pasted>,
}

impl Page<'_> {
    fn t(&self, russian: &'static str, english: &'static str) -> &'static str {
        self.language.pick(russian, english)
    }
}

pub(super) async fn show(
    State(exchange): State<Arc<Exchange>>,
    Query(asked): Query<Asked>,
) -> Response {
    let language = Language::asked(asked.lang.as_deref());
    let notifications = exchange.notifications();
    let (needed, others) = Event::ALL
        .into_iter()
        .partition(|event| NEEDED.contains(event));
    let page = Page {
        language,
        words: serde_json::to_string(&ScriptWords::of(language)).unwrap_or_default(),
        account: NAME,
        api_key: &exchange.api_key,
        operators: &OPERATORS,
        numbers: &NUMBERS,
        clients: &exchange.clients,
        scenarios: Scenario::ALL,
        sounds: Sound::ALL,
        faults: exchange.faults(),
        troubles: Trouble::ALL,
        components: API_COMPONENTS,
        statuses: STATUSES,
        duties: OPERATORS
            .iter()
            .map(|it| (*it, exchange.duty(it.id)))
            .collect(),
        needed: pasted(needed, &notifications),
        others: pasted(others, &notifications),
        is_get: notifications.method == Method::Get,
        content_type: notifications.content_type.unwrap_or_default(),
        address: notifications.address,
    };
    match page.render() {
        Ok(text) => Html(text).into_response(),
        Err(problem) => (StatusCode::INTERNAL_SERVER_ERROR, problem.to_string()).into_response(),
    }
}

fn pasted(events: Vec<Event>, notifications: &Notifications) -> Vec<Pasted> {
    let text = |event: Event| {
        notifications
            .templates
            .get(event.mnemonic())
            .cloned()
            .unwrap_or_default()
    };
    let one = |event: Event| Pasted {
        mnemonic: event.mnemonic(),
        name: event.name(),
        text: text(event),
    };
    events.into_iter().map(one).collect()
}
