//! The platform's own transcript of a call: asked for, and some time later there.

use jiff::civil::Time;
use uis::Mnemonic;

use super::{Failure, Pbx};

/// What the platform has heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// By what, in the platform's words.
    pub worker: String,
    /// In order; none while it is being made.
    pub phrases: Vec<Phrase>,
}

/// A phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// When it began, by the account's clock; nothing when that cannot be read.
    pub at: Option<Time>,
    /// Whether it is the operator's, when that is known.
    pub by_operator: Option<bool>,
    /// What was said.
    pub text: String,
}

impl Pbx {
    /// Has a call's transcript be made. Costs a point.
    pub async fn recognise(&self, session: i64) -> Result<(), Failure> {
        Ok(self.account.recognise(session).await?)
    }

    /// A call's transcript, as far as it is there.
    pub async fn recognised(&self, session: i64) -> Result<Recognised, Failure> {
        let told = self.account.recognition(session).await?;
        let phrases = told.speech_phrases.into_iter().map(|one| Phrase {
            at: one.start_time.and_then(|time| time.parse().ok()),
            by_operator: one.is_operator,
            text: one.edited_phrase.or(one.phrase).unwrap_or_default(),
        });
        Ok(Recognised {
            worker: told.recognition_worker_type.unwrap_or_default(),
            phrases: phrases.filter(|one| !one.text.trim().is_empty()).collect(),
        })
    }
}

impl Failure {
    /// Whether the platform knows no such call, or no sound of it.
    #[must_use]
    pub fn is_about_nothing(&self) -> bool {
        let Some(refusal) = self.0.refusal() else {
            return false;
        };
        let unknown = matches!(
            refusal.mnemonic,
            Mnemonic::CallSessionNotFound | Mnemonic::EntityNotFound
        );
        unknown || refusal.field.as_deref() == Some("call_session_id")
    }
}
