//! Reading settings: the one place that looks at the environment.

use std::path::Path;

use anyhow::{Context, Result, bail};
use toml::Table;

use super::{Settings, merge};
use crate::cli::Place;

/// The file looked for when none is named.
const USUAL: &str = "dozvon.toml";

/// Reads the file and the environment; the command line wins over both.
pub fn load(place: &Place) -> Result<Settings> {
    let text = match &place.config {
        Some(path) => read(path)?,
        None if Path::new(USUAL).exists() => read(Path::new(USUAL))?,
        None => String::new(),
    };
    let environment = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    let mut settings = parse(&text, environment)?;
    if let Some(folder) = &place.data_dir {
        settings.data_dir.clone_from(folder);
    }
    Ok(settings)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path)
        .with_context(|| format!("could not read the settings in {}", path.display()))
}

/// Settings out of a file's text and an environment.
pub(super) fn parse(
    text: &str,
    environment: impl Iterator<Item = (String, String)>,
) -> Result<Settings> {
    let mut table: Table = toml::from_str(text).context("the file of settings is not TOML")?;
    merge::check(&table, "")?;
    merge::overlay(&mut table, environment)?;
    let settings: Settings = table.try_into().map_err(|error: toml::de::Error| {
        anyhow::anyhow!(
            "a setting cannot be read: {}",
            error.to_string().replace('\n', " ")
        )
    })?;
    check(&settings)?;
    Ok(settings)
}

fn check(settings: &Settings) -> Result<()> {
    if jiff::tz::TimeZone::get(&settings.time_zone).is_err() {
        bail!(
            "time_zone `{}` is not known: use an IANA name such as Europe/Moscow",
            settings.time_zone
        );
    }
    if let Some(url) = &settings.public_url
        && (!matches!(url.scheme(), "http" | "https")
            || url.host().is_none()
            || url.query().is_some())
    {
        bail!("public_url `{url}` is not an address of the web: use https://desk.example.ru");
    }
    settings.speech.check()
}
