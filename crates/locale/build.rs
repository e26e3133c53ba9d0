//! Turns locales/*/*.ftl into one checked function per message.
use std::process::ExitCode;

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    #[expect(
        clippy::disallowed_methods,
        reason = "cargo speaks to build scripts through the environment"
    )]
    let Ok(out) = std::env::var("OUT_DIR") else {
        return ExitCode::FAILURE;
    };
    let options = BuildOptions::default()
        .with_default_language("ru")
        .with_output_file_path(&format!("{out}/words.rs"))
        .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/words.ftl")))
        .with_lint_level(LintLevel::Strict)
        // Both languages run left to right; the invisible marks would end up in copied numbers.
        .without_bidi_isolation()
        .without_format();
    build_from_locales_folder(options)
}
