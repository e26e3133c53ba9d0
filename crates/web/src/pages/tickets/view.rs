//! What the list of tickets shows, as its address says it: a view, what narrows it further, the order, the place.

use domain::view::BuiltIn;
use domain::{Narrowing, Order, View, ViewId};
use locale::Words;
use url::form_urlencoded::Serializer;

use super::fields;
use crate::frame::{Frame, Section};
use crate::pages::typed::Typed;

/// What the list begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// All tickets that nobody has thrown away: where a search looks.
    Everything,
    /// A view that everybody has.
    BuiltIn(BuiltIn),
    /// A view that somebody keeps.
    Kept(ViewId),
}

/// What the list shows; stays in the address while tickets are walked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What it begins with.
    pub base: Base,
    /// Whether a kept view is shown otherwise than it is kept: then what narrows it stands whole in the address.
    pub edited: bool,
    /// What the address narrows it to.
    pub more: Narrowing,
    /// The order that the address asks for.
    pub order: Option<Order>,
    /// What was searched for.
    pub search: Option<String>,
    /// The cursor of the page.
    pub after: Option<String>,
    /// The place of the ticket that is shown.
    pub at: Option<String>,
}

impl Wanted {
    /// Reads an address.
    #[must_use]
    pub fn of(query: &Typed) -> Self {
        let more = fields::read(query);
        let named = query.one("view");
        let base = match (named.parse(), named.parse()) {
            (Ok(view), _) => Base::BuiltIn(view),
            (_, Ok(id)) => Base::Kept(id),
            _ if more.text.is_some() => Base::Everything,
            _ => Base::BuiltIn(BuiltIn::All),
        };
        let base = match base {
            // "Mine" of somebody else is not mine.
            Base::BuiltIn(BuiltIn::Mine | BuiltIn::Free) if more.whose.is_some() => {
                Base::BuiltIn(BuiltIn::All)
            }
            Base::BuiltIn(BuiltIn::Waiting | BuiltIn::Solved) if !more.statuses.is_empty() => {
                Base::BuiltIn(BuiltIn::All)
            }
            base @ (Base::Everything | Base::BuiltIn(_) | Base::Kept(_)) => base,
        };
        Self {
            edited: matches!(base, Base::Kept(_)) && query.ticked("edited"),
            order: query.one("sort").parse().ok(),
            search: more.text.clone(),
            after: query.some("after").map(str::to_owned),
            at: query.some("at").map(str::to_owned),
            base,
            more,
        }
    }

    /// The first page of a view that everybody has.
    #[must_use]
    pub fn view(view: BuiltIn) -> Self {
        Self {
            base: Base::BuiltIn(view),
            edited: false,
            more: Narrowing::default(),
            order: None,
            search: None,
            after: None,
            at: None,
        }
    }

    /// The first page of a view that somebody keeps.
    #[must_use]
    pub fn kept(id: ViewId) -> Self {
        Self {
            base: Base::Kept(id),
            ..Self::view(BuiltIn::All)
        }
    }

    /// All tickets, narrowed to this.
    #[must_use]
    pub fn everything(more: Narrowing, order: Option<Order>) -> Self {
        Self {
            base: Base::Everything,
            search: more.text.clone(),
            more,
            order,
            ..Self::view(BuiltIn::All)
        }
    }

    /// The kept view that is shown.
    #[must_use]
    pub fn kept_id(&self) -> Option<ViewId> {
        match self.base {
            Base::Kept(id) => Some(id),
            Base::Everything | Base::BuiltIn(_) => None,
        }
    }

    /// What is shown in all, and in which order; `kept` is the view of [`Self::kept_id`].
    #[must_use]
    pub fn whole(&self, kept: Option<&View>) -> (Narrowing, Order) {
        let (base, order) = match (self.base, kept) {
            (Base::Kept(_), Some(view)) if self.edited => (Narrowing::default(), view.order),
            (Base::Kept(_), Some(view)) => (view.narrowing.clone(), view.order),
            (Base::Everything | Base::Kept(_), _) => (Narrowing::default(), Order::Newest),
            (Base::BuiltIn(view), _) => (view.narrowing(), view.order()),
        };
        let order = self.order.unwrap_or(order);
        (fields::over(base, &self.more), order)
    }

    /// What can be seen and taken away: of a kept view all, otherwise what the address adds.
    #[must_use]
    pub fn removable(&self, kept: Option<&View>) -> Narrowing {
        match self.base {
            Base::Kept(_) => self.whole(kept).0,
            Base::Everything | Base::BuiltIn(_) => self.more.clone(),
        }
    }

