//! Log events: to standard error, so that standard output carries only what was asked for.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging. Servers tell what they do; other commands only what goes wrong. `RUST_LOG` says otherwise.
pub fn start(server: bool) {
    let usual = if server {
        "info,sqlx=warn,tower_http=warn"
    } else {
        "error"
    };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usual));
    let colours = std::io::stderr().is_terminal();
    // A second start, in tests, keeps the first.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(colours)
        // When nobody reads standard error any more, there is nowhere to complain of that either.
        .log_internal_errors(false)
        .try_init();
}
