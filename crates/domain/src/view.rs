//! Views of the list of tickets: what it is narrowed to, in which order, under which name.

use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{AgentId, At, ChannelId, ClientId, GroupId, Priority, Status, ViewId};

/// What a list of tickets is narrowed to, as a person says it: "mine" stays "mine" whoever looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Narrowing {
    /// Any of these; empty: all but thrown away ones.
    pub statuses: Vec<Status>,
    /// Whose work.
    pub whose: Option<Whose>,
    /// Which group's.
    pub group: Option<GroupId>,
    /// From which channel.
    pub channel: Option<ChannelId>,
    /// With all of these labels.
    pub tags: Vec<String>,
    /// Any of these; empty: all.
    pub priorities: Vec<Priority>,
    /// Whose request.
    pub client: Option<ClientId>,
    /// Made on this day or later.
    pub from: Option<Date>,
    /// Made on this day or earlier.
    pub to: Option<Date>,
    /// Words in the subject, a label or the number.
    pub text: Option<String>,
    /// Only those whose client called, was missed and has not been talked to since.
    pub missed: bool,
}

/// Whose work a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// Of whoever looks.
    Me,
    /// Nobody's.
    Nobody,
    /// This agent's.
    Agent(AgentId),
}

/// In which order a list stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The latest changed first.
    #[default]
    Newest,
    /// Who has waited longest to be called back first, then what was left longest.
    Waiting,
    /// The most urgent first.
    Priority,
}

impl Order {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Newest, Self::Waiting, Self::Priority];

    /// Its name in an address and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Waiting => "waiting",
            Self::Priority => "priority",
        }
    }
}

/// A name that is no order.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an order: use newest, waiting or priority")]
pub struct UnknownOrder(String);

impl FromStr for Order {
    type Err = UnknownOrder;
    fn from_str(text: &str) -> Result<Self, UnknownOrder> {
        Self::ALL
            .into_iter()
            .find(|order| order.as_str() == text)
            .ok_or_else(|| UnknownOrder(text.chars().take(40).collect()))
    }
}

/// A view that everybody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BuiltIn {
    /// In work and mine.
    Mine,
    /// In work and nobody's.
    Free,
    /// In work.
    All,
    /// Waiting: for the client, or put off.
    Waiting,
    /// Done.
    Solved,
    /// In work, and the client was missed and not talked to since.
    Missed,
}

impl BuiltIn {
    /// In their order.
    pub const ALL: [Self; 6] = [
        Self::Mine,
        Self::Free,
        Self::All,
        Self::Waiting,
        Self::Solved,
        Self::Missed,
    ];

    /// Its name in an address and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Free => "free",
            Self::All => "all",
            Self::Waiting => "waiting",
            Self::Solved => "solved",
            Self::Missed => "missed",
        }
    }

    /// What it holds.
    #[must_use]
    pub fn narrowing(self) -> Narrowing {
        let in_work = || Status::IN_WORK.to_vec();
        let (statuses, whose) = match self {
            Self::All | Self::Missed => (in_work(), None),
            Self::Mine => (in_work(), Some(Whose::Me)),
            Self::Free => (in_work(), Some(Whose::Nobody)),
            Self::Waiting => (vec![Status::Pending, Status::OnHold], None),
            Self::Solved => (vec![Status::Solved, Status::Closed], None),
        };
        Narrowing {
            statuses,
            whose,
            missed: self == Self::Missed,
            ..Narrowing::default()
        }
    }

    /// In which order it stands unless one asks for another.
    #[must_use]
    pub fn order(self) -> Order {
        match self {
            Self::Missed => Order::Waiting,
            Self::Mine | Self::Free | Self::All | Self::Waiting | Self::Solved => Order::Newest,
        }
    }
}

/// A name that is no view.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a view: use mine, free, all, waiting, solved, missed or a view's id")]
pub struct UnknownView(String);

impl FromStr for BuiltIn {
    type Err = UnknownView;
    fn from_str(text: &str) -> Result<Self, UnknownView> {
        Self::ALL
            .into_iter()
            .find(|view| view.as_str() == text)
            .ok_or_else(|| UnknownView(text.chars().take(40).collect()))
    }
}

/// A list that somebody keeps under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its id.
    pub id: ViewId,
    /// Whose it is.
    pub owner: AgentId,
    /// What they call it.
    pub name: String,
    /// Whether everybody has it.
    pub shared: bool,
    /// What it is narrowed to.
    pub narrowing: Narrowing,
    /// In which order.
    pub order: Order,
    /// Where it stands among its owner's.
    pub place: i64,
    /// Grows with each change.
    pub version: i64,
    /// Since when.
    pub created_at: At,
    /// The last change.
    pub updated_at: At,
    /// Since when it is thrown away.
    pub deleted_at: Option<At>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_reads_back_from_its_name() {
        for order in Order::ALL {
            assert_eq!(order.as_str().parse(), Ok(order));
        }
        assert!("oldest".parse::<Order>().is_err());
    }

    #[test]
    fn a_view_that_everybody_has_reads_back_from_its_name() {
        for view in BuiltIn::ALL {
            assert_eq!(view.as_str().parse(), Ok(view));
        }
        assert!("view_1".parse::<BuiltIn>().is_err());
        assert!(BuiltIn::Missed.narrowing().missed);
    }

    #[test]
    fn a_narrowing_kept_before_it_grew_still_reads() {
        let kept: Narrowing = serde_json::from_str(r#"{"whose":"me","tags":["чек"]}"#).unwrap();
        assert_eq!(kept.whose, Some(Whose::Me));
        assert_eq!(kept.statuses, []);
        let whole = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<Narrowing>(&whole).unwrap(), kept);
    }
}
