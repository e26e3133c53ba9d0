//! Reads a notification out of whatever request it came in.

mod check;
mod coerce;
mod findings;
mod forgiving;
mod form;
mod node;
mod sheet;
mod text;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::token::{find_token, is_placeholder};
use crate::{Event, Finding, Notification};
use node::Node;
use sheet::Sheet;

/// A request as it arrived.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// `POST` or `GET`.
    pub method: &'r str,
    /// What stood after `?`, as it was sent.
    pub query: &'r str,
    /// The header, which decides nothing: the platform's is not to be relied on.
    pub content_type: Option<&'r str>,
    /// The body, byte by byte.
    pub body: &'r [u8],
}

/// What was read out of a [`Request`].
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What it said; `None` when it could not be read at all.
    pub notification: Option<Notification>,
    /// What it is about; `None` when it concerns no call and names no event.
    pub event: Option<Event>,
    /// The channel's token, a secret: neither serialized nor shown by `Debug`.
    #[serde(skip)]
    pub token: Option<String>,
    /// What was stumbled over on the way.
    pub findings: Vec<Finding>,
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading")
            .field("notification", &self.notification)
            .field("event", &self.event)
            .field("token", &self.token.as_ref().map(|_| "…"))
            .field("findings", &self.findings)
            .finish()
    }
}

/// Reads a notification. Never fails and never panics: what cannot be understood becomes a [`Finding`].
///
/// The body is read first and the query completes it; with `GET` the other way round. Whether it is JSON
/// or a form is decided by how it begins. A parameter may stand at any depth; of its values the first
/// that is not nothing counts.
#[must_use]
pub fn read(request: &Request<'_>) -> Reading {
    let mut sheet = Sheet::default();
    let (body, query) = (request.body, request.query.as_bytes());
    let sources = if request.method.eq_ignore_ascii_case("GET") {
        [query, body]
    } else {
        [body, query]
    };
    for (place, source) in sources
        .into_iter()
        .filter(|source| !source.trim_ascii().is_empty())
        .enumerate()
    {
        // A query beside a body is the address's own: it may add, but is no fault.
        text::take_in(source, place == 0, &mut sheet);
    }
    if sources.iter().all(|source| source.trim_ascii().is_empty()) {
        sheet.findings.add(Finding::Empty);
    }
    let event = if sheet.keys > 0 {
        check::check(&mut sheet)
    } else {
        None
    };
    conclude(sheet, event, sources)
}

fn conclude(mut sheet: Sheet, event: Option<Event>, sources: [&[u8]; 2]) -> Reading {
    let token = sheet
        .token
        .take()
        .or_else(|| sources.into_iter().find_map(find_token));
    if token.as_deref().is_some_and(is_placeholder) {
        sheet.findings.add(Finding::TokenPlaceholder);
    }
    Reading {
        notification: (sheet.keys > 0).then_some(sheet.notification),
        event,
        findings: sheet.findings.into_vec(),
        token,
    }
}

/// JSON exactly as the standard has it.
pub(crate) fn exact(text: &str) -> Result<Node, serde_json::Error> {
    serde_json::from_str(text)
}
