//! Waiting for a fact, never for a time.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a fact may take on a busy machine; what takes longer is a fault.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long what the model of speech works on may take: it hears at a fraction of the speed of a machine that does nothing else.
pub const PATIENCE_WITH_SPEECH: Duration = Duration::from_secs(100);

/// Short enough that nobody notices, long enough that asking costs nothing.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// What `look` finds, as soon as it finds something. `fact` finishes the sentence "waited until …".
///
/// # Errors
/// When [`PATIENCE`] runs out; the last error of `look` is told, for it may say why.
pub async fn until<T>(fact: &str, look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    until_within(PATIENCE, fact, look).await
}

/// The same for what takes its time.
///
/// # Errors
/// When `patience` runs out.
pub async fn until_within<T>(
    patience: Duration,
    fact: &str,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let deadline = Instant::now() + patience;
    loop {
        let looked = look().await;
        if let Ok(Some(found)) = looked {
            return Ok(found);
        }
        if Instant::now() >= deadline {
            let why = looked
                .err()
                .map_or_else(String::new, |error| format!(": {error:#}"));
            bail!("waited {} s until {fact}, in vain{why}", patience.as_secs());
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
}
