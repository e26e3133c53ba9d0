//! Kinds of notices: what people switch on and off.

use std::str::FromStr;

use domain::Role;

/// A kind of notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Named in a comment.
    Mentioned,
    /// Given a ticket.
    Assigned,
    /// Reminded of a ticket.
    ReminderDue,
    /// A channel went silent; for administrators.
    ChannelSilent,
    /// Somebody waits too long to be called back; for supervisors and administrators.
    CallbackOverdue,
}

impl NoticeKind {
    /// All of them, as they are listed.
    pub const ALL: [Self; 5] = [
        Self::Assigned,
        Self::Mentioned,
        Self::ReminderDue,
        Self::CallbackOverdue,
        Self::ChannelSilent,
    ];

    /// The name in the API and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mentioned => "mentioned",
            Self::Assigned => "assigned",
            Self::ReminderDue => "reminder_due",
            Self::ChannelSilent => "channel_silent",
            Self::CallbackOverdue => "callback_overdue",
        }
    }

    /// Whether somebody in this role is ever told such a thing.
    #[must_use]
    pub fn concerns(self, role: Role) -> bool {
        match self {
            Self::Mentioned | Self::Assigned | Self::ReminderDue => true,
            Self::ChannelSilent => role == Role::Admin,
            Self::CallbackOverdue => match role {
                Role::Admin | Role::Supervisor => true,
                Role::Agent | Role::Internal => false,
            },
        }
    }
}

/// No such kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such kind of notice")]
pub struct UnknownKind;

impl FromStr for NoticeKind {
    type Err = UnknownKind;
    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let all = Self::ALL.into_iter();
        all.into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(UnknownKind)
    }
}
