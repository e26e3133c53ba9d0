//! What a command leaves behind: 0 done, 1 not done, 2 asked for in a way that cannot be understood.

use std::io::Write;
use std::process::ExitCode;

/// The chain of reasons in one sentence on standard error.
pub fn failed(error: &anyhow::Error) -> ExitCode {
    let mut parts: Vec<String> = Vec::new();
    for cause in error.chain() {
        let text = cause.to_string();
        // Some libraries repeat their source in their own text.
        if !parts.iter().any(|said| said.contains(&text)) {
            parts.push(text);
        }
    }
    say_error(&parts.join(": "));
    ExitCode::from(1)
}

/// What clap has to say: help and version are no errors.
pub fn usage(error: &clap::Error) -> ExitCode {
    let asked_for = !error.use_stderr();
    // Standard error that is gone leaves nobody to tell.
    let _ = error.print();
    if asked_for {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(2)
    }
}

/// A sentence on standard error.
pub fn say_error(text: &str) {
    let _ = writeln!(std::io::stderr(), "dozvon: {text}");
}

/// A line on standard output.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