    /// Whether the address narrows nothing.
    #[must_use]
    pub fn more_is_empty(&self) -> bool {
        self.more == Narrowing::default()
    }

    /// The same list narrowed to this instead, from its beginning.
    #[must_use]
    pub fn narrowed(&self, more: Narrowing) -> Self {
        Self {
            edited: self.kept_id().is_some(),
            search: more.text.clone(),
            more,
            after: None,
            at: None,
            ..self.clone()
        }
    }

    /// The same list in another order, from its beginning.
    #[must_use]
    pub fn sorted(&self, order: Order) -> Self {
        Self {
            order: Some(order),
            after: None,
            at: None,
            ..self.clone()
        }
    }

    /// The same list from another place on.
    #[must_use]
    pub fn from(&self, after: Option<String>) -> Self {
        Self {
            after,
            at: None,
            ..self.clone()
        }
    }

    /// The same list with the ticket at this place.
    #[must_use]
    pub fn at(&self, place: String) -> Self {
        Self {
            at: Some(place),
            ..self.clone()
        }
    }

    /// The name of the list.
    #[must_use]
    pub fn title(&self, t: &Words, kept: Option<&View>) -> String {
        match (self.base, kept) {
            (Base::Kept(_), Some(view)) => view.name.clone(),
            (Base::BuiltIn(view), _) => word(view, t),
            (Base::Everything | Base::Kept(_), _) => match &self.search {
                Some(text) => t.msg_list_found(text.as_str()),
                None => t.msg_nav_tickets(),
            },
        }
    }

    /// Marks in the frame where the page is.
    pub fn mark(&self, frame: &mut Frame) {
        if self.base == Base::BuiltIn(BuiltIn::Missed) {
            frame.section = Section::Missed;
        }
        frame.search = match self.base {
            Base::Everything => self.search.clone().unwrap_or_default(),
            Base::BuiltIn(_) | Base::Kept(_) => String::new(),
        };
    }

    /// `?view=mine&after=…`, or "" for the first page of all open tickets.
    #[must_use]
    pub fn suffix(&self) -> String {
        self.suffix_with(None)
    }

    /// The same with the pane that a narrow screen shows.
    #[must_use]
    pub fn suffix_with(&self, pane: Option<&str>) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.pairs());
        let more = [
            ("after", self.after.as_deref()),
            ("at", self.at.as_deref()),
            ("pane", pane),
        ];
        for (name, value) in more {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        if query.is_empty() {
            query
        } else {
            format!("?{query}")
        }
    }

    /// The list's own fields, without a place in it.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        match self.base {
            Base::Everything | Base::BuiltIn(BuiltIn::All) => {}
            Base::BuiltIn(view) => pairs.push(("view", view.as_str().to_owned())),
            Base::Kept(id) => pairs.push(("view", id.to_string())),
        }
        if self.base == Base::BuiltIn(BuiltIn::All) && self.more.text.is_some() {
            pairs.push(("view", BuiltIn::All.as_str().to_owned()));
        }
        if self.edited {
            pairs.push(("edited", "1".to_owned()));
        }
        pairs.extend(fields::pairs(&self.more));
        pairs.extend(self.order.map(|order| ("sort", order.as_str().to_owned())));
        pairs
    }
}

/// A view's name for people.
#[must_use]
pub fn word(view: BuiltIn, t: &Words) -> String {
    match view {
        BuiltIn::Mine => t.msg_view_mine(),
        BuiltIn::Free => t.msg_view_free(),
        BuiltIn::All => t.msg_view_all(),
        BuiltIn::Waiting => t.msg_view_waiting(),
        BuiltIn::Solved => t.msg_view_solved(),
        BuiltIn::Missed => t.msg_view_missed(),
    }
}

/// What is said when there is nothing in it.
#[must_use]
pub fn empty(view: BuiltIn, t: &Words) -> String {
    match view {
        BuiltIn::Mine => t.msg_view_mine_empty(),
        BuiltIn::Free => t.msg_view_free_empty(),
        BuiltIn::All => t.msg_view_all_empty(),
        BuiltIn::Waiting => t.msg_view_waiting_empty(),
        BuiltIn::Solved => t.msg_view_solved_empty(),
        BuiltIn::Missed => t.msg_view_missed_empty(),
    }
}

#[cfg(test)]
mod tests;
