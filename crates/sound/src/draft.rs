//! A recording while it arrives: written beside the storage, measured as it comes, gone unless it is kept.

use std::path::Path;

use domain::SoundKind;
use sha2::{Digest, Sha256};
use tempfile::TempPath;
use tokio::fs::File;
use tokio::io::AsyncWriteExt;

use crate::kind::{NEEDED, recognise};

/// How names of drafts begin.
pub(crate) const PREFIX: &str = "arriving-";

/// A file that is being written.
pub struct Draft {
    path: TempPath,
    file: File,
    hash: Sha256,
    head: Vec<u8>,
    bytes: u64,
}

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// Bytes.
    pub bytes: u64,
    /// SHA-256 of them, hexadecimal.
    pub sha256: String,
    /// What it is; nothing when it is no sound.
    pub kind: Option<SoundKind>,
}

impl Draft {
    /// An empty one in this folder.
    pub(crate) fn new(folder: &Path) -> std::io::Result<Self> {
        let made = tempfile::Builder::new()
            .prefix(PREFIX)
            .tempfile_in(folder)?;
        let (file, path) = made.into_parts();
        Ok(Self {
            path,
            file: File::from_std(file),
            hash: Sha256::new(),
            head: Vec::with_capacity(NEEDED),
            bytes: 0,
        })
    }

    /// Writes what came next.
    pub async fn add(&mut self, chunk: &[u8]) -> std::io::Result<()> {
        let wanted = NEEDED.saturating_sub(self.head.len()).min(chunk.len());
        self.head.extend(chunk.iter().take(wanted));
        self.hash.update(chunk);
        self.bytes += chunk.len() as u64;
        self.file.write_all(chunk).await
    }

    /// Bytes so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether what came so far cannot be the beginning of a sound.
    #[must_use]
    pub fn is_no_sound(&self) -> bool {
        self.head.len() >= NEEDED && recognise(&self.head).is_none()
    }

    /// What it is, once all of it has come.
    pub async fn measure(&mut self) -> std::io::Result<Measured> {
        self.file.flush().await?;
        Ok(Measured {
            bytes: self.bytes,
            sha256: hex::encode(self.hash.clone().finalize()),
            kind: recognise(&self.head),
        })
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file, which goes away with this value.
    pub(crate) fn into_path(self) -> TempPath {
        self.path
    }
}
