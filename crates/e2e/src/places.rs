//! Where things lie on the machine that runs the stories.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

/// The workspace.
pub(crate) fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest)
}

/// The `dozvon` built beside the running test: in `target/debug`, where the test is in `target/debug/deps`.
pub(crate) fn dozvon() -> Result<PathBuf> {
    let program = profile_folder()?.join("dozvon");
    ensure!(
        program.exists(),
        "{} is not built: run the stories through bin/test, or first `cargo build -p dozvon`",
        program.display()
    );
    Ok(program)
}

/// Where `bin/test` has put the model of speech.
///
/// # Errors
/// When it is not there: a story must not pass without it.
pub fn models() -> Result<String> {
    let folder = profile_folder()?
        .parent()
        .context("find the target folder")?
        .join("models");
    ensure!(
        folder.join("ggml-base-q8_0.bin").exists(),
        "the model of speech is not in {}: run the stories through bin/test, which fetches it",
        folder.display()
    );
    Ok(folder.to_string_lossy().into_owned())
}

/// Where a story that failed leaves its picture, page and browser log.
pub(crate) fn evidence() -> Result<PathBuf> {
    let profile = profile_folder()?;
    let folder = profile
        .parent()
        .context("find the target folder")?
        .join("e2e");
    std::fs::create_dir_all(&folder).with_context(|| format!("make {}", folder.display()))?;
    Ok(folder)
}

fn profile_folder() -> Result<PathBuf> {
    let test = std::env::current_exe().context("find the running test")?;
    Ok(test
        .ancestors()
        .nth(2)
        .context("find the folder of the build profile")?
        .to_owned())
}
