//! A ticket policy as it is sent.

use desk::channels::{MarkForm, PolicyForm};
use serde::Deserialize;
use utoipa::ToSchema;

/// Which calls make a ticket and where a call goes; what is absent stays, or is as usual in a new channel.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketPolicyChange)]
pub(super) struct SentPolicy {
    /// `every_call` (as usual), `missed`, `answered` or `never`.
    tickets: Option<String>,
    /// `open_ticket` (as usual) or `always_new`.
    attach: Option<String>,
    /// A solved ticket is opened again by a call within so many hours; as usual 72.
    reopen_solved_within_hours: Option<i64>,
    /// Only calls by these numbers of ours need a ticket; empty (as usual): by any.
    virtual_numbers: Option<Vec<String>>,
    /// A talk that was shorter needs no ticket; as usual 0.
    min_talk_seconds: Option<i64>,
    /// Spammers' calls: `spam_ticket` (as usual) or `no_ticket`.
    spammers: Option<String>,
    /// What a ticket gets whose call began outside working hours; all of it anew.
    outside_hours: Option<SentMark>,
}

/// What a ticket gets; what is absent is as usual.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketMark)]
struct SentMark {
    /// `low`, `normal`, `high` or `urgent`.
    priority: Option<String>,
    /// A label.
    tag: Option<String>,
    /// A group's id.
    group_id: Option<String>,
}

impl From<SentPolicy> for PolicyForm {
    fn from(sent: SentPolicy) -> Self {
        Self {
            tickets: sent.tickets,
            attach: sent.attach,
            reopen_solved_within_hours: sent.reopen_solved_within_hours,
            virtual_numbers: sent.virtual_numbers,
            min_talk_seconds: sent.min_talk_seconds,
            spammers: sent.spammers,
            outside_hours: sent.outside_hours.map(|mark| MarkForm {
                priority: mark.priority.unwrap_or_default(),
                tag: mark.tag.unwrap_or_default(),
                group_id: mark.group_id.unwrap_or_default(),
            }),
        }
    }
}
