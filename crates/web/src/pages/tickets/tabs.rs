//! The views over the list with their counts, and the counts of the rail.

use desk::tickets::MOST_COUNTED;
use domain::View;
use domain::view::BuiltIn;
use store::tickets::TicketFilter;

use super::view::{Base, Wanted, word};
use crate::frame::Frame;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// A view with its count.
pub struct ViewLink {
    /// Its name.
    pub word: String,
    /// Its address.
    pub path: String,
    /// How many tickets it holds, where that says something: "99+".
    pub count: Option<String>,
    /// `miss` when the count is bad news.
    pub kind: &'static str,
    /// Whether it is shown.
    pub here: bool,
    /// Whether somebody keeps it.
    pub kept: bool,
}

/// The views, and whether there is anything in one that everybody has.
pub async fn views(
    visit: &Visit,
    frame: &Frame,
    wanted: &Wanted,
    kept: &[View],
) -> Result<(Vec<ViewLink>, bool)> {
    let (desk, actor) = (&visit.desk, &visit.actor);
    let built_in =
        BuiltIn::ALL.map(|view| desk.ticket_filter(actor, &view.narrowing(), view.order()));
    let own = kept
        .iter()
        .map(|view| desk.ticket_filter(actor, &view.narrowing, view.order));
    let filters: Vec<TicketFilter> = built_in.into_iter().chain(own).collect();
    let counts = desk.count_lists(actor, &filters).await?;
    let any = counts
        .iter()
        .take(BuiltIn::ALL.len())
        .any(|count| *count > 0);
    let mut counts = counts.into_iter().map(counted);
    let mut links = Vec::with_capacity(filters.len());
    for view in BuiltIn::ALL {
        let count = counts.next().flatten();
        links.push(ViewLink {
            word: word(view, frame.t),
            path: format!("/tickets{}", Wanted::view(view).suffix()),
            count: count.filter(|_| view != BuiltIn::Solved),
            kind: if view == BuiltIn::Missed { "miss" } else { "" },
            here: wanted.base == Base::BuiltIn(view),
            kept: false,
        });
    }
    for view in kept {
        links.push(ViewLink {
            word: view.name.clone(),
            path: format!("/tickets{}", Wanted::kept(view.id).suffix()),
            count: counts.next().flatten(),
            kind: "",
            here: wanted.base == Base::Kept(view.id),
            kept: true,
        });
    }
    Ok((links, any))
}

/// "7", "99+"; nothing says nothing.
fn counted(count: i64) -> Option<String> {
    match count {
        ..=0 => None,
        MOST_COUNTED.. => Some(format!("{}+", MOST_COUNTED - 1)),
        some => Some(some.to_string()),
    }
}

/// What waits for an agent, for the rail: their own tickets in work, and callers to be called back.
pub async fn in_rail(desk: &desk::Desk, actor: &domain::Actor) -> Result<[Option<String>; 2]> {
    let mine = BuiltIn::Mine;
    let mine = desk.ticket_filter(actor, &mine.narrowing(), mine.order());
    let mine = desk.count_lists(actor, &[mine]).await?;
    let missed = desk.count_missed(actor, None).await?;
    Ok([mine.first().copied().and_then(counted), counted(missed)])
}
