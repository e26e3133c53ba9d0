//! The static side: style sheet, scripts, icons, fonts; embedded, named by their hash, kept by browsers for ever.

mod catalogue;
mod embedded;
mod rewrite;
mod serve;

pub use serve::router;

/// Where a page finds an asset: `path("app.css")` is `/assets/app.<hash>.css`.
///
/// An unknown name gives an address that answers 404; a test keeps the templates from asking for one.
#[must_use]
pub fn path(name: &str) -> &'static str {
    catalogue::all()
        .named(name)
        .map_or("/assets/unknown", |asset| asset.path.as_str())
}
