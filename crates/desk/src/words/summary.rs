//! Why a call has no summary.

use domain::Language;
use domain::summary::NoSummary;

/// In one sentence.
#[must_use]
pub fn no_summary(why: &NoSummary, language: Language) -> String {
    let t = locale::words(language);
    match why {
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
