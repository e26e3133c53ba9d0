//! Why nobody was rung: what is missing for it, and what the PBX said.

use domain::Language;
use telephony::pbx::{Failure, Why};

/// What calling takes and is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unready {
    /// The profile has no «ID оператора».
    NoOperator,
    /// The profile has no «Виртуальный номер», and none was named.
    NoVirtualNumber,
    /// They work in no channel of their telephony.
    NoChannel,
    /// The channel has no App Secret.
    NoAppSecret,
    /// There is no number to call.
    NoNumber,
}

/// The PBX did not do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PbxRefusal {
    /// The reason, as far as the desk tells reasons apart.
    pub why: Why,
    /// Whether it may have been done all the same: somebody's phone may ring.
    pub may_have_been_done: bool,
    /// What it said, in each language.
    said: [String; 2],
}

impl PbxRefusal {
    /// It refused, or was not reached.
    pub(crate) fn of(failure: &Failure) -> Self {
        Self {
            why: failure.why(),
            may_have_been_done: failure.may_have_been_done(),
            said: Language::ALL.map(|language| failure.sentence(language)),
        }
    }

    /// It did not answer in time.
    pub(crate) fn too_slow() -> Self {
        Self {
            why: Why::Unreachable,
            may_have_been_done: true,
            said: Language::ALL.map(|language| locale::words(language).msg_phone_too_slow()),
        }
    }

    /// What it said, in each language.
    pub(crate) fn into_said(self) -> [String; 2] {
        self.said
    }

    /// One sentence for the person who asked for it.
    #[must_use]
    pub fn sentence(&self, language: Language) -> &str {
        let place = Language::ALL.iter().position(|known| *known == language);
        place.map_or("", |place| &self.said[place])
    }
}
