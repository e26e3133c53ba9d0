//! `GET /search/palette`: what the palette shows for what is typed so far; with nothing typed, what was open lately.

use askama::Template;
use axum::response::Response;
use desk::search::Wanted;
use domain::search::{Ask, Said};
use store::Slice;

use super::command::{deeds, pages};
use super::dial;
use super::found::{self, Group};
use super::recent::recent;
use super::said;
use super::show::search_path;
use crate::frame::{Frame, Section};
use crate::pages::draw::page;
use crate::pages::sign_in::here;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// Lines of each kind.
const LINES: i64 = 5;
const AGENTS: usize = 3;
/// Calls in which it was said.
const SAID: i64 = 3;
/// Pages and deeds beside what was found.
const COMMANDS: usize = 4;

#[derive(Template)]
#[template(path = "pages/search/palette.html")]
struct Palette {
    frame: Frame,
    groups: Vec<Group>,
    /// What was meant, when the keyboard was in the other language.
    meant: Option<String>,
    query: String,
    /// Where a deed comes back to.
    here: String,
}

pub(super) async fn palette(visit: Visit) -> Result<Response> {
    let frame = visit.still(Section::Search, "/search").await?;
    let query = visit.query.one("q").trim().to_owned();
    let back = here(visit.query.one("here")).to_owned();
    let (groups, meant) = if query.is_empty() {
        (at_first(&visit, &frame, &back).await, None)
    } else {
        sought(&visit, &frame, &query, &back).await?
    };
    page(&Palette {
        groups: groups
            .into_iter()
            .filter(|group| !group.lines.is_empty())
            .collect(),
        meant,
        query,
        here: back,
        frame,
    })
}

fn group(id: &'static str, title: String, lines: Vec<found::Line>) -> Group {
    Group {
        id,
        title,
        lines,
        all: String::new(),
    }
}

async fn at_first(visit: &Visit, frame: &Frame, back: &str) -> Vec<Group> {
    let t = frame.t;
    let nothing = Ask::default();
    vec![
        group("recent", t.msg_search_recent(), recent(visit, frame).await),
        group("deeds", t.msg_search_deeds(), deeds(frame, &nothing, back)),
        group("pages", t.msg_search_pages(), pages(frame, &nothing)),
    ]
}

async fn sought(
    visit: &Visit,
    frame: &Frame,
    query: &str,
    back: &str,
) -> Result<(Vec<Group>, Option<String>)> {
    let t = frame.t;
    let few = Some(Slice::first(LINES));
    let wanted = Wanted {
        tickets: few,
        clients: few,
        calls: few,
        said: Some(Slice::first(SAID)),
        agents: AGENTS,
    };
    let found = visit.desk.search(&visit.actor, query, wanted).await?;
    let ask = &found.ask;
    let commands = |mut lines: Vec<found::Line>| {
        lines.truncate(COMMANDS);
        lines
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
    let all = |kind: &str, more: bool| {
        if more {
            search_path(query, kind, None)
        } else {
            String::new()
        }
    };
    let groups = vec![
        group(
            "deeds",
            t.msg_search_deeds(),
            commands(deeds(frame, ask, back)),
        ),
        group("pages", t.msg_search_pages(), commands(pages(frame, ask))),
        group(
            "dial",
            t.msg_search_dial(),
            dial::lines(&found, query, visit, frame),
        ),
        Group {
            all: all("clients", found.clients.next.is_some()),
            ..group("clients", t.msg_nav_clients(), clients.collect())
        },
        Group {
            all: all("tickets", found.tickets.next.is_some()),
            ..group("tickets", t.msg_nav_tickets(), tickets.collect())
        },
        Group {
            all: all("calls", found.calls.next.is_some()),
            ..group("calls", t.msg_nav_calls(), calls.collect())
        },
        Group {
            all: all("said", found.said.next.is_some()),
            ..group(
                "said",
                t.msg_said_search(),
                said::lines(&found.said.items, &Said::read(query, None), frame),
            )
        },
        group("agents", t.msg_nav_agents(), agents.collect()),
    ];
    Ok((groups, found.meant))
}
