//! What the reader stumbled over, for an administrator who set the notification up.

mod english;
mod russian;

use serde::{Deserialize, Serialize};

use crate::{Event, How, Lang};

/// How bad a [`Finding`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing, nothing is wrong.
    Note,
    /// The body is not as it should be, yet it was understood.
    Repaired,
    /// Something is lost, or the call cannot be built.
    Fault,
}

/// One thing found while reading a notification. Keeps well as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// Neither a body nor a query.
    Empty,
    /// The body is neither JSON nor a form.
    NotJson {
        /// The line of the body, from 1.
        at_line: usize,
        /// What stands there.
        near: String,
    },
    /// JSON nested deeper than anybody would.
    TooDeep,
    /// The body ends in the middle.
    Truncated {
        /// The last key that came.
        key: String,
    },
    /// JSON was sent the way of a web form.
    FormEncodedJson,
    /// Bytes that are not UTF-8.
    InvalidUtf8,
    /// Something stands after the end of the JSON.
    TextAfterEnd,
    /// The body speaks of several calls; only the first was read.
    SeveralCalls,
    /// The value's quotes came twice: the template has them round the placeholder.
    DoubledQuotes {
        /// The parameter.
        key: String,
    },
    /// The platform left the placeholder as it is.
    Unrendered {
        /// The parameter.
        key: String,
    },
    /// Nothing stands after the colon.
    EmptyValue {
        /// The parameter.
        key: String,
    },
    /// A slip of the pen in the template's JSON.
    Slip {
        /// The parameter at, or after, which it is.
        key: String,
        /// Which.
        slip: Slip,
    },
    /// The platform's own default query lacks `&` after this parameter.
    MissingAmpersand {
        /// The parameter.
        key: String,
    },
    /// A number was expected.
    NumberUnreadable {
        /// The parameter.
        key: String,
        /// What came.
        value: String,
    },
    /// A date and time was expected.
    TimeUnreadable {
        /// The parameter.
        key: String,
        /// What came.
        value: String,
    },
    /// True or false was expected.
    FlagUnreadable {
        /// The parameter.
        key: String,
        /// What came.
        value: String,
    },
    /// The template lacks a parameter that matters for this event.
    MissingField {
        /// The parameter.
        key: String,
    },
    /// There is no `call_session_id`: no call to attach this to.
    MissingSession,
    /// An event that is not about calls, or not known.
    UnknownEvent {
        /// Its mnemonic.
        mnemonic: String,
    },
    /// The event was not named and had to be guessed.
    EventGuessed {
        /// The guess.
        event: Event,
        /// What told it.
        how: How,
    },
    /// The example's words stand where the channel's token should.
    TokenPlaceholder,
}

/// A slip of the pen in JSON written by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slip {
    /// No comma between two parameters.
    MissingComma,
    /// A comma too many.
    ExtraComma,
    /// A quote inside of a text.
    InnerQuote,
    /// A text without its closing quote.
    UnclosedQuote,
    /// A text without quotes.
    NoQuotes,
    /// A line break or another control character inside of a text.
    ControlCharacter,
    /// A backslash that escapes nothing.
    Backslash,
    /// No braces round the whole.
    NoBraces,
    /// No colon after a key.
    NoColon,
}

impl Finding {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Empty
            | Self::NotJson { .. }
            | Self::TooDeep
            | Self::Truncated { .. }
            | Self::SeveralCalls
            | Self::NumberUnreadable { .. }
            | Self::TimeUnreadable { .. }
            | Self::FlagUnreadable { .. }
            | Self::MissingSession
            | Self::TokenPlaceholder => Severity::Fault,
            Self::MissingField { key } if is_derivable(key) => Severity::Repaired,
            Self::MissingField { .. } => Severity::Fault,
            Self::Unrendered { key } if is_never_offered(key) => Severity::Note,
            Self::InvalidUtf8
            | Self::DoubledQuotes { .. }
            | Self::Unrendered { .. }
            | Self::EmptyValue { .. }
            | Self::Slip { .. }
            | Self::MissingAmpersand { .. } => Severity::Repaired,
            Self::EventGuessed {
                how: How::Mnemonic | How::OtherKey,
                ..
            } => Severity::Note,
            Self::EventGuessed { .. } => Severity::Repaired,
            Self::FormEncodedJson | Self::TextAfterEnd | Self::UnknownEvent { .. } => {
                Severity::Note
            }
        }
    }

    /// What was found, in a sentence or two.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => russian::text(self),
            Lang::En => english::text(self),
        }
    }

    /// What to do about it, in the platform's cabinet as a rule.
    #[must_use]
    pub fn fix(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => russian::fix(self),
            Lang::En => english::fix(self),
        }
    }

    /// The parameter it is about, if about one.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Truncated { key }
            | Self::DoubledQuotes { key }
            | Self::Unrendered { key }
            | Self::EmptyValue { key }
            | Self::Slip { key, .. }
            | Self::MissingAmpersand { key }
            | Self::NumberUnreadable { key, .. }
            | Self::TimeUnreadable { key, .. }
            | Self::FlagUnreadable { key, .. }
            | Self::MissingField { key } => Some(key),
            Self::MissingSession => Some("call_session_id"),
            Self::TokenPlaceholder => Some(crate::token::KEY),
            Self::Empty
            | Self::NotJson { .. }
            | Self::TooDeep
            | Self::FormEncodedJson
            | Self::InvalidUtf8
            | Self::TextAfterEnd
            | Self::SeveralCalls
            | Self::UnknownEvent { .. }
            | Self::EventGuessed { .. } => None,
        }
    }
}

/// Whether the ready bodies themselves hold a parameter that its event need not offer: `lost_reason`, which the
/// platform's dictionary lists for the lost call alone, and the extension, which only some events have.
fn is_never_offered(key: &str) -> bool {
    matches!(key, "lost_reason" | "extension_phone_number")
}

/// Whether a missing parameter can be made up for from the others.
fn is_derivable(key: &str) -> bool {
    matches!(
        key,
        "direction" | "start_time" | "is_lost" | "talk_time_duration"
    )
}
