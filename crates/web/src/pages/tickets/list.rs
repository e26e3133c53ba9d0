//! The list of tickets: views with counts, what narrows it, rows in groups, what a search found.

use desk::tickets::Listed;
use desk::views::may_change_view;
use domain::{At, Client, Narrowing, Order, TicketId};
use store::tickets::{Neighbour, TicketFilter};
use store::{Cursor, Slice};

use super::chips::{Chip, chips};
use super::found::found;
use super::narrow::{Names, Panel, orders, panel};
use super::picked::{Picked, picked};
use super::row::{LiveCalls, Row, row};
use super::tabs::{ViewLink, views};
use super::view::{Base, Wanted, empty};
use crate::frame::Frame;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// Rows on a page.
const ROWS: i64 = 50;

/// The list as it is drawn.
pub struct List {
    /// The views: those that everybody has, then those that are kept.
    pub views: Vec<ViewLink>,
    /// Its heading.
    pub title: String,
    /// What narrows it.
    pub chips: Vec<Chip>,
    /// The same list without any of that, "" when nothing narrows it.
    pub reset: String,
    /// Where it can be kept as a view, with what narrows it.
    pub keep: String,
    /// Where a kept view is brought up to what is shown, and its version; for those who may.
    pub rewrite: Option<(String, i64)>,
    /// All that narrows it, as fields.
    pub whole: Vec<(&'static str, String)>,
    /// The form that narrows it.
    pub panel: Panel,
    /// The orders.
    pub orders: Vec<(String, String, bool)>,
    /// What is done with rows that are picked; nobody's who may change nothing.
    pub picked: Option<Picked>,
    /// Clients that were found.
    pub clients: Vec<Client>,
    /// Rows in groups.
    pub groups: Vec<Group>,
    /// The address of the first page, "" when this is it.
    pub newer: String,
    /// The address of the next page, "" when there is none.
    pub older: String,
    /// The ticket before the one shown, "" when there is none.
    pub before: String,
    /// The ticket after it.
    pub next: String,
    /// What is said when there is nothing.
    pub empty: String,
    /// Whether there are no tickets in any view.
    pub untouched: bool,
}

/// Rows under one heading.
pub struct Group {
    /// The heading.
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
    let all = visit.desk.views(&visit.actor).await?;
    let kept = wanted.kept_id();
    let kept = kept.and_then(|id| all.iter().find(|view| view.id == id));
    let (narrowing, order) = wanted.whole(kept);
    let filter = visit.desk.ticket_filter(&visit.actor, &narrowing, order);
    let slice = Slice {
        after: wanted.after.as_deref().and_then(|text| text.parse().ok()),
        ..Slice::first(ROWS)
    };
    let (clients, page) = match (&wanted.search, wanted.base) {
        (Some(text), Base::Everything) => found(visit, text, &filter, slice).await?,
        _ => (
            Vec::new(),
            visit.desk.ticket_list(&visit.actor, &filter, slice).await?,
        ),
    };
    let names = Names::of(visit).await?;
    let (views, any) = views(visit, frame, wanted, &all).await?;
    let live = LiveCalls::of(visit.desk.live_calls(&visit.actor).await?);
    let (before, next) = beside(visit, wanted, &filter, shown).await?;
    let address = |wanted: &Wanted| format!("/tickets{}", wanted.suffix());
    let chips = chips(visit, frame, wanted, kept, &names).await?;
    let older = page.next.map(|next| wanted.from(Some(next.to_string())));
    let plain = Wanted {
        edited: false,
        ..wanted.narrowed(Narrowing::default())
    };
    let whole = Wanted::everything(narrowing.clone(), Some(order));
    Ok(List {
        title: wanted.title(frame.t, kept),
        reset: if wanted.more_is_empty() && !wanted.edited {
            String::new()
        } else {
            address(&plain)
        },
        keep: format!("/views/new{}", whole.suffix()),
        rewrite: kept
            .filter(|view| may_change_view(&visit.actor, view))
            .filter(|view| view.narrowing != narrowing || view.order != order)
            .map(|view| (format!("/views/{}/narrowing", view.id), view.version)),
        whole: whole.pairs(),
        panel: panel(visit, frame, wanted, kept, &names),
        orders: orders(wanted, order, frame.t),
        picked: picked(visit, frame, wanted, &names),
        untouched: !any && page.items.is_empty() && wanted.more_is_empty(),
        groups: groups(page.items, frame, wanted, &live, order, shown),
        empty: said_empty(wanted, frame),
        newer: wanted
            .after
            .as_ref()
            .map(|_| address(&wanted.from(None)))
            .unwrap_or_default(),
        older: older.map(|older| address(&older)).unwrap_or_default(),
        views,
        chips,
        clients,
        before,
        next,
    })
}

fn said_empty(wanted: &Wanted, frame: &Frame) -> String {
    match wanted.base {
        Base::BuiltIn(view) if wanted.more_is_empty() => empty(view, frame.t),
        Base::Everything => frame.t.msg_list_nothing_found(),
        Base::BuiltIn(_) | Base::Kept(_) => frame.t.msg_list_nothing_fits(),
    }
}

/// Addresses of the tickets before and after the one shown.
async fn beside(
    visit: &Visit,
    wanted: &Wanted,
    filter: &TicketFilter,
    shown: Option<TicketId>,
) -> Result<(String, String)> {
    let place: Option<Cursor> = wanted.at.as_deref().and_then(|at| at.parse().ok());
    let Some(place) = place.filter(|_| shown.is_some()) else {
        return Ok((String::new(), String::new()));
    };
    let mut paths = [String::new(), String::new()];
    for (path, which) in paths.iter_mut().zip([Neighbour::Before, Neighbour::After]) {
        let beside = visit
            .desk
            .ticket_beside(&visit.actor, filter, place, which)
            .await?;
        if let Some((number, at)) = beside {
            let there = wanted.at(at.to_string());
            *path = format!("/tickets/{number}{}", there.suffix());
        }
    }
    let [before, next] = paths;
    Ok((before, next))
}

fn groups(
    tickets: Vec<Listed>,
    frame: &Frame,
    wanted: &Wanted,
    live: &LiveCalls,
    order: Order,
    shown: Option<TicketId>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for listed in tickets {
        let title = heading(&listed, frame, order);
        let row = row(listed, frame, wanted, live, shown);
        match groups.last_mut() {
            Some(group) if group.title == title => group.rows.push(row),
            _ => groups.push(Group {
                title,
                rows: vec![row],
            }),
        }
    }
    groups
}

/// Under which heading a row stands.
fn heading(listed: &Listed, frame: &Frame, order: Order) -> String {
    let ticket = &listed.view.ticket;
    match order {
        Order::Newest => day_of(ticket.updated_at, frame),
        Order::Waiting if listed.standing.waiting_since.is_some() => frame.t.msg_list_call_back(),
        Order::Waiting => frame.t.msg_list_others(),
        Order::Priority => desk::words::priority_name(ticket.priority, frame.language),
    }
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
