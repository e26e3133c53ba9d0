//! Why a request was not done, and whether it may have been done all the same.

use std::time::Duration;

use super::body::Body;
use super::limits::Span;
use super::mnemonic::Mnemonic;
use super::refusal::Refusal;

/// Why a request to the platform came to nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// The platform understood and refused.
    #[error("asking the platform for `{method}`: it refused with {refusal}")]
    Refused {
        /// What was asked.
        method: &'static str,
        /// The platform's error.
        refusal: Box<Refusal>,
    },
    /// Not sent: the tariff's limit is used up.
    #[error("asking the platform for `{method}`: no point is left for {} s", .wait.as_secs())]
    NoPoints {
        /// What was asked.
        method: &'static str,
        /// Which limit it is.
        span: Span,
        /// When there will be points again.
        wait: Duration,
    },
    /// No whole answer in time.
    #[error("asking the platform for `{method}`: no answer within {} ms", .after.as_millis())]
    TooSlow {
        /// What was asked.
        method: &'static str,
        /// How long was waited.
        after: Duration,
    },
    /// The connection was not made, or broke.
    #[error("asking the platform for `{method}`: it was not reached")]
    Unreachable {
        /// What was asked.
        method: &'static str,
        /// What went wrong, without the address.
        source: reqwest::Error,
    },
    /// An answer that is no JSON-RPC.
    #[error("asking the platform for `{method}`: status {status} came with {body}")]
    NotJson {
        /// What was asked.
        method: &'static str,
        /// The status of HTTP.
        status: u16,
        /// What came with it.
        body: Body,
    },
    /// A result that is not what the method gives.
    #[error("understanding the result of `{method}` at `{path}`")]
    Unexpected {
        /// What was asked.
        method: &'static str,
        /// Where in the result.
        path: String,
        /// What stands there instead.
        source: serde_json::Error,
    },
    /// The parameters could not be written down, so nothing was sent.
    #[error("writing down the parameters of `{method}`")]
    Unwritable {
        /// What was asked.
        method: &'static str,
        /// What went wrong.
        source: serde_json::Error,
    },
}

impl Failure {
    /// What was asked.
    #[must_use]
    pub fn method(&self) -> &'static str {
        match self {
            Self::Refused { method, .. }
            | Self::NoPoints { method, .. }
            | Self::TooSlow { method, .. }
            | Self::Unreachable { method, .. }
            | Self::NotJson { method, .. }
            | Self::Unexpected { method, .. }
            | Self::Unwritable { method, .. } => method,
        }
    }

    /// The platform's error, when it was one.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused { refusal, .. } => Some(refusal),
            Self::NoPoints { .. }
            | Self::TooSlow { .. }
            | Self::Unreachable { .. }
            | Self::NotJson { .. }
            | Self::Unexpected { .. }
            | Self::Unwritable { .. } => None,
        }
    }

    /// What tells the platform's errors apart, when it was one.
    #[must_use]
    pub fn mnemonic(&self) -> Option<&Mnemonic> {
        self.refusal().map(|refusal| &refusal.mnemonic)
    }

    /// Whether the platform may have done it although no good answer came. Whoever starts calls must not simply
    /// ask again then: somebody's phone may be ringing already.
    #[must_use]
    pub fn may_have_been_done(&self) -> bool {
        match self {
            Self::Refused { refusal, .. } => refusal.mnemonic == Mnemonic::InternalError,
            Self::NoPoints { .. } | Self::Unwritable { .. } => false,
            Self::TooSlow { .. } | Self::Unexpected { .. } => true,
            Self::Unreachable { source, .. } => !source.is_connect(),
            // A guard's page on the way in (4xx) means that nothing came to the platform.
            Self::NotJson { status, .. } => !(400..500).contains(status),
        }
    }
}
