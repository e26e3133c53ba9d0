//! A browser lives through the desk: what the stories in `tests/` are told with.

mod accessibility;
mod api;
mod browser;
mod calls;
mod checks;
mod chromedriver;
mod command;
mod demo;
mod desk;
mod furnish;
mod look;
mod page;
mod pbx;
mod places;
mod program;
mod story;
mod tabs;
mod until;

pub use accessibility::{Violation, axe};
pub use api::Api;
pub use browser::Browser;
pub use calls::{dial_in, outgoing, talked_to, talks};
pub use checks::{fits, no_complaint, no_violation};
pub use command::{Ended, dozvon, serve_unread};
pub use demo::{Demo, Ready, SignIn};
pub use desk::Desk;
pub use furnish::{admin, furnish};
pub use look::Look;
pub use pbx::Pbx;
pub use places::models;
pub use story::story;
pub use tabs::Tab;
pub use until::{PATIENCE, PATIENCE_WITH_SPEECH, until, until_within};
