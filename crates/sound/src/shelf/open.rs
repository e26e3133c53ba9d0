//! Opening a storage by its address: `file:///srv/recordings`, `s3://bucket/folder?endpoint=…`.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Place;
use object_store::{ClientOptions, RetryConfig};
use url::Url;

use super::{Shelf, ShelfError};
use crate::draft::PREFIX;

/// Options of S3 that may stand in the address; keys may not, because addresses are shown.
const IN_ADDRESS: [&str; 5] = [
    "endpoint",
    "region",
    "virtual_hosted_style_request",
    "allow_http",
    "skip_signature",
];
/// Drafts that were left behind so long ago are nobody's any more.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 3600);

impl Shelf {
    /// The storage at this address; a folder stands plainly in it, as a path from the root or from where the desk was started.
    /// What arrives lies in the folder `drafts` first.
    pub fn open_at(address: &str, drafts: &Path) -> Result<Self, ShelfError> {
        if let Some(folder) = address.strip_prefix("file://") {
            return Self::in_folder(Path::new(folder), drafts);
        }
        match Url::parse(address) {
            Ok(url) if url.scheme() == "s3" => Self::in_bucket(&url, drafts),
            Ok(_) | Err(_) => Err(wrong("it begins with file:// or s3://")),
        }
    }

    /// A storage in a folder, which is made if it is not there.
    pub fn in_folder(folder: &Path, drafts: &Path) -> Result<Self, ShelfError> {
        make(folder)?;
        make(drafts)?;
        sweep(drafts);
        let whole = std::path::absolute(folder);
        let whole = whole.map_err(|error| ShelfError::Folder(folder.to_owned(), error))?;
        let store = LocalFileSystem::new_with_prefix(whole).map_err(ShelfError::Failed)?;
        let store = Arc::new(store.with_fsync(true));
        Ok(Self {
            store: Arc::<LocalFileSystem>::clone(&store),
            folder: Some(store),
            within: Place::default(),
            drafts: drafts.to_owned(),
        })
    }

    fn in_bucket(url: &Url, drafts: &Path) -> Result<Self, ShelfError> {
        make(drafts)?;
        sweep(drafts);
        let mut bare = url.clone();
        bare.set_query(None);
        let mut builder = AmazonS3Builder::from_env().with_url(bare.as_str());
        let mut client = ClientOptions::new().with_timeout(Duration::from_secs(60));
        for (key, value) in url.query_pairs() {
            if !IN_ADDRESS.contains(&key.as_ref()) {
                return Err(ShelfError::Setting(format!(
                    "`{key}` does not stand in the address; there may be {}, and keys in AWS_ACCESS_KEY_ID and \
                     AWS_SECRET_ACCESS_KEY",
                    IN_ADDRESS.join(", ")
                )));
            }
            if key == "allow_http" {
                client = client.with_allow_http(value == "true");
            } else {
                let known: AmazonS3ConfigKey = key.parse().map_err(ShelfError::Failed)?;
                builder = builder.with_config(known, value);
            }
        }
        let retry = RetryConfig {
            max_retries: 3,
            retry_timeout: Duration::from_secs(30),
            ..RetryConfig::default()
        };
        let builder = builder.with_client_options(client).with_retry(retry);
        let store = builder.build().map_err(ShelfError::Failed)?;
        let within = Place::from_url_path(url.path());
        Ok(Self {
            store: Arc::new(store),
            folder: None,
            within: within.map_err(|error| ShelfError::Setting(error.to_string()))?,
            drafts: drafts.to_owned(),
        })
    }
}

fn wrong(why: &str) -> ShelfError {
    ShelfError::Setting(why.to_owned())
}

fn make(folder: &Path) -> Result<(), ShelfError> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| ShelfError::Folder(PathBuf::from(folder), error))
}

/// Takes away what a desk that was killed has left. What cannot be looked at stays.
fn sweep(drafts: &Path) {
    let Ok(all) = std::fs::read_dir(drafts) else {
        return;
    };
    for one in all.flatten() {
        let ours = one.file_name().to_string_lossy().starts_with(PREFIX);
        let age = one.metadata().and_then(|data| data.modified());
        let age = age.ok().and_then(|at| at.elapsed().ok());
        if ours && age.is_some_and(|age| age > LEFT_BEHIND) {
            // One that cannot be removed is looked at again at the next start.
            let _ = std::fs::remove_file(one.path());
        }
    }
}
