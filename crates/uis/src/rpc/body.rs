//! What a body is that is not the JSON expected.

use std::fmt;

/// What came instead of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Body {
    /// Nothing at all.
    Empty,
    /// A page: of a proxy, of a guard against attacks, of works on the site.
    Html,
    /// JSON, but neither a result nor an error.
    OtherJson,
    /// Anything else.
    Other,
    /// More than an answer can be.
    Endless,
}

impl Body {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let text = bytes.trim_ascii_start();
        if text.is_empty() {
            Self::Empty
        } else if text.starts_with(b"<") {
            Self::Html
        } else {
            Self::Other
        }
    }
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "nothing",
            Self::Html => "a page",
            Self::OtherJson => "JSON that is no answer",
            Self::Other => "something else",
            Self::Endless => "a body without an end",
        })
    }
}
