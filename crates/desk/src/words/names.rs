//! Names of statuses and priorities.

use domain::{Language, Priority, Status};

/// A status by its name for people.
#[must_use]
pub fn status_name(status: Status, language: Language) -> String {
    let words = locale::words(language);
    match status {
        Status::New => words.msg_status_new(),
        Status::Open => words.msg_status_open(),
        Status::Pending => words.msg_status_pending(),
        Status::OnHold => words.msg_status_on_hold(),
        Status::Solved => words.msg_status_solved(),
        Status::Closed => words.msg_status_closed(),
        Status::Spam => words.msg_status_spam(),
        Status::Deleted => words.msg_status_deleted(),
        Status::Merged => words.msg_status_merged(),
    }
}

/// Why a call ended: in words, or as the provider names it.
#[must_use]
pub fn finish_reason(mnemonic: &str, language: Language) -> String {
    let words = telephony::findings::finish_reason(mnemonic, language);
    words.map_or_else(|| mnemonic.to_owned(), str::to_owned)
}

/// A priority by its name for people.
#[must_use]
pub fn priority_name(priority: Priority, language: Language) -> String {
    let words = locale::words(language);
    match priority {
        Priority::Low => words.msg_priority_low(),
        Priority::Normal => words.msg_priority_normal(),
        Priority::High => words.msg_priority_high(),
        Priority::Urgent => words.msg_priority_urgent(),
    }
}
