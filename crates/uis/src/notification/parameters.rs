//! One table of parameters makes the struct, the list of names and the slots the reader fills.

use serde_json::Number;

use crate::LocalTime;

/// The type of a parameter's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A whole number: an id, a count, seconds.
    Number,
    /// A fraction, kept as written.
    Fraction,
    /// Text, phone numbers included.
    Text,
    /// True or false.
    Flag,
    /// A date and time of the account.
    Time,
    /// A list of whole numbers.
    Numbers,
    /// A list of texts.
    Texts,
}

/// The place where a parameter's value belongs.
pub(crate) enum Slot<'n> {
    Number(&'n mut Option<i64>),
    Fraction(&'n mut Option<Number>),
    Text(&'n mut Option<String>),
    Flag(&'n mut Option<bool>),
    Time(&'n mut Option<LocalTime>),
    Numbers(&'n mut Option<Vec<i64>>),
    Texts(&'n mut Option<Vec<String>>),
}

impl Slot<'_> {
    pub(crate) fn is_filled(&self) -> bool {
        match self {
            Self::Number(place) => place.is_some(),
            Self::Fraction(place) => place.is_some(),
            Self::Text(place) => place.is_some(),
            Self::Flag(place) => place.is_some(),
            Self::Time(place) => place.is_some(),
            Self::Numbers(place) => place.is_some(),
            Self::Texts(place) => place.is_some(),
        }
    }
}

/// The Rust type behind a [`Kind`].
macro_rules! value_of {
    (Number) => { i64 };
    (Fraction) => { serde_json::Number };
    (Text) => { String };
    (Flag) => { bool };
    (Time) => { $crate::LocalTime };
    (Numbers) => { Vec<i64> };
    (Texts) => { Vec<String> };
}

macro_rules! parameters {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[doc = $doc:literal])+ $key:ident: $kind:ident,)+ }) => {
        $(#[$meta])*
        pub struct $name {
            $(
                $(#[doc = $doc])+
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $key: Option<value_of!($kind)>,
            )+
            /// Everything else that came, by its key: what no parameter is known for, and what could
            /// not be read as its parameter's type.
            #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
            pub other: std::collections::BTreeMap<String, serde_json::Value>,
        }

        impl $name {
            /// Every parameter this crate has a typed field for, in the order of the fields.
            pub const PARAMETERS: &'static [(&'static str, Kind)] =
                &[$((stringify!($key), Kind::$kind)),+];

            /// The type of a parameter by its name.
            #[must_use]
            pub fn kind(key: &str) -> Option<Kind> {
                match key {
                    $(stringify!($key) => Some(Kind::$kind),)+
                    _ => None,
                }
            }

            pub(crate) fn slot(&mut self, key: &str) -> Option<Slot<'_>> {
                match key {
                    $(stringify!($key) => Some(Slot::$kind(&mut self.$key)),)+
                    _ => None,
                }
            }
        }
    };
}

pub(super) use {parameters, value_of};
