//! Pages, REST API, hooks, live events, assets.

pub mod assets;
pub mod form;
pub mod frame;
pub mod headers;

pub mod api;
pub mod events;
pub mod health;
pub mod hooks;
pub mod problem;
pub mod who;

mod options;
mod pages;
mod router;
mod sound;
mod state;
mod table;
#[cfg(test)]
mod testing;
mod watch;
mod wrong_rows;

pub use options::WebOptions;
pub use router::router;
pub use state::Web;
pub use who::SESSION_COOKIE;
