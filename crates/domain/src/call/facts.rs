//! What is known of a call.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Operator;
use crate::{At, Party};

/// What is known of a call from all its notifications together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Which way it goes.
    pub direction: Direction,
    /// How far it is.
    pub state: State,
    /// How it ended; unknown until it has.
    pub outcome: Outcome,
    /// The client's end; absent when no notification told it.
    pub client: Option<Party>,
    /// The client's name in the provider's address book.
    pub client_name: Option<String>,
    /// Our number.
    pub virtual_number: Option<Party>,
    /// «Оператор»: who talked last, else who answered, else whose call it is.
    pub operator: Option<Operator>,
    /// Whether that operator talked with the client or dialled the client.
    pub operator_took_part: bool,
    /// Beginning.
    pub started_at: At,
    /// First pick-up, when there was one.
    pub answered_at: Option<At>,
    /// End of the talk with the client, or of the ringing.
    pub finished_at: Option<At>,
    /// Seconds until the first talk, or until it was given up.
    pub wait_seconds: Option<i64>,
    /// «Продолжительность звонка»: seconds from pick-up to end.
    pub talk_seconds: Option<i64>,
    /// Seconds of the whole.
    pub total_seconds: Option<i64>,
    /// The provider's mnemonic of why it ended.
    pub finish_reason: Option<String>,
    /// Whether it went from one operator to another.
    pub transferred: bool,
    /// Links to recordings at the provider.
    pub recordings: Vec<String>,
    /// Tags set at the provider.
    pub tags: Vec<String>,
    /// The client's mark.
    pub rating: Option<i64>,
    /// What the desk tied the call to.
    pub external_id: Option<String>,
    /// Who took part, in order.
    pub legs: Vec<Leg>,
}

impl Facts {
    /// «Статус»: the client got through, or took the call; nothing until the end is known.
    #[must_use]
    pub fn success(&self) -> Option<bool> {
        match self.outcome {
            Outcome::Talked => Some(true),
            Outcome::Missed | Outcome::Failed => Some(false),
            Outcome::Unknown => None,
        }
    }
}

/// An operator's part in a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leg {
    /// Who.
    pub operator: Operator,
    /// Whether they talked; otherwise it rang there in vain.
    pub talked: bool,
    /// When they began to talk.
    pub answered_at: Option<At>,
}

/// A word that names no direction, state or outcome.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is none of {known}")]
pub struct UnknownName {
    text: String,
    known: &'static str,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $known:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the API.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl FromStr for $name {
            type Err = UnknownName;
            fn from_str(text: &str) -> Result<Self, UnknownName> {
                match text {
                    $($text => Ok(Self::$variant),)*
                    other => Err(UnknownName { text: other.chars().take(40).collect(), known: $known }),
                }
            }
        }
    };
}

words! {
    /// Which way a call goes.
    Direction, "in, out" {
        /// A client calls us.
        In = "in",
        /// We call a client.
        Out = "out",
    }
}

words! {
    /// How far a call is; it only ever goes on.
    State, "ringing, talking, finished" {
        /// Somebody's phone rings.
        Ringing = "ringing",
        /// Both sides talk.
        Talking = "talking",
        /// Over.
        Finished = "finished",
    }
}

words! {
    /// How a call ended.
    Outcome, "talked, missed, failed, unknown" {
        /// The client talked with us.
        Talked = "talked",
        /// The client did not get through.
        Missed = "missed",
        /// We did not reach the client.
        Failed = "failed",
        /// Not over, or its end never came.
        Unknown = "unknown",
    }
}
