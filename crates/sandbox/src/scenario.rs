//! The stories that a call can live through.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::sentence::{Sentence, said};

/// What happens in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scenario {
    /// Somebody answers and they talk.
    Talked,
    /// Incoming: several operators are rung, nobody answers.
    Missed,
    /// Incoming: all operators are busy. Outgoing: the client is busy.
    Busy,
    /// Two talks with two operators, two recordings.
    Transferred,
    /// Transferred and brought back: three talks, three recordings.
    Returned,
    /// Outgoing: the client does not answer.
    NoAnswer,
    /// Incoming: the client hangs up in the voice menu.
    Abandoned,
    /// Incoming, talked, with the number withheld.
    Withheld,
    /// Incoming: nobody answers, the client leaves a message.
    VoiceMail,
    /// A talk of two seconds.
    Short,
    /// A talk that is put on hold for a while.
    Hold,
    /// A talk that lasts until somebody ends it.
    Open,
}

impl Scenario {
    /// All of them, in the order the panel shows.
    pub const ALL: [Self; 12] = [
        Self::Talked,
        Self::Missed,
        Self::Busy,
        Self::Transferred,
        Self::Returned,
        Self::NoAnswer,
        Self::Abandoned,
        Self::Withheld,
        Self::VoiceMail,
        Self::Short,
        Self::Hold,
        Self::Open,
    ];

    /// The name in the panel's API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Talked => "talked",
            Self::Missed => "missed",
            Self::Busy => "busy",
            Self::Transferred => "transferred",
            Self::Returned => "returned",
            Self::NoAnswer => "no_answer",
            Self::Abandoned => "abandoned",
            Self::Withheld => "withheld",
            Self::VoiceMail => "voice_mail",
            Self::Short => "short",
            Self::Hold => "hold",
            Self::Open => "open",
        }
    }

    /// Whether only a client's call can go so.
    pub const fn needs_incoming(self) -> bool {
        matches!(self, Self::Abandoned | Self::Withheld | Self::VoiceMail)
    }
}

impl FromStr for Scenario {
    type Err = Sentence;

    fn from_str(name: &str) -> Result<Self, Sentence> {
        Self::ALL
            .into_iter()
            .find(|scenario| scenario.name() == name)
            .ok_or_else(|| {
                let known: Vec<_> = Self::ALL.into_iter().map(Self::name).collect();
                let known = known.join(", ");
                said(
                    format!("Сценария «{name}» нет; есть {known}."),
                    format!("There is no scenario «{name}»; choose one of {known}."),
                )
            })
    }
}
