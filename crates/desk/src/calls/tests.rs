//! Calls heard out of the article's notifications, on both engines.

mod convergence;
pub(crate) mod pbx;
mod placing;
mod stories;
mod trouble;
