//! `GET /events`: names of what changes, as it changes. Browsers then fetch anew what they show, with their own rights.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::pin::Pin;
use std::time::Duration;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, Sse};
use axum::routing::get;
use desk::presence::Stay;
use domain::Reach;
use futures_util::{Stream, StreamExt, stream};
use serde_json::json;
use store::RING;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at, timeout_at};

use crate::Web;
use crate::problem::Result;
use crate::who::{has_key, whose};

#[cfg(test)]
mod tests;

/// How long changes are gathered into one event.
const BURST: Duration = Duration::from_millis(100);
/// How long what cannot wait is gathered: changes of one transaction come together.
const AT_ONCE: Duration = Duration::from_millis(2);
/// How often a silent stream says that it lives, and whether its listener may still listen is looked up.
const BEAT: Duration = Duration::from_secs(20);
/// After how long a browser that lost the stream comes back.
const RETRY: Duration = Duration::from_secs(2);

/// The one route.
pub fn router() -> Router<Web> {
    Router::new().route("/events", get(listen))
}

type Names = Pin<Box<dyn Stream<Item = Vec<String>> + Send>>;

/// Somebody who listens.
struct Listener {
    web: Web,
    headers: HeaderMap,
    reach: Reach,
    names: Names,
    beat: Interval,
    /// As long as they listen, they are here.
    _stay: Option<Stay>,
}

async fn listen(
    State(web): State<Web>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Sse<impl Stream<Item = std::result::Result<Event, Infallible>>>> {
    // Nobody has touched the browser for a while.
    let idle = query.as_deref() == Some("idle");
    let listener = Listener::new(web, headers, idle).await?;
    // The first bytes open the stream in the browser.
    let hello = Event::default().retry(RETRY).comment("listening");
    let news = stream::unfold(listener, |mut listener| async {
        let event = listener.next().await?;
        Some((event, listener))
    });
    let events = stream::iter([hello]).chain(news).map(Ok);
    Ok(Sse::new(events))
}

impl Listener {
    async fn new(web: Web, headers: HeaderMap, idle: bool) -> Result<Self> {
        let actor = whose(&web.desk, &headers).await?;
        let mut beat = interval_at(Instant::now() + BEAT, BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let names = Box::pin(web.desk.listen(&actor));
        // A program's stream shows nobody at the desk.
        let stay = match has_key(&headers) {
            true => None,
            false => Some(web.desk.arrive(&actor, idle).await),
        };
        Ok(Self {
            names,
            _stay: stay,
            reach: actor.reach,
            web,
            headers,
            beat,
        })
    }

    /// The next thing to say; nothing when the stream ends: the desk stops, or the listener is signed out.
    async fn next(&mut self) -> Option<Event> {
        tokio::select! {
            () = self.web.options.stop.cancelled() => None,
            names = self.names.next() => {
                let topics = self.burst(names?).await;
                Some(Event::default().data(json!({ "topics": topics }).to_string()))
            }
            _ = self.beat.tick() => {
                self.may_go_on().await.then(|| Event::default().comment("still here"))
            }
        }
    }

    /// Whether the listener is still signed in with the same rights. With others they come back and hear of other things.
    async fn may_go_on(&mut self) -> bool {
        let actor = whose(&self.web.desk, &self.headers).await;
        actor.is_ok_and(|actor| actor.reach == self.reach)
    }

    /// What follows at once joins the first: a call changes itself, its ticket and its client. A call that rings is told
    /// with what came before it, and does not wait for what comes after.
    async fn burst(&mut self, first: Vec<String>) -> BTreeSet<String> {
        let mut topics = BTreeSet::from_iter(first);
        let mut until = Instant::now() + patience(&topics);
        while let Ok(Some(names)) = timeout_at(until, self.names.next()).await {
            let cannot_wait = names.iter().any(|name| name == RING);
            topics.extend(names);
            if cannot_wait {
                until = until.min(Instant::now() + AT_ONCE);
            }
        }
        topics
    }
}

fn patience(topics: &BTreeSet<String>) -> Duration {
    match topics.contains(RING) {
        true => AT_ONCE,
        false => BURST,
    }
}
