//! `dozvon token create`: a key of the API, printed once.

use anyhow::{Context, Result};

use super::refused;
use crate::open;
use crate::output::say;
use crate::settings::Settings;

/// Makes a key with the rights of this agent.
pub async fn create(settings: Settings, agent: String, name: String) -> Result<()> {
    let opened = open::open(&settings).await?;
    let actor = opened
        .desk
        .actor_by_email(&agent)
        .await
        .map_err(|refusal| refused(refusal, settings.language))
        .with_context(|| format!("nobody active has the e-mail `{agent}`"))?;
    let (_, secret) = opened
        .desk
        .create_key(&actor, None, &name)
        .await
        .map_err(|refusal| refused(refusal, settings.language))?;
    say(&secret);
    opened.close().await;
    Ok(())
}
