//! Calls heard out of the article's notifications, on both engines.

mod convergence;
mod pbx;
mod placing;
mod stories;
mod trouble;
