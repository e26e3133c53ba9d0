//! Recordings of calls: how far each is on its way from the provider into the desk's own keeping.

mod link;
mod mishap;
mod rules;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

pub use link::identity_of;
pub use link::{same, voices};
pub use mishap::{Mishap, UnknownMishap};
pub use rules::{Listening, Rules};

use crate::{At, CallId, ChannelId, RecordingId, Voices};

/// One recording of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// Its id.
    pub id: RecordingId,
    /// Of which call.
    pub call_id: CallId,
    /// By which channel it came.
    pub channel_id: ChannelId,
    /// Its place among the call's recordings, from 0.
    pub n: i64,
    /// Where the provider has it. Whoever knows the link can listen: it is never shown.
    pub link: String,
    /// Whose voice stands where.
    pub voices: Voices,
    /// How far it is.
    pub state: State,
    /// How often it was fetched in vain since [`Self::since`].
    pub tries: i64,
    /// Since when it is waited for.
    pub since: At,
    /// When its call began.
    pub called_at: At,
}

/// How far a recording is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is to be fetched; what went wrong the last time, and when the next try is.
    Expected(Option<(Mishap, At)>),
    /// It is on its way; percents, when the whole is known.
    Fetching(Option<u8>),
    /// The desk has it.
    Kept(Kept),
    /// The provider has it no longer, and we were too late.
    Gone(At),
    /// It was given up.
    Failed(Mishap, At),
    /// It was kept as long as it should be.
    Removed(At),
}

/// What lies in the desk's own storage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name in the storage.
    pub place: String,
    /// What it is, by its content.
    pub kind: SoundKind,
    /// Bytes.
    pub bytes: i64,
    /// SHA-256 of them, hexadecimal.
    pub sha256: String,
    /// Since when.
    pub at: At,
    /// How long it lasts, once it was looked through.
    pub milliseconds: Option<i64>,
}

/// A step that a recording in this state does not take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a recording that is {from} does not become {to}")]
pub struct WrongTurn {
    from: &'static str,
    to: &'static str,
}

impl State {
    /// The name in the API.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Expected(_) => "expected",
            Self::Fetching(_) => "fetching",
            Self::Kept(_) => "kept",
            Self::Gone(_) => "gone",
            Self::Failed(..) => "failed",
            Self::Removed(_) => "removed",
        }
    }
}

impl Recording {
    /// What lies in the storage, once it does.
    #[must_use]
    pub fn kept(&self) -> Option<&Kept> {
        match &self.state {
            State::Kept(kept) => Some(kept),
            State::Expected(_)
            | State::Fetching(_)
            | State::Gone(_)
            | State::Failed(..)
            | State::Removed(_) => None,
        }
    }

    /// Whether it is still to come.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        match self.state {
            State::Expected(_) | State::Fetching(_) => true,
            State::Kept(_) | State::Gone(_) | State::Failed(..) | State::Removed(_) => false,
        }
    }

    /// A worker takes it up; also one that another has left in the middle.
    pub fn begin(&mut self) -> Result<(), WrongTurn> {
        if !self.is_awaited() {
            return Err(self.refused("fetching"));
        }
        self.state = State::Fetching(None);
        Ok(())
    }

    /// It is in the storage.
    pub fn keep(&mut self, kept: Kept) -> Result<(), WrongTurn> {
        if !matches!(self.state, State::Fetching(_)) {
            return Err(self.refused("kept"));
        }
        self.state = State::Kept(kept);
        Ok(())
    }

    /// A try failed: there is another after `wait`, or none when patience with this mishap is over.
    pub fn set_back(
        &mut self,
        why: Mishap,
        now: At,
        wait: jiff::SignedDuration,
    ) -> Result<(), WrongTurn> {
        if !self.is_awaited() {
            return Err(self.refused("expected"));
        }
        self.tries += 1;
        let next = now.checked_add(wait).unwrap_or(now);
        self.state = if why == Mishap::Gone {
            State::Gone(now)
        } else if now.duration_since(self.since) >= why.patience() {
            State::Failed(why, now)
        } else {
            State::Expected(Some((why, next)))
        };
        Ok(())
    }

    /// A person wants it tried again.
    pub fn try_again(&mut self, now: At) -> Result<(), WrongTurn> {
        match self.state {
            State::Failed(..) | State::Gone(_) => {
                self.state = State::Expected(None);
                self.since = now;
                self.tries = 0;
                Ok(())
            }
            State::Expected(_) | State::Fetching(_) | State::Kept(_) | State::Removed(_) => {
                Err(self.refused("expected"))
            }
        }
    }

    /// It was kept long enough.
    pub fn remove(&mut self, now: At) -> Result<(), WrongTurn> {
        if self.kept().is_none() {
            return Err(self.refused("removed"));
        }
        self.state = State::Removed(now);
        Ok(())
    }

    fn refused(&self, to: &'static str) -> WrongTurn {
        let from = self.state.as_str();
        WrongTurn { from, to }
    }
}

/// What a sound is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SoundKind {
    /// MPEG audio.
    Mp3,
    /// RIFF.
    Wav,
    /// Vorbis or Opus in Ogg.
    Ogg,
    /// FLAC.
    Flac,
    /// AAC in MP4.
    M4a,
}

impl SoundKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Mp3, Self::Wav, Self::Ogg, Self::Flac, Self::M4a];

    /// How names of such files end.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mp3 => "mp3",
            Self::Wav => "wav",
            Self::Ogg => "ogg",
            Self::Flac => "flac",
            Self::M4a => "m4a",
        }
    }

    /// The type that a browser is told.
    #[must_use]
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Mp3 => "audio/mpeg",
            Self::Wav => "audio/wav",
            Self::Ogg => "audio/ogg",
            Self::Flac => "audio/flac",
            Self::M4a => "audio/mp4",
        }
    }
}

impl fmt::Display for SoundKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A kind of file that is none of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of sound: use mp3, wav, ogg, flac or m4a")]
pub struct UnknownKind(String);

impl FromStr for SoundKind {
    type Err = UnknownKind;
    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| UnknownKind(text.chars().take(20).collect()))
    }
}
