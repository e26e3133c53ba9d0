//! People in the frame: the agent who is signed in, colleagues on shift, and what they do now.

use desk::phone::Phone;
use domain::{Role, State};
use locale::Words;

use super::Moment;

/// What somebody does now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// In a call.
    Talking,
    /// A call rings at them.
    Ringing,
    /// Can take a call.
    Free,
    /// Not to be disturbed.
    Quiet,
    /// Not at the desk.
    Away,
}

impl Presence {
    /// The value of `data-state`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Talking => "talking",
            Self::Ringing => "ringing",
            Self::Free => "free",
            Self::Quiet => "quiet",
            Self::Away => "away",
        }
    }

    /// The word beside the sign.
    #[must_use]
    pub fn word(self, t: &Words) -> String {
        match self {
            Self::Talking => t.msg_presence_talking(),
            Self::Ringing => t.msg_presence_ringing(),
            Self::Free => t.msg_presence_free(),
            Self::Quiet => t.msg_presence_quiet(),
            Self::Away => t.msg_presence_away(),
        }
    }
}

impl From<domain::presence::Presence> for Presence {
    fn from(presence: domain::presence::Presence) -> Self {
        use domain::presence::Presence as Theirs;
        match presence {
            Theirs::Online => Self::Free,
            Theirs::Away => Self::Away,
            Theirs::DoNotDisturb => Self::Quiet,
        }
    }
}

impl Presence {
    /// What somebody around does: a call counts before all else.
    #[must_use]
    pub fn of(around: &desk::presence::Around) -> Self {
        match around.call {
            Some((State::Talking, _)) => Self::Talking,
            Some((State::Ringing, _)) => Self::Ringing,
            Some((State::Finished, _)) | None => around.presence.into(),
        }
    }
}

/// The agent who is signed in.
#[derive(Debug, Clone)]
pub struct Me {
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// What they do now, when telephony tells.
    pub presence: Option<Presence>,
    /// Whether they can call from the desk.
    pub phone: Phone,
    /// Whether they have several numbers to call from.
    pub chooses: bool,
}

impl Me {
    /// Whether a button that calls does so at once.
    #[must_use]
    pub fn can_call(&self) -> bool {
        match self.phone {
            Phone::Ready => true,
            Phone::NoOperator | Phone::NotAllowed => false,
        }
    }

    /// Whether such a button says what is missing for it.
    #[must_use]
    pub fn could_call(&self) -> bool {
        match self.phone {
            Phone::NoOperator => true,
            Phone::Ready | Phone::NotAllowed => false,
        }
    }

    /// "МК" of "Марина Ким".
    #[must_use]
    pub fn initials(&self) -> String {
        initials(&self.name)
    }

    /// The avatar's `data-state`.
    #[must_use]
    pub fn state(&self) -> &'static str {
        self.presence.map_or("", Presence::as_str)
    }
}

/// A colleague on shift.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// What they do now.
    pub presence: Presence,
    /// Since when, where it matters.
    pub since: Option<Moment>,
}

/// The first letters of the first two words of a name, for an avatar.
#[must_use]
pub fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_two_letters_at_most() {
        assert_eq!(initials("Марина Ким"), "МК");
        assert_eq!(initials("анна-мария петровна сидорова"), "АП");
        assert_eq!(initials("(диспетчер)"), "Д");
        assert_eq!(initials(""), "");
    }
}
