//! Places of the rail: where a page can be, and who sees which.

use domain::Role;
use locale::Words;

/// A part of the desk that has its entry in the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Tickets, the desk itself.
    Tickets,
    /// Calls.
    Calls,
    /// Who was missed and waits to be called back.
    Missed,
    /// Clients.
    Clients,
    /// Channels; administrators, and supervisors to read.
    Channels,
    /// Extensions; administrators.
    Extensions,
    /// Agents and groups; administrators, and supervisors to read.
    Agents,
    /// Ready texts.
    Macros,
    /// What can come of a call; administrators.
    Outcomes,
    /// One's own profile.
    Profile,
    /// Who changed which setting; administrators.
    Audit,
    /// What one was told: reached by the bell.
    Notices,
    /// What was searched for; it has no entry.
    Search,
}

impl Section {
    /// The daily work, in the rail's order.
    pub const WORK: [Self; 4] = [Self::Tickets, Self::Calls, Self::Missed, Self::Clients];

    /// What somebody in this role may set up, in the rail's order.
    #[must_use]
    pub fn settings(role: Role) -> &'static [Self] {
        match role {
            Role::Admin => &[
                Self::Channels,
                Self::Extensions,
                Self::Agents,
                Self::Audit,
                Self::Macros,
                Self::Outcomes,
                Self::Profile,
            ],
            Role::Supervisor => &[Self::Channels, Self::Agents, Self::Macros, Self::Profile],
            Role::Agent => &[Self::Macros, Self::Profile],
            Role::Internal => &[Self::Profile],
        }
    }

    /// Its address.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Tickets => "/tickets",
            Self::Calls => "/calls",
            Self::Missed => "/missed",
            Self::Clients => "/clients",
            Self::Channels => "/channels",
            Self::Extensions => "/extensions",
            Self::Agents => "/settings/agents",
            Self::Macros => "/settings/macros",
            Self::Outcomes => "/settings/outcomes",
            Self::Profile => "/settings/profile",
            Self::Audit => "/settings/audit",
            Self::Notices => "/notices",
            Self::Search => "/search",
        }
    }

    /// Its icon in the sprite.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Tickets => "inbox",
            Self::Calls => "phone",
            Self::Missed => "phone-missed",
            Self::Clients => "users-round",
            Self::Channels => "cable",
            Self::Extensions => "puzzle",
            Self::Agents => "headset",
            Self::Macros => "zap",
            Self::Outcomes => "tag",
            Self::Profile => "settings",
            Self::Audit => "history",
            Self::Notices => "bell",
            Self::Search => "search",
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self, t: &Words) -> String {
        match self {
            Self::Tickets => t.msg_nav_tickets(),
            Self::Calls => t.msg_nav_calls(),
            Self::Missed => t.msg_nav_missed(),
            Self::Clients => t.msg_nav_clients(),
            Self::Channels => t.msg_nav_channels(),
            Self::Extensions => t.msg_nav_extensions(),
            Self::Agents => t.msg_nav_agents(),
            Self::Macros => t.msg_macros(),
            Self::Outcomes => t.msg_outcomes_title(),
            Self::Profile => t.msg_nav_profile(),
            Self::Audit => t.msg_audit_title(),
            Self::Notices => t.msg_notices_title(),
            Self::Search => t.msg_frame_search(),
        }
    }
}

/// One entry of the rail as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its name.
    pub name: String,
    /// Its address.
    pub path: &'static str,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// What waits there.
    pub count: Option<String>,
    /// `miss` when that is bad news.
    pub kind: &'static str,
    /// Whether the page is there.
    pub here: bool,
}

impl Place {
    pub(super) fn of(section: Section, t: &Words, here: bool) -> Self {
        Self {
            name: section.name(t),
            path: section.path(),
            icon: section.icon(),
            count: None,
            kind: if section == Section::Missed {
                "miss"
            } else {
                ""
            },
            here,
        }
    }
}
