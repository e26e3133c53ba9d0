//! Pages, REST API, hooks, live events, assets.

pub mod assets;
