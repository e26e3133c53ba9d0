//! The one place where status codes are decided.

use axum::http::StatusCode;
use desk::phone::PbxWhy;
use desk::refusal::Clash;

use super::Problem;

/// Storage that was busy has often settled by then.
const STORAGE_AGAIN: u64 = 2;
/// A recording is ready some seconds after its talk.
const RECORDING_AGAIN: u64 = 15;
/// A request that runs is mostly done by then.
const ANSWER_AGAIN: u64 = 1;

impl Problem {
    /// The status code.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Malformed(_) | Self::KeyUnreadable => StatusCode::BAD_REQUEST,
            Self::Invalid(_)
            | Self::Clash(Clash::KeyReused | Clash::IntoItself | Clash::OtherChannel) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Foreign | Self::NotAllowed(_) => StatusCode::FORBIDDEN,
            Self::NotFound(_) | Self::NoRoute => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Changed
            | Self::Clash(
                Clash::StillRunning
                | Clash::Merged
                | Clash::NotMerged
                | Clash::MergedOn
                | Clash::MovedOn
                | Clash::UndoneAlready
                | Clash::CardMergedOn
                | Clash::CardMovedOn
                | Clash::ImportRuns
                | Clash::CallOver
                | Clash::CallGoesOn
                | Clash::Dialling
                | Clash::MayRing
                | Clash::NoEngine
                | Clash::MinutesUsed,
            )
            | Self::Unready(_) => StatusCode::CONFLICT,
            Self::Pbx(said) => of_pbx(said.why),
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Gone => StatusCode::GONE,
            Self::NotReady => StatusCode::TOO_EARLY,
            Self::Upstream => StatusCode::BAD_GATEWAY,
            Self::Storage | Self::TooSlow => StatusCode::SERVICE_UNAVAILABLE,
            Self::Inside => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What it is called among programs: the end of its `type`.
    #[must_use]
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::Invalid(_) => "invalid",
            Self::SignedOut => "signed-out",
            Self::Foreign => "foreign",
            Self::NotAllowed(_) => "not-allowed",
            Self::NotFound(_) | Self::NoRoute => "not-found",
            Self::Method => "method",
            Self::TooLarge => "too-large",
            Self::Changed => "changed",
            Self::Clash(Clash::KeyReused) => "key-reused",
            Self::Clash(Clash::StillRunning) => "still-running",
            Self::Clash(Clash::IntoItself) => "into-itself",
            Self::Clash(Clash::Merged) => "merged",
            Self::Clash(Clash::NotMerged) => "not-merged",
            Self::Clash(Clash::MergedOn) => "merged-on",
            Self::Clash(Clash::MovedOn) => "moved-on",
            Self::Clash(Clash::OtherChannel) => "other-channel",
            Self::Clash(Clash::UndoneAlready) => "undone-already",
            Self::Clash(Clash::CardMergedOn) => "card-merged-on",
            Self::Clash(Clash::CardMovedOn) => "card-moved-on",
            Self::Clash(Clash::ImportRuns) => "import-runs",
            Self::Clash(Clash::CallOver) => "call-over",
            Self::Clash(Clash::CallGoesOn) => "call-goes-on",
            Self::Clash(Clash::Dialling) => "dialling",
            Self::Clash(Clash::MayRing) => "may-ring",
            Self::Unready(_) => "not-ready-to-call",
            Self::Pbx(_) => "telephony",
            Self::Clash(Clash::NoEngine) => "no-engine",
            Self::Clash(Clash::MinutesUsed) => "minutes-used",
            Self::KeyUnreadable => "key-unreadable",
            Self::TooMany(_) => "too-many",
            Self::Gone => "gone",
            Self::NotReady => "not-ready",
            Self::Upstream => "upstream",
            Self::Storage => "storage",
            Self::TooSlow => "too-slow",
            Self::Inside => "inside",
        }
    }

    /// After how many seconds the same request may go through.
    #[must_use]
    pub fn again_in(&self) -> Option<u64> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Storage | Self::TooSlow => Some(STORAGE_AGAIN),
            Self::NotReady => Some(RECORDING_AGAIN),
            Self::Clash(Clash::StillRunning | Clash::Dialling) => Some(ANSWER_AGAIN),
            Self::Malformed(_)
            | Self::Invalid(_)
            | Self::SignedOut
            | Self::Foreign
            | Self::NotAllowed(_)
            | Self::NotFound(_)
            | Self::NoRoute
            | Self::Method
            | Self::TooLarge
            | Self::Changed
            | Self::Clash(
                Clash::KeyReused
                | Clash::IntoItself
                | Clash::Merged
                | Clash::NotMerged
                | Clash::MergedOn
                | Clash::MovedOn
                | Clash::OtherChannel
                | Clash::UndoneAlready
                | Clash::CardMergedOn
                | Clash::CardMovedOn
                | Clash::ImportRuns
                | Clash::CallOver
                | Clash::CallGoesOn
                | Clash::MayRing
                | Clash::NoEngine
                | Clash::MinutesUsed,
            )
            | Self::Unready(_)
            | Self::Pbx(_)
            | Self::KeyUnreadable
            | Self::Gone
            | Self::Upstream
            | Self::Inside => None,
        }
    }

    /// The problem behind a status that somebody else answered without words.
    pub(super) fn of(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NoRoute),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::Method),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::BAD_REQUEST => Some(Self::Malformed(super::Malformed::NotText)),
            StatusCode::SERVICE_UNAVAILABLE => Some(Self::TooSlow),
            StatusCode::INTERNAL_SERVER_ERROR => Some(Self::Inside),
            _ => None,
        }
    }
}

/// What the PBX refused for its own reasons is not the desk's fault nor the asker's.
fn of_pbx(why: PbxWhy) -> StatusCode {
    match why {
        PbxWhy::Operator
        | PbxWhy::Phone
        | PbxWhy::OwnNumber
        | PbxWhy::BlackList
        | PbxWhy::Number => StatusCode::UNPROCESSABLE_ENTITY,
        PbxWhy::Over | PbxWhy::State | PbxWhy::Already => StatusCode::CONFLICT,
        PbxWhy::Limit => StatusCode::TOO_MANY_REQUESTS,
        PbxWhy::Key
        | PbxWhy::Address
        | PbxWhy::Component
        | PbxWhy::Account
        | PbxWhy::Unreachable
        | PbxWhy::Other => StatusCode::BAD_GATEWAY,
    }
}
