//! A recording outside.

use domain::recording::State;
use domain::{Speaker, Voices};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A recording of a call.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Recording {
    /// Its place, from 0.
    n: i64,
    /// Where it is heard, by those who may listen.
    #[schema(example = "/api/v1/calls/call_0195f2d1c3a47b2e9c11d0a6b7e4f311/recordings/0")]
    url: String,
    /// `expected`: it is to be fetched; `fetching`: it is on its way; `kept`: the desk has it; `gone`: the provider no longer
    /// has it; `failed`: it was given up; `removed`: it was kept as long as the channel's rules say.
    #[schema(example = "kept")]
    state: &'static str,
    /// While it is on its way, when that is known.
    percent: Option<u8>,
    /// Why it failed, or why the last try did: `not_ready`, `unreached`, `refused_503`, `not_sound`, `empty`, `too_large`,
    /// `host_not_allowed`, `storage`.
    problem: Option<String>,
    /// When the next try is.
    next_try_at: Option<Timestamp>,
    /// Whose voice: `both`, `agent` or `client`.
    voices: &'static str,
    #[schema(example = "audio/mpeg")]
    content_type: Option<&'static str>,
    bytes: Option<i64>,
    seconds: Option<f64>,
    /// Of the whole, hexadecimal.
    sha256: Option<String>,
    kept_at: Option<Timestamp>,
}

/// As it is told outside: never with its link at the provider.
pub(super) fn recording(recording: &domain::Recording) -> Recording {
    let (problem, next_try_at) = match &recording.state {
        State::Expected(Some((why, next))) => (Some(why.to_string()), Some(*next)),
        State::Failed(why, _) => (Some(why.to_string()), None),
        State::Expected(None)
        | State::Fetching(_)
        | State::Kept(_)
        | State::Gone(_)
        | State::Removed(_) => (None, None),
    };
    let kept = recording.kept();
    Recording {
        n: recording.n,
        url: format!(
            "/api/v1/calls/{}/recordings/{}",
            recording.call_id, recording.n
        ),
        state: recording.state.as_str(),
        percent: match recording.state {
            State::Fetching(percent) => percent,
            State::Expected(_)
            | State::Kept(_)
            | State::Gone(_)
            | State::Failed(..)
            | State::Removed(_) => None,
        },
        problem,
        next_try_at,
        voices: match recording.voices {
            Voices::AgentIn(_) | Voices::Only(Speaker::Unknown) => "both",
            Voices::Only(Speaker::Agent) => "agent",
            Voices::Only(Speaker::Client) => "client",
        },
        content_type: kept.map(|kept| kept.kind.content_type()),
        bytes: kept.map(|kept| kept.bytes),
        seconds: kept
            .and_then(|kept| kept.milliseconds)
            .map(|milliseconds| milliseconds as f64 / 1000.0),
        sha256: kept.map(|kept| kept.sha256.clone()),
        kept_at: kept.map(|kept| kept.at),
    }
}
