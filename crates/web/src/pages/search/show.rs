//! `GET /search`: what was found, by kind, page by page.

use askama::Template;
use axum::response::Response;
use desk::search::{Sought, Wanted};
use domain::search::Said;
use store::{Cursor, Slice};
use url::form_urlencoded::Serializer;

use super::found::{self, Group};
use super::said::{self, Narrowing, narrowed};
use crate::frame::{Frame, Section};
use crate::pages::draw::page;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// Lines of a kind that is shown alone, and of each when all are.
const LINES: i64 = 50;
const FEW: i64 = 6;
const AGENTS: usize = 50;
/// Calls in which it was said: each has some lines.
const CALLS: i64 = 20;

#[derive(Template)]
#[template(path = "pages/search/show.html")]
struct SearchPage {
    frame: Frame,
    query: String,
    meant: Option<String>,
    /// Name, address, whether it is shown.
    kinds: Vec<(String, String, bool)>,
    groups: Vec<Group>,
    newer: String,
    older: String,
    /// What is beside what was said.
    narrowing: Option<Narrowing>,
    /// A page that ends early because much was looked at in vain.
    looked: bool,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    All,
    Tickets,
    Clients,
    Calls,
    Said,
    Agents,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::All,
        Self::Tickets,
        Self::Clients,
        Self::Calls,
        Self::Said,
        Self::Agents,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Tickets => "tickets",
            Self::Clients => "clients",
            Self::Calls => "calls",
            Self::Said => "said",
            Self::Agents => "agents",
        }
    }

    fn word(self, frame: &Frame) -> String {
        match self {
            Self::All => frame.t.msg_search_all(),
            Self::Tickets => frame.t.msg_nav_tickets(),
            Self::Clients => frame.t.msg_nav_clients(),
            Self::Calls => frame.t.msg_nav_calls(),
            Self::Said => frame.t.msg_said_search(),
            Self::Agents => frame.t.msg_nav_agents(),
        }
    }

    fn wanted(self, after: Option<Cursor>) -> Wanted {
        let whole = Slice {
            after,
            ..Slice::first(LINES)
        };
        let of = |kind| match self {
            Self::All => Some(Slice::first(FEW)),
            this if this == kind => Some(whole),
            Self::Tickets | Self::Clients | Self::Calls | Self::Said | Self::Agents => None,
        };
        Wanted {
            tickets: of(Self::Tickets),
            clients: of(Self::Clients),
            calls: of(Self::Calls),
            // Alone it is narrowed, and asked for by itself.
            said: of(Self::Said).filter(|_| self == Self::All),
            agents: if matches!(self, Self::All | Self::Agents) {
                AGENTS
            } else {
                0
            },
        }
    }
}

/// The address of the page with this search.
pub(super) fn search_path(query: &str, kind: &str, after: Option<&str>) -> String {
    let mut path = Serializer::new(String::new());
    for (name, value) in [
        ("q", query),
        ("kind", kind),
        ("after", after.unwrap_or_default()),
    ] {
        if !value.is_empty() {
            path.append_pair(name, value);
        }
    }
    format!("/search?{}", path.finish())
}

pub(super) async fn show(visit: Visit) -> Result<Response> {
    let mut frame = visit
        .frame(Section::Search, "tickets clients calls")
        .await?;
    let query = visit.query.one("q").trim().to_owned();
    frame.search.clone_from(&query);
    let named = |kind: &Kind| kind.as_str() == visit.query.one("kind");
    let kind = Kind::ALL.into_iter().find(named).unwrap_or(Kind::All);
    let after = visit.query.some("after").and_then(|text| text.parse().ok());
    let found = visit
        .desk
        .search(&visit.actor, &query, kind.wanted(after))
        .await?;
    let mut groups = groups(&found, kind, &query, &frame);
    let mut next_said = None;
    let mut narrowing = None;
    if kind == Kind::Said && !query.is_empty() {
        let slice = Slice {
            after,
            ..Slice::first(CALLS)
        };
        let (page, said, form) = narrowed(&visit, &query, slice, &frame).await?;
        next_said = page.next;
        narrowing = Some(form);
        groups = vec![group(kind, said::lines(&page.items, &said, &frame), &frame)];
        groups.retain(|group| !group.lines.is_empty());
    }
    let next = match kind {
        Kind::Tickets => found.tickets.next,
        Kind::Clients => found.clients.next,
        Kind::Calls => found.calls.next,
        Kind::Said => next_said,
        Kind::All | Kind::Agents => None,
    };
    let next = next.map(|next| next.to_string());
    let shown: usize = groups.iter().map(|group| group.lines.len()).sum();
    page(&SearchPage {
        kinds: kinds(kind, &query, &frame),
        narrowing,
        newer: after
            .map(|_| narrowed_path(&visit, &query, kind, None))
            .unwrap_or_default(),
        looked: kind != Kind::Said
            && next.is_some()
            && i64::try_from(shown).is_ok_and(|shown| shown < LINES),
        older: next
            .map(|next| narrowed_path(&visit, &query, kind, Some(&next)))
            .unwrap_or_default(),
        meant: found.meant,
        groups,
        frame,
        query,
    })
}

/// The same with what narrows what was said.
fn narrowed_path(visit: &Visit, query: &str, kind: Kind, after: Option<&str>) -> String {
    let mut path = search_path(query, kind.as_str(), after);
    let fields = said::FIELDS.into_iter().filter(|_| kind == Kind::Said);
    let mut more = Serializer::new(String::new());
    for (field, value) in fields.filter_map(|field| Some((field, visit.query.some(field)?))) {
        more.append_pair(field, value);
    }
    let more = more.finish();
    if !more.is_empty() {
        path = format!("{path}&{more}");
    }
    path
}

fn group(kind: Kind, lines: Vec<found::Line>, frame: &Frame) -> Group {
    Group {
        id: kind.as_str(),
        title: kind.word(frame),
        lines,
        all: String::new(),
    }
}

fn kinds(shown: Kind, query: &str, frame: &Frame) -> Vec<(String, String, bool)> {
    let tab = |kind: Kind| {
        let path = search_path(query, kind.as_str(), None);
        (kind.word(frame), path, kind == shown)
    };
    Kind::ALL.into_iter().map(tab).collect()
}

fn groups(found: &Sought, shown: Kind, query: &str, frame: &Frame) -> Vec<Group> {
    let ask = &found.ask;
    let group = |kind: Kind, lines: Vec<found::Line>, more: bool| Group {
        id: kind.as_str(),
        title: kind.word(frame),
        lines,
        all: if more && shown == Kind::All {
            search_path(query, kind.as_str(), None)
        } else {
            String::new()
        },
    };
    let clients = found
        .clients
        .items
        .iter()
        .map(|one| found::client(one, ask, frame));
    let tickets = found
        .tickets
        .items
        .iter()
        .map(|one| found::ticket(one, ask, frame));
    let calls = found
        .calls
        .items
        .iter()
        .map(|one| found::call(one, ask, frame));
    let agents = found.agents.iter().map(|one| found::agent(one, ask));
    let all = [
        group(
            Kind::Clients,
            clients.collect(),
            found.clients.next.is_some(),
        ),
        group(
            Kind::Tickets,
            tickets.collect(),
            found.tickets.next.is_some(),
        ),
        group(Kind::Calls, calls.collect(), found.calls.next.is_some()),
        group(
            Kind::Said,
            said::lines(&found.said.items, &Said::read(query, None), frame),
            found.said.next.is_some(),
        ),
        group(Kind::Agents, agents.collect(), false),
    ];
    all.into_iter()
        .filter(|group| !group.lines.is_empty())
        .collect()
}
