//! Writing back: what was said of a call goes to the provider, each piece once.

use std::fmt;
use std::str::FromStr;

use crate::{At, CallId};

/// What of a call's wrapping up is at the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteBack {
    /// The call.
    pub call_id: CallId,
    /// How far it is.
    pub stage: Stage,
    /// The tags that the desk has put on it.
    pub tags: Vec<String>,
    /// The last remark that the provider was asked to write.
    pub remark: Option<String>,
    /// What became of it.
    pub remark_stage: Remark,
    /// What the provider said when it did not do it, in each language.
    pub said: Option<Vec<String>>,
    /// How often it was tried in vain.
    pub tries: i64,
    /// When this was last true.
    pub at: At,
}

/// Tries in vain before a person has to look: the last are over an hour apart.
pub const MOST_TRIES: i64 = 12;

impl WriteBack {
    /// Nothing is there yet.
    #[must_use]
    pub fn new(call_id: CallId, at: At) -> Self {
        Self {
            call_id,
            stage: Stage::Waiting,
            tags: Vec::new(),
            remark: None,
            remark_stage: Remark::Unasked,
            said: None,
            tries: 0,
            at,
        }
    }

    /// The tags that are still to be put on, and those that are to be taken off again, out of all that there should be.
    #[must_use]
    pub fn missing<'a>(&'a self, wanted: &'a [String]) -> (Vec<&'a String>, Vec<&'a String>) {
        let put = wanted.iter().filter(|tag| !self.tags.contains(tag));
        let off = self.tags.iter().filter(|tag| !wanted.contains(tag));
        (put.collect(), off.collect())
    }

    /// What is to be done about a remark: one that may have been written is never asked for again.
    #[must_use]
    pub fn about(&self, note: &str) -> Remark {
        match (self.remark.as_deref() == Some(note), self.remark_stage) {
            (true, Remark::Asked | Remark::Unclear) => Remark::Unclear,
            (true, Remark::Written) => Remark::Written,
            (true, Remark::Unasked) | (false, _) => Remark::Unasked,
        }
    }
}

macro_rules! stages {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$case_doc])* $case,)* }

        impl $name {
            /// Its name where it is kept and in the API.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$case => $text,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = UnknownStage;
            fn from_str(text: &str) -> Result<Self, UnknownStage> {
                match text {
                    $($text => Ok(Self::$case),)*
                    other => Err(UnknownStage(other.chars().take(40).collect())),
                }
            }
        }
    };
}

/// A word that names no stage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not how far writing back can be")]
pub struct UnknownStage(String);

stages! {
    /// How far writing back is.
    Stage {
        /// It is to be done, or tried again.
        Waiting = "waiting",
        /// All of it is there.
        Done = "done",
        /// The tags are there; whether the remark is, the provider has not said.
        Unclear = "unclear",
        /// It was given up: a person has to mend something first.
        Failed = "failed",
    }
}

stages! {
    /// What became of a remark.
    Remark {
        /// The provider was not asked for it, or has refused.
        Unasked = "unasked",
        /// It is being asked.
        Asked = "asked",
        /// It has written it.
        Written = "written",
        /// It may have.
        Unclear = "unclear",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(tags: &[&str], remark: Option<&str>, remark_stage: Remark) -> WriteBack {
        WriteBack {
            tags: tags.iter().map(ToString::to_string).collect(),
            remark: remark.map(str::to_owned),
            remark_stage,
            ..WriteBack::new(CallId(uuid::Uuid::nil()), At::UNIX_EPOCH)
        }
    }

    #[test]
    fn only_what_is_not_there_is_put_and_only_our_own_is_taken_off() {
        let kept = some(&["Продажа", "чек"], None, Remark::Unasked);
        let wanted = ["Отказ".to_owned(), "чек".to_owned()];
        let (put, off) = kept.missing(&wanted);
        assert_eq!(put, ["Отказ"]);
        assert_eq!(off, ["Продажа"]);
    }

    #[test]
    fn a_remark_that_may_be_there_is_not_written_again() {
        let about = |stage| some(&[], Some("да"), stage).about("да");
        assert_eq!(about(Remark::Unasked), Remark::Unasked);
        assert_eq!(about(Remark::Asked), Remark::Unclear);
        assert_eq!(about(Remark::Unclear), Remark::Unclear);
        assert_eq!(about(Remark::Written), Remark::Written);
        let other = some(&[], Some("да"), Remark::Written);
        assert_eq!(other.about("нет"), Remark::Unasked);
    }

    #[test]
    fn stages_read_back_from_their_names() {
        for stage in [Stage::Waiting, Stage::Done, Stage::Unclear, Stage::Failed] {
            assert_eq!(stage.to_string().parse(), Ok(stage));
        }
        assert!("lost".parse::<Remark>().is_err());
    }
}
