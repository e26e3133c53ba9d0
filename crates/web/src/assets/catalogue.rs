//! All assets by name and by hashed path, made once at the first use.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::{embedded, rewrite};

/// Hexadecimal digits of the hash in a name: enough that two versions never meet.
const HASH_DIGITS: usize = 12;

/// One file as it is served.
pub(super) struct Asset {
    /// `/assets/app.<hash>.css`.
    pub path: String,
    pub content_type: String,
    pub bytes: Bytes,
}

pub(super) struct Catalogue {
    assets: HashMap<String, Asset>,
    names: HashMap<String, String>,
}

pub(super) fn all() -> &'static Catalogue {
    static ALL: LazyLock<Catalogue> = LazyLock::new(Catalogue::make);
    &ALL
}

impl Catalogue {
    /// The asset with this plain name, such as `app.css`.
    pub fn named(&self, name: &str) -> Option<&Asset> {
        self.assets.get(name)
    }

    /// The asset whose last part of the path this is, such as `app.<hash>.css`.
    pub fn at(&self, hashed_name: &str) -> Option<&Asset> {
        self.named(self.names.get(hashed_name)?)
    }

    fn make() -> Self {
        let files = embedded::served()
            .map(|path| (last_part(&path).to_owned(), path))
            .collect();
        let mut making = Making {
            files,
            assets: HashMap::new(),
        };
        for name in making.files.keys().cloned().collect::<Vec<_>>() {
            making.add(&name);
        }
        let sheet = making.hashing(&rewrite::style_sheet());
        making.keep("app.css", sheet.into());
        let names = making
            .assets
            .iter()
            .map(|(name, asset)| (last_part(&asset.path).to_owned(), name.clone()));
        Self {
            names: names.collect(),
            assets: making.assets,
        }
    }
}

/// Files on their way to being assets: one that names another waits until that one has its hash.
struct Making {
    files: BTreeMap<String, String>,
    assets: HashMap<String, Asset>,
}

impl Making {
    /// Adds the file with this plain name, after those it names, and gives its hashed path.
    /// Taking it out of `files` first ends circles: their last member keeps the plain name.
    fn add(&mut self, name: &str) -> Option<String> {
        if let Some(made) = self.assets.get(name) {
            return Some(made.path.clone());
        }
        let file = self.files.remove(name)?;
        let bytes = if file.starts_with("js/") {
            Bytes::from(self.hashing(&embedded::text(&file)?))
        } else {
            Bytes::from(embedded::bytes(&file)?.into_owned())
        };
        Some(self.keep(name, bytes))
    }

    fn hashing(&mut self, text: &str) -> String {
        rewrite::addresses(text, |name| self.add(name))
    }

    fn keep(&mut self, name: &str, bytes: Bytes) -> String {
        let hash = hex::encode(Sha256::digest(&bytes));
        let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
        let path = format!("/assets/{stem}.{}.{kind}", &hash[..HASH_DIGITS]);
        let content_type = match mime_guess::from_path(name).first_or_octet_stream() {
            text if text.type_() == "text" => format!("{text}; charset=utf-8"),
            other => other.to_string(),
        };
        self.assets.insert(
            name.to_owned(),
            Asset {
                path: path.clone(),
                content_type,
                bytes,
            },
        );
        path
    }
}

fn last_part(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, last)| last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_files_share_a_name() {
        let names: Vec<String> = embedded::served()
            .map(|path| last_part(&path).to_owned())
            .collect();
        let unique: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(unique.len(), names.len(), "{names:?}");
    }

    #[test]
    fn scripts_and_the_style_sheet_name_each_other_by_hash() {
        for asset in all()
            .assets
            .values()
            .filter(|asset| asset.content_type.starts_with("text/"))
        {
            let text = String::from_utf8_lossy(&asset.bytes);
            for left in ["from \"./", "import \"./", "Worker(\"./", "url(\"."] {
                assert!(!text.contains(left), "{} still has {left}", asset.path);
            }
        }
        let app = String::from_utf8_lossy(&all().named("app.js").unwrap().bytes).into_owned();
        assert!(app.contains(&all().named("live.js").unwrap().path));
    }
}
