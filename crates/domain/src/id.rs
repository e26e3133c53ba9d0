//! Ids: UUIDv7 with a prefix, so that an id of another kind does not parse.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU16, Ordering};

use serde::{Deserialize, Serialize};
use uuid::{NoContext, Timestamp, Uuid};

use crate::At;

/// A text that is not an id of the kind asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an id of the form {prefix}_…")]
pub struct WrongId {
    prefix: &'static str,
    text: String,
}

/// Ids made one after another within a millisecond keep that order by this counter, in the bits that UUIDv7 leaves for it.
static NEXT: AtomicU16 = AtomicU16::new(0);

fn new_v7(now: At) -> Uuid {
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let nanos = u32::try_from(now.subsec_nanosecond()).unwrap_or_default();
    let random = Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, nanos));
    let [high, low] = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    let mut bytes = random.into_bytes();
    bytes[6] = 0x70 | (high & 0x0f);
    bytes[7] = low;
    Uuid::from_bytes(bytes)
}

fn parse(prefix: &'static str, text: &str) -> Result<Uuid, WrongId> {
    text.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .and_then(|hex| Uuid::try_parse(hex).ok())
        .ok_or_else(|| WrongId {
            prefix,
            text: text.chars().take(60).collect(),
        })
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub Uuid);

        impl $name {
            /// The prefix of this kind of id.
            pub const PREFIX: &'static str = $prefix;

            /// A new id that sorts after those made earlier.
            #[must_use]
            pub fn at(now: At) -> Self {
                Self(new_v7(now))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}_{}", $prefix, self.0.simple())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = WrongId;
            fn from_str(text: &str) -> Result<Self, WrongId> {
                parse($prefix, text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = WrongId;
            fn try_from(text: String) -> Result<Self, WrongId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    )*};
}

ids! {
    /// A connected source of requests.
    ChannelId = "chan";
    /// A channel's token.
    TokenId = "tok";
    /// A person who works in the desk.
    AgentId = "agt";
    /// Several agents.
    GroupId = "grp";
    /// A person who calls or is called.
    ClientId = "cl";
    /// A field of clients that administrators have added.
    FieldId = "fld";
    /// Something that moved between clients and can move back.
    MoveId = "mov";
    /// A table of clients on its way in.
    ImportId = "imp";
    /// A request.
    TicketId = "tkt";
    /// One call session.
    CallId = "call";
    /// One recording of a call.
    RecordingId = "rec";
    /// A call that somebody begins from the desk.
    DialId = "dial";
    /// One entry of a ticket's timeline.
    EntryId = "ent";
    /// A ready text.
    MacroId = "mac";
    /// One merging of two tickets.
    MergeId = "mrg";
    /// A caller who was missed.
    MissedId = "miss";
    /// One request of the provider, as it arrived.
    NotificationId = "ntf";
    /// A signed-in browser.
    SessionId = "ses";
    /// A program's key.
    ApiKeyId = "key";
    /// Work to be done later.
    JobId = "job";
    /// Something an agent was told.
    NoticeId = "note";
    /// One change of a setting.
    AuditId = "aud";
    /// Days on which somebody is not at work.
    AbsenceId = "abs";
    /// A list of tickets kept under a name.
    ViewId = "view";
    /// One change of many tickets at once.
    BulkId = "bulk";
    /// A channel's test notifications.
    ChannelTestId = "tst";
    /// A rehearsal of a ticket policy.
    RehearsalId = "reh";
    /// Something an agent has promised in a call.
    PromiseId = "prm";
    /// What can have come of a call.
    OutcomeCodeId = "out";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_text() {
        let id = CallId::at(At::from_second(1_774_704_547).unwrap());
        assert_eq!(id.to_string().parse::<CallId>().unwrap(), id);
        assert!(id.to_string().starts_with("call_"));
    }

    #[test]
    fn an_id_of_another_kind_does_not_parse() {
        let id = TicketId::at(At::from_second(1_774_704_547).unwrap());
        assert!(id.to_string().parse::<CallId>().is_err());
    }

    #[test]
    fn ids_of_one_moment_keep_the_order_they_were_made_in() {
        let made: Vec<EntryId> = (0..100).map(|_| EntryId::at(At::UNIX_EPOCH)).collect();
        assert!(made.is_sorted());
        assert_eq!(made[0].0.get_version_num(), 7);
    }

    #[test]
    fn later_ids_sort_after_earlier_ones() {
        let early = CallId::at(At::from_second(1).unwrap());
        let late = CallId::at(At::from_second(2).unwrap());
        assert!(early < late);
    }
}
