//! What outlives the sandbox: one JSON file for its settings and one for each call, each replaced as a whole.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::error::Error;
use crate::exchange::Book;
use crate::faults::Faults;
use crate::settings::Notifications;

/// Older calls than so many are forgotten, and their recordings with them.
pub(crate) const REMEMBERED: usize = 2000;

/// The settings that outlive the sandbox.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Settings {
    pub(crate) api_key: String,
    #[serde(default)]
    pub(crate) notifications: Notifications,
    #[serde(default)]
    pub(crate) faults: Faults,
    #[serde(default)]
    pub(crate) book: Book,
}

/// The folder that state is kept in, or nowhere.
#[derive(Clone, Debug)]
pub(crate) struct Shelf(Option<PathBuf>);

impl Shelf {
    pub(crate) fn open(folder: Option<PathBuf>) -> Result<Self, Error> {
        if let Some(folder) = &folder {
            let calls = folder.join("calls");
            std::fs::create_dir_all(&calls).map_err(|source| Error::Keep {
                path: calls,
                source,
            })?;
        }
        Ok(Self(folder))
    }

    pub(crate) fn settings(&self) -> Result<Option<Settings>, Error> {
        match &self.0 {
            Some(folder) if folder.join("sandbox.json").exists() => {
                read(&folder.join("sandbox.json")).map(Some)
            }
            Some(_) | None => Ok(None),
        }
    }

    pub(crate) async fn keep_settings(&self, settings: &Settings) -> Result<(), Error> {
        match &self.0 {
            Some(folder) => write(&folder.join("sandbox.json"), settings).await,
            None => Ok(()),
        }
    }

    /// The calls of earlier runs, oldest first; those too old are removed.
    pub(crate) fn calls(&self) -> Result<Vec<Call>, Error> {
        let Some(folder) = &self.0 else {
            return Ok(Vec::new());
        };
        let calls = folder.join("calls");
        let listed = std::fs::read_dir(&calls).map_err(|source| Error::Read {
            path: calls,
            source,
        })?;
        let mut files: Vec<PathBuf> = listed
            .filter_map(|file| file.ok().map(|file| file.path()))
            .collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
        files.sort();
        let old = files.len().saturating_sub(REMEMBERED);
        for file in files.drain(..old) {
            std::fs::remove_file(&file).map_err(|source| Error::Keep { path: file, source })?;
        }
        files.iter().map(|file| read(file)).collect()
    }

    pub(crate) async fn keep_call(&self, call: &Call) -> Result<(), Error> {
        match &self.0 {
            Some(folder) => {
                write(
                    &folder.join("calls").join(format!("{}.json", call.session)),
                    call,
                )
                .await
            }
            None => Ok(()),
        }
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let bytes = std::fs::read(path).map_err(|source| Error::Read {
        path: path.to_owned(),
        source,
    })?;
    serde_json::from_slice(&bytes).map_err(|source| Error::Understand {
        path: path.to_owned(),
        source,
    })
}

/// Written aside and moved into place, so that a reader sees the old text or the new one.
async fn write<T: Serialize>(path: &Path, value: &T) -> Result<(), Error> {
    let keep = |source| Error::Keep {
        path: path.to_owned(),
        source,
    };
    let text = serde_json::to_vec_pretty(value).map_err(|problem| keep(problem.into()))?;
    let aside = path.with_extension("tmp");
    tokio::fs::write(&aside, text).await.map_err(keep)?;
    tokio::fs::rename(&aside, path).await.map_err(keep)
}
