//! Pages, REST API, hooks, live events, assets.

pub mod assets;
pub mod form;
pub mod frame;
pub mod headers;
