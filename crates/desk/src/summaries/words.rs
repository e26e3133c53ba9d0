//! Why there is no summary, in the words of whoever asks.

use domain::summary::NoSummary;
use locale::Words;

/// In one sentence.
#[must_use]
pub fn why(reason: &NoSummary, t: &Words) -> String {
    match reason {
        NoSummary::Off => t.msg_summary_off(),
        NoSummary::NothingSaid => t.msg_summary_nothing_said(),
        NoSummary::NoAnswer => t.msg_summary_no_answer(),
        NoSummary::Refused { status, said } => {
            t.msg_summary_refused(status.to_string(), said.as_str())
        }
        NoSummary::Unreadable => t.msg_summary_unreadable(),
        NoSummary::Told { said } => said.clone(),
    }
}
