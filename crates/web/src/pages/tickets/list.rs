//! The list of tickets: views with counts, rows by day, what a search found.

use desk::tickets::TicketView;
use domain::{At, Client, PhoneNumber, State, TicketId};
use store::calls::CallFilter;
use store::clients::ClientFilter;
use store::tickets::TicketFilter;
use store::{Page, Slice};

use super::row::{LiveCalls, Row, row};
use super::view::{View, Wanted};
use crate::frame::Frame;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// Rows on a page.
const ROWS: i64 = 50;
/// Clients that a search shows above the tickets.
const CLIENTS: i64 = 5;
/// Tickets of each of them that it shows.
const OF_A_CLIENT: i64 = 10;

/// The list as it is drawn.
pub struct List {
    /// The views.
    pub views: Vec<ViewLink>,
    /// Its heading.
    pub title: String,
    /// Clients that were found.
    pub clients: Vec<Client>,
    /// Rows by day.
    pub days: Vec<Day>,
    /// The address of the first page, "" when this is it.
    pub newer: String,
    /// The address of the next page, "" when there is none.
    pub older: String,
    /// What is said when there is nothing.
    pub empty: String,
    /// Whether this is what a search found.
    pub searched: bool,
    /// Whether there are no tickets in any view.
    pub untouched: bool,
}

/// A view with its count.
pub struct ViewLink {
    /// Its name.
    pub word: String,
    /// Its address.
    pub path: String,
    /// How many tickets it holds, where that says something.
    pub count: Option<i64>,
    /// Whether it is shown.
    pub here: bool,
}

/// Rows last changed on one day.
pub struct Day {
    /// Its heading.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// The list for a visit; `shown` is the ticket beside it.
pub async fn list(
    visit: &Visit,
    frame: &Frame,
    wanted: &Wanted,
    shown: Option<TicketId>,
) -> Result<List> {
    let slice = Slice {
        after: wanted.after.as_deref().and_then(|text| text.parse().ok()),
        ..Slice::first(ROWS)
    };
    let (clients, page) = match &wanted.search {
        Some(text) => found(visit, text, slice).await?,
        None => {
            let filter = wanted.view.filter(visit.actor.agent);
            (
                Vec::new(),
                visit.desk.tickets(&visit.actor, &filter, slice).await?,
            )
        }
    };
    let (views, untouched) = views(visit, frame, wanted).await?;
    let live = live_calls(visit).await?;
    let older = page
        .next
        .map(|next| format!("/tickets{}", wanted.from(Some(next.to_string())).suffix()));
    Ok(List {
        title: match &wanted.search {
            Some(text) => frame.t.msg_list_found(text.as_str()),
            None => wanted.view.word(frame.t),
        },
        untouched: wanted.search.is_none() && untouched,
        views,
        clients,
        days: days(page.items, frame, wanted, &live, shown),
        empty: wanted.view.empty(frame.t),
        newer: wanted
            .after
            .as_ref()
            .map(|_| format!("/tickets{}", wanted.from(None).suffix()))
            .unwrap_or_default(),
        older: older.unwrap_or_default(),
        searched: wanted.search.is_some(),
    })
}

/// Clients and tickets of a search. A number in any spelling finds its owner; words find tickets by what they are about and by their client.
async fn found(visit: &Visit, text: &str, slice: Slice) -> Result<(Vec<Client>, Page<TicketView>)> {
    let text = text.trim_start_matches(['№', '#']).trim();
    let number = PhoneNumber::parse(text, visit.desk.options().country).ok();
    let by_words = || Some(text.to_owned());
    let clients = ClientFilter {
        text: number.is_none().then(by_words).flatten(),
        number,
    };
    let clients = visit
        .desk
        .clients(&visit.actor, &clients, Slice::first(CLIENTS))
        .await?
        .items;
    let words = TicketFilter {
        text: by_words(),
        ..TicketFilter::default()
    };
    let mut tickets = visit.desk.tickets(&visit.actor, &words, slice).await?;
    if slice.after.is_none() {
        for client in &clients {
            let theirs = TicketFilter {
                client: Some(client.id),
                ..TicketFilter::default()
            };
            let theirs = visit
                .desk
                .tickets(&visit.actor, &theirs, Slice::first(OF_A_CLIENT))
                .await?;
            join(&mut tickets.items, theirs.items);
        }
    }
    Ok((clients, tickets))
}

/// Adds those that are not there yet, in the list's order.
fn join(tickets: &mut Vec<TicketView>, more: Vec<TicketView>) {
    for view in more {
        if !tickets
            .iter()
            .any(|known| known.ticket.id == view.ticket.id)
        {
            tickets.push(view);
        }
    }
    tickets.sort_by_key(|view| std::cmp::Reverse((view.ticket.updated_at, view.ticket.id)));
}

/// The views, and whether there is nothing in any of them.
async fn views(visit: &Visit, frame: &Frame, wanted: &Wanted) -> Result<(Vec<ViewLink>, bool)> {
    let mut untouched = true;
    let mut links = Vec::with_capacity(View::ALL.len());
    for view in View::ALL {
        let count = visit
            .desk
            .count_tickets(&visit.actor, &view.filter(visit.actor.agent))
            .await?;
        untouched &= count == 0;
        links.push(ViewLink {
            word: view.word(frame.t),
            path: format!("/tickets{}", Wanted::view(view).suffix()),
            count: (count > 0 && view.is_in_work()).then_some(count),
            here: wanted.search.is_none() && view == wanted.view,
        });
    }
    Ok((links, untouched))
}

async fn live_calls(visit: &Visit) -> Result<LiveCalls> {
    let mut calls = Vec::new();
    for state in [State::Talking, State::Ringing] {
        let filter = CallFilter {
            state: Some(state),
            ..CallFilter::default()
        };
        calls.extend(
            visit
                .desk
                .calls(&visit.actor, &filter, Slice::first(Slice::MOST))
                .await?
                .items,
        );
    }
    Ok(LiveCalls::of(calls))
}

fn days(
    tickets: Vec<TicketView>,
    frame: &Frame,
    wanted: &Wanted,
    live: &LiveCalls,
    shown: Option<TicketId>,
) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for view in tickets {
        let title = day_of(view.ticket.updated_at, frame);
        let row = row(view, frame, wanted, live, shown);
        match days.last_mut() {
            Some(day) if day.title == title => day.rows.push(row),
            _ => days.push(Day {
                title,
                rows: vec![row],
            }),
        }
    }
    days
}

/// "Today", "Yesterday", "Earlier".
fn day_of(at: At, frame: &Frame) -> String {
    let day = |at: At| at.to_zoned(frame.zone.clone()).date();
    let (then, today) = (day(at), day(frame.now));
    match today {
        today if then >= today => frame.t.msg_list_today(),
        today if today.yesterday().is_ok_and(|yesterday| then == yesterday) => {
            frame.t.msg_list_yesterday()
        }
        _ => frame.t.msg_list_earlier(),
    }
}
