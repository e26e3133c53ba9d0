//! Pages, REST API, hooks, live events, assets.
