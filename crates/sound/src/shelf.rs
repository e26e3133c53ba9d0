//! The storage of recordings: a folder, or a bucket of S3, behind the same words.

mod open;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt};
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{GetOptions, ObjectStore, ObjectStoreExt};
use tempfile::TempPath;
use tokio::io::AsyncReadExt;

use crate::draft::Draft;

/// Bytes of one piece on the way into the storage.
const PIECE: usize = 256 * 1024;

/// The storage of recordings. Cheap to clone.
#[derive(Clone)]
pub struct Shelf {
    store: Arc<dyn ObjectStore>,
    /// The same when it is a folder.
    folder: Option<Arc<LocalFileSystem>>,
    /// What names begin with.
    within: Place,
    drafts: PathBuf,
}

/// Why the storage did not do it.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// It does not have this.
    #[error("the storage of recordings does not have `{0}`")]
    Missing(String),
    /// It cannot be used as it is set.
    #[error("recordings_url is not a storage the desk can use: {0}")]
    Setting(String),
    /// It failed.
    #[error("the storage of recordings failed")]
    Failed(#[source] object_store::Error),
    /// The folder of arriving recordings failed.
    #[error("the folder {0} failed")]
    Folder(PathBuf, #[source] std::io::Error),
}

/// Sound out of the storage.
pub struct Opened {
    /// Which bytes these are.
    pub range: Range<u64>,
    /// The bytes.
    pub bytes: Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>,
}

/// A recording as a file on this machine; a copy goes away with this value.
pub struct Local {
    path: PathBuf,
    _copy: Option<TempPath>,
}

impl Local {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Shelf {
    /// A file for what arrives; it goes away by itself unless it is kept.
    pub fn draft(&self) -> Result<Draft, ShelfError> {
        Draft::new(&self.drafts).map_err(|error| self.in_drafts(error))
    }

    /// Keeps a file under a name: it is there whole, or not at all. What was there under that name is replaced.
    pub async fn keep(&self, name: &str, file: &Path) -> Result<(), ShelfError> {
        let place = self.place(name);
        let mut from = tokio::fs::File::open(file)
            .await
            .map_err(|error| self.in_drafts(error))?;
        let mut into = BufWriter::new(Arc::clone(&self.store), place);
        loop {
            let mut piece = vec![0; PIECE];
            let read = from.read(&mut piece).await;
            let read = read.map_err(|error| self.in_drafts(error))?;
            if read == 0 {
                break;
            }
            piece.truncate(read);
            into.put(piece.into()).await.map_err(ShelfError::Failed)?;
        }
        let kept = tokio::io::AsyncWriteExt::shutdown(&mut into).await;
        kept.map_err(|error| {
            ShelfError::Failed(object_store::Error::Generic {
                store: "recordings",
                source: Box::new(error),
            })
        })
    }

    /// Opens what lies under a name, or a part of it.
    pub async fn open(&self, name: &str, part: Option<Range<u64>>) -> Result<Opened, ShelfError> {
        let options = GetOptions {
            range: part.map(Into::into),
            ..GetOptions::default()
        };
        let found = self.store.get_opts(&self.place(name), options).await;
        let found = found.map_err(|error| failed(name, error))?;
        Ok(Opened {
            range: found.range.clone(),
            bytes: Box::pin(found.into_stream().map_err(std::io::Error::other)),
        })
    }

    /// A file on this machine with what lies under a name: the one in the folder itself, or a copy.
    pub async fn local(&self, name: &str) -> Result<Local, ShelfError> {
        if let Some(folder) = &self.folder {
            let path = folder.path_to_filesystem(&self.place(name));
            let path = path.map_err(ShelfError::Failed)?;
            if !tokio::fs::try_exists(&path).await.unwrap_or(false) {
                return Err(ShelfError::Missing(name.to_owned()));
            }
            return Ok(Local { path, _copy: None });
        }
        let mut opened = self.open(name, None).await?;
        let mut copy = self.draft()?;
        while let Some(piece) = opened.bytes.next().await {
            let piece = piece.map_err(|error| self.in_drafts(error))?;
            let added = copy.add(&piece).await;
            added.map_err(|error| self.in_drafts(error))?;
        }
        let measured = copy.measure().await;
        measured.map_err(|error| self.in_drafts(error))?;
        let copy = copy.into_path();
        Ok(Local {
            path: copy.to_path_buf(),
            _copy: Some(copy),
        })
    }

    /// Takes away what lies under a name; nothing there is as good.
    pub async fn remove(&self, name: &str) -> Result<(), ShelfError> {
        match self.store.delete(&self.place(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(ShelfError::Failed(error)),
        }
    }

    /// Whether it takes, gives and lets go.
    pub async fn check(&self) -> Result<(), ShelfError> {
        const NAME: &str = "check";
        let mut draft = self.draft()?;
        let written = draft.add(b"dozvon").await;
        written.map_err(|error| self.in_drafts(error))?;
        let flushed = draft.measure().await;
        flushed.map_err(|error| self.in_drafts(error))?;
        self.keep(NAME, draft.path()).await?;
        let found = self.store.get(&self.place(NAME)).await;
        let found = found.map_err(|error| failed(NAME, error))?;
        found.bytes().await.map_err(ShelfError::Failed)?;
        self.remove(NAME).await
    }

    fn place(&self, name: &str) -> Place {
        self.within
            .parts()
            .chain(Place::from(name).parts())
            .collect()
    }

    fn in_drafts(&self, error: std::io::Error) -> ShelfError {
        ShelfError::Folder(self.drafts.clone(), error)
    }
}

fn failed(name: &str, error: object_store::Error) -> ShelfError {
    if matches!(error, object_store::Error::NotFound { .. }) {
        ShelfError::Missing(name.to_owned())
    } else {
        ShelfError::Failed(error)
    }
}
