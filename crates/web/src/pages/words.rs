//! Statuses, priorities and kinds of phones as pages show them: a word, an icon, a colour.

use std::borrow::Borrow;

use domain::client::PhoneKind;
use domain::{Language, Priority, Status};
use locale::Words;

/// A status with its icon and colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusSign {
    /// Its name in the API.
    pub name: &'static str,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// `talk`, `wait`, `miss` or "".
    pub meaning: &'static str,
    /// Its name for people.
    pub word: String,
}

impl StatusSign {
    /// The sign of a status.
    #[must_use]
    pub fn of(status: Status, language: Language) -> Self {
        let (icon, meaning) = match status {
            Status::New => ("circle-dot", "wait"),
            Status::Open => ("half", "wait"),
            Status::Pending | Status::OnHold => ("circle-dashed", ""),
            Status::Solved => ("circle-check", "talk"),
            Status::Closed => ("circle-check", ""),
            Status::Spam => ("ban", ""),
            Status::Deleted => ("trash-2", ""),
            Status::Merged => ("folder-input", ""),
        };
        Self {
            name: status.as_str(),
            icon,
            meaning,
            word: desk::words::status_name(status, language),
        }
    }
}

/// Whether a priority is more than the usual.
#[must_use]
pub fn is_pressing(priority: Priority) -> bool {
    match priority {
        Priority::High | Priority::Urgent => true,
        Priority::Low | Priority::Normal => false,
    }
}

/// Which of a client's phones.
#[must_use]
pub fn phone_kind(kind: impl Borrow<PhoneKind>, t: &Words) -> String {
    match kind.borrow() {
        PhoneKind::Mobile => t.msg_phone_mobile(),
        PhoneKind::Home => t.msg_phone_home(),
        PhoneKind::Work => t.msg_phone_work(),
        PhoneKind::Fax => t.msg_phone_fax(),
        PhoneKind::Other => t.msg_phone_other(),
    }
}
