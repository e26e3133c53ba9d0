//! Nothing but its `Cargo.toml`: the features in which the workspace compiles what its crates share.
