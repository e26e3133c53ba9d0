//! The files as they lie in `assets/`: embedded in release, read from the disk in development.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Folder;

/// Kinds of files that a browser may fetch; style sheets only as the one they are put together into.
const SERVED: [&str; 3] = ["js", "svg", "woff2"];

/// The paths of all files that are served as they are.
pub(super) fn served() -> impl Iterator<Item = String> {
    Folder::iter()
        .filter(|path| !path.starts_with("icons/own/"))
        .filter(|path| {
            path.rsplit_once('.')
                .is_some_and(|(_, kind)| SERVED.contains(&kind))
        })
        .map(Cow::into_owned)
}

/// The bytes of the file at `path` under `assets/`.
pub(super) fn bytes(path: &str) -> Option<Cow<'static, [u8]>> {
    Folder::get(path).map(|file| file.data)
}

/// The text of the file at `path` under `assets/`.
pub(super) fn text(path: &str) -> Option<String> {
    String::from_utf8(bytes(path)?.into_owned()).ok()
}
