//! The wire of the UIS platform: notifications, body templates, the two APIs.

mod event;
mod finding;
mod finish_reason;
mod lang;
mod notification;
mod read;
mod render;
mod template;
mod token;

pub use event::{Event, How, recognise};
pub use finding::{Finding, Severity, Slip};
pub use finish_reason::finish_reason_words;
pub use lang::Lang;
pub use notification::{Kind, LocalTime, Notification, TimeError};
pub use read::{Reading, Request, read};
pub use render::render;
pub use template::{Four, body};
pub use token::find_token;
