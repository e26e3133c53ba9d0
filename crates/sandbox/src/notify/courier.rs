//! The courier of one call: carries its notifications one after the other and never holds the call up.

use std::sync::Arc;
use std::time::Duration;

use reqwest::{Url, header};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::{Instant, sleep};

use super::delivery::{Delivery, Outcome};
use super::moment::Moment;
use super::template::{Writing, fill};
use crate::call::{Call, Event, Occasion};
use crate::chance::Chance;
use crate::clock;
use crate::exchange::Exchange;
use crate::settings::{Method, Notifications};

/// Attempts at a receiver that does not answer or answers 5xx. What the platform does is not known; this is our choice.
const ATTEMPTS: u32 = 3;
/// The pause before the second attempt; the third waits twice as long.
const PAUSE: Duration = Duration::from_millis(700);
/// How much of an answer is kept for the panel.
const SHOWN_ANSWER: usize = 500;

/// A notification ready to be sent.
#[derive(Debug)]
struct Parcel {
    session: i64,
    event: Event,
    to: Notifications,
    text: String,
}

/// Where a call hands in its notifications.
#[derive(Clone, Debug)]
pub(crate) struct Courier(UnboundedSender<Parcel>);

impl Courier {
    pub(crate) fn hire(exchange: &Arc<Exchange>) -> Self {
        let (parcels, handed_in) = unbounded_channel();
        exchange.tasks.spawn(carry(Arc::clone(exchange), handed_in));
        Self(parcels)
    }

    /// Fills in the event's template, if there is one, and sends it when its turn comes.
    pub(crate) fn tell(&self, exchange: &Exchange, call: &Call, occasion: &Occasion) {
        let to = exchange.notifications();
        let Some(template) = to.template(occasion.event) else {
            return;
        };
        let writing = match to.method {
            Method::Post => Writing::Body,
            Method::Get if exchange.faults().bare_get => Writing::BareQuery,
            Method::Get => Writing::Query,
        };
        let moment = Moment {
            call,
            occasion,
            public_url: &exchange.public_url(),
            tag_name: &|tag| exchange.tag_name(tag),
        };
        let text = fill(template, writing, |name| moment.value(name));
        let parcel = Parcel {
            session: call.session,
            event: occasion.event,
            text,
            to,
        };
        if self.0.send(parcel).is_err() {
            tracing::warn!(
                session = call.session,
                event = occasion.event.mnemonic(),
                "nobody carries this notification"
            );
        }
    }
}

async fn carry(exchange: Arc<Exchange>, mut handed_in: UnboundedReceiver<Parcel>) {
    let mut held: Option<Parcel> = None;
    let mut chance: Option<Chance> = None;
    while let Some(parcel) = handed_in.recv().await {
        let seed = exchange.seed.wrapping_add(1);
        let chance = chance.get_or_insert_with(|| Chance::of(seed, parcel.session.unsigned_abs()));
        if exchange.faults().reorder && held.is_none() {
            held = Some(parcel);
            continue;
        }
        for parcel in [Some(parcel), held.take()].into_iter().flatten() {
            deliver(&exchange, &parcel, chance).await;
        }
    }
    if let (Some(parcel), Some(chance)) = (held, chance.as_mut()) {
        deliver(&exchange, &parcel, chance).await;
    }
}

async fn deliver(exchange: &Exchange, parcel: &Parcel, chance: &mut Chance) {
    let faults = exchange.faults();
    if chance.happens(faults.drop) {
        exchange
            .board()
            .note(parcel.delivery(Outcome::Dropped, 1, false));
        return;
    }
    let twice = chance.happens(faults.duplicate);
    for duplicate in [false, true].into_iter().take(if twice { 2 } else { 1 }) {
        tokio::select! {
            () = exchange.stop.cancelled() => return,
            () = insist(exchange, parcel, duplicate, Duration::from_millis(faults.delay_ms)) => {}
        }
    }
}

async fn insist(exchange: &Exchange, parcel: &Parcel, duplicate: bool, delay: Duration) {
    sleep(delay).await;
    for attempt in 1..=ATTEMPTS {
        let delivery = send(&exchange.http, parcel, attempt, duplicate).await;
        let accepted = delivery.status.is_some_and(|status| status < 500);
        exchange.board().note(delivery);
        if accepted {
            return;
        }
        if attempt < ATTEMPTS {
            sleep(PAUSE * attempt).await;
        }
    }
}

async fn send(http: &reqwest::Client, parcel: &Parcel, attempt: u32, duplicate: bool) -> Delivery {
    let began = Instant::now();
    let answer = match parcel.request(http) {
        Ok(request) => request.send().await,
        Err(problem) => {
            let error = Some(problem);
            return Delivery {
                error,
                ..parcel.delivery(Outcome::Failed, attempt, duplicate)
            };
        }
    };
    let mut delivery = match answer {
        Ok(answer) => {
            let status = Some(answer.status().as_u16());
            let text: String = answer
                .text()
                .await
                .unwrap_or_default()
                .chars()
                .take(SHOWN_ANSWER)
                .collect();
            Delivery {
                status,
                answer: Some(text),
                ..parcel.delivery(Outcome::Answered, attempt, duplicate)
            }
        }
        Err(problem) => {
            let error = Some(if problem.is_timeout() {
                "no answer in time".to_owned()
            } else {
                reason(&problem)
            });
            Delivery {
                error,
                ..parcel.delivery(Outcome::Failed, attempt, duplicate)
            }
        }
    };
    delivery.ms = began.elapsed().as_millis() as u64;
    delivery
}

/// The innermost cause: that is what a person can act on.
fn reason(problem: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = problem;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

impl Parcel {
    fn request(&self, http: &reqwest::Client) -> Result<reqwest::RequestBuilder, String> {
        let mut address = Url::parse(&self.to.address).map_err(|problem| problem.to_string())?;
        match self.to.method {
            Method::Post => {
                let kind = self
                    .to
                    .content_type
                    .as_deref()
                    .unwrap_or("application/json");
                Ok(http
                    .post(address)
                    .header(header::CONTENT_TYPE, kind)
                    .body(self.text.clone()))
            }
            Method::Get => {
                let query = address
                    .query()
                    .map_or_else(|| self.text.clone(), |own| format!("{own}&{}", self.text));
                address.set_query(Some(&query));
                Ok(http.get(address))
            }
        }
    }

    fn delivery(&self, outcome: Outcome, attempt: u32, duplicate: bool) -> Delivery {
        Delivery {
            id: 0,
            call_session_id: self.session,
            notification_mnemonic: self.event.mnemonic(),
            outcome,
            status: None,
            error: None,
            ms: 0,
            attempt,
            duplicate,
            at: clock::now(),
            sent: self.text.clone(),
            answer: None,
        }
    }
}
