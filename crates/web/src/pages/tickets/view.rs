//! Views of the list of tickets: which there are, what each holds, and how an address names one.

use domain::{AgentId, Status};
use locale::Words;
use store::tickets::TicketFilter;
use url::form_urlencoded::Serializer;

use crate::pages::typed::Typed;
use crate::pages::visit::IN_WORK;

/// One view of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// In work.
    All,
    /// In work and mine.
    Mine,
    /// In work and nobody's.
    Free,
    /// Waiting: for the client, or put off.
    Waiting,
    /// Done.
    Solved,
}

impl View {
    /// In their order.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Mine,
        Self::Free,
        Self::Waiting,
        Self::Solved,
    ];

    /// Its name in an address.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Mine => "mine",
            Self::Free => "free",
            Self::Waiting => "waiting",
            Self::Solved => "solved",
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn word(self, t: &Words) -> String {
        match self {
            Self::All => t.msg_view_all(),
            Self::Mine => t.msg_view_mine(),
            Self::Free => t.msg_view_free(),
            Self::Waiting => t.msg_view_waiting(),
            Self::Solved => t.msg_view_solved(),
        }
    }

    /// What is said when there is nothing in it.
    #[must_use]
    pub fn empty(self, t: &Words) -> String {
        match self {
            Self::All => t.msg_view_all_empty(),
            Self::Mine => t.msg_view_mine_empty(),
            Self::Free => t.msg_view_free_empty(),
            Self::Waiting => t.msg_view_waiting_empty(),
            Self::Solved => t.msg_view_solved_empty(),
        }
    }

    /// Whether somebody still has something to do there.
    #[must_use]
    pub fn is_in_work(self) -> bool {
        match self {
            Self::All | Self::Mine | Self::Free | Self::Waiting => true,
            Self::Solved => false,
        }
    }

    /// What it holds for this agent.
    #[must_use]
    pub fn filter(self, me: AgentId) -> TicketFilter {
        let statuses = match self {
            Self::All | Self::Mine | Self::Free => IN_WORK.to_vec(),
            Self::Waiting => vec![Status::Pending, Status::OnHold],
            Self::Solved => vec![Status::Solved, Status::Closed],
        };
        let assignee = match self {
            Self::Mine => Some(Some(me)),
            Self::Free => Some(None),
            Self::All | Self::Waiting | Self::Solved => None,
        };
        TicketFilter {
            statuses,
            assignee,
            ..TicketFilter::default()
        }
    }
}

/// What the list shows: a view or what was searched for, from a place on. Stays in the address while tickets are walked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The view.
    pub view: View,
    /// What was searched for; then the view does not matter.
    pub search: Option<String>,
    /// The cursor of the page.
    pub after: Option<String>,
}

impl Wanted {
    /// Reads an address.
    #[must_use]
    pub fn of(query: &Typed) -> Self {
        let named = |view: &View| view.as_str() == query.one("view");
        Self {
            view: View::ALL.into_iter().find(named).unwrap_or(View::All),
            search: query.some("q").map(str::to_owned),
            after: query.some("after").map(str::to_owned),
        }
    }

    /// The first page of a view.
    #[must_use]
    pub fn view(view: View) -> Self {
        Self {
            view,
            search: None,
            after: None,
        }
    }

    /// The same list from another place on.
    #[must_use]
    pub fn from(&self, after: Option<String>) -> Self {
        Self {
            after,
            ..self.clone()
        }
    }

    /// `?view=mine&after=…`, or "" for the first page of the first view.
    #[must_use]
    pub fn suffix(&self) -> String {
        self.suffix_with(None)
    }

    /// The same with the pane that a narrow screen shows.
    #[must_use]
    pub fn suffix_with(&self, pane: Option<&str>) -> String {
        let mut query = Serializer::new(String::new());
        match (&self.search, self.view) {
            (Some(search), _) => drop(query.append_pair("q", search)),
            (None, View::All) => {}
            (None, view) => drop(query.append_pair("view", view.as_str())),
        }
        for (name, value) in [("after", self.after.as_deref()), ("pane", pane)] {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back() {
        for (text, suffix) in [
            ("", ""),
            ("view=all", ""),
            ("view=mine&after=1.2", "?view=mine&after=1.2"),
            (
                "q=%D0%98%D1%80%D0%B0+1&view=mine",
                "?q=%D0%98%D1%80%D0%B0+1",
            ),
        ] {
            let wanted = Wanted::of(&Typed::read(text.as_bytes()));
            assert_eq!(wanted.suffix(), suffix);
        }
        assert_eq!(
            Wanted::view(View::Free).suffix_with(Some("client")),
            "?view=free&pane=client"
        );
    }
}
