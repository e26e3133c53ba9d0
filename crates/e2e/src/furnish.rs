//! A desk that was just started gets what a story needs: an administrator with a key, a channel with a token.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use crate::api::Api;
use crate::command::dozvon;
use crate::desk::Desk;

/// An administrator's API and the token of a new channel; `settings` are those the desk was started with.
///
/// # Errors
/// When the desk refuses any of it.
pub async fn furnish(
    desk: &Desk,
    folder: &Path,
    settings: &[(&str, &str)],
) -> Result<(Api, String)> {
    let place = folder.to_string_lossy().into_owned();
    let agent = [
        "agent",
        "create",
        "--email",
        "admin@example.ru",
        "--name",
        "Алла",
        "--role",
        "admin",
        "--data-dir",
        &place,
    ];
    let made = dozvon(&agent, settings, "длинный пароль\n").await?;
    ensure!(made.code == Some(0), "{made:?}");
    let api = admin(desk, folder, settings).await?;
    let channel = json!({"name": "Отдел доставки", "provider": "uis"});
    let channel = api.post("/api/v1/channels", &channel).await?;
    let id = channel["id"].as_str().context("a channel's id")?;
    let token = api
        .post(&format!("/api/v1/channels/{id}/tokens"), &json!({}))
        .await?;
    Ok((api, token["token"].as_str().context("a token")?.to_owned()))
}

/// The API with a fresh key of the administrator whom [`furnish`] made.
///
/// # Errors
/// When no key can be made.
pub async fn admin(desk: &Desk, folder: &Path, settings: &[(&str, &str)]) -> Result<Api> {
    let place = folder.to_string_lossy().into_owned();
    let token = [
        "token",
        "create",
        "--agent",
        "admin@example.ru",
        "--name",
        "story",
        "--data-dir",
        &place,
    ];
    let key = dozvon(&token, settings, "").await?;
    ensure!(key.code == Some(0), "{key:?}");
    desk.api(&key.said)
}
