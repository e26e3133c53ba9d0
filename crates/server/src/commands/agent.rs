//! `dozvon agent create`: somebody to sign in, without a page.

use std::io::{IsTerminal, Read};

use anyhow::{Context, Result};

use desk::people::NewAgent;
use desk::secrets::{Kind, new_token};
use domain::Role;

use super::refused;
use crate::open;
use crate::output::say;
use crate::settings::Settings;

/// Letters of a password that is made: 96 random bits.
const MADE_PASSWORD: usize = 16;

/// Makes an agent with the password from standard input, or with one that is printed.
pub async fn create(settings: Settings, email: String, name: String, role: Role) -> Result<()> {
    let typed = typed_password()?;
    let password = typed.clone().unwrap_or_else(made_password);
    let opened = open::open(&settings).await?;
    let new = NewAgent {
        email,
        name,
        role: Some(role.as_str().to_owned()),
        ..NewAgent::default()
    };
    let agent = opened
        .desk
        .hire(&new, &password)
        .await
        .map_err(|refusal| refused(refusal, settings.language))?;
    match typed {
        Some(_) => say(&format!("{} {}", agent.id, agent.email)),
        None => say(&format!(
            "{} {} password: {password}",
            agent.id, agent.email
        )),
    }
    opened.close().await;
    Ok(())
}

fn typed_password() -> Result<Option<String>> {
    if std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .context("could not read the password from standard input")?;
    let line = text.lines().next().unwrap_or_default().to_owned();
    Ok((!line.is_empty()).then_some(line))
}

fn made_password() -> String {
    new_token(Kind::Invitation)
        .chars()
        .rev()
        .take(MADE_PASSWORD)
        .collect()
}
