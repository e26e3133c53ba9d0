//! Light or dark: as the system has it, unless somebody has chosen.

use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;

/// How the desk looks in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The cookie that keeps it.
    pub const COOKIE: &'static str = "dozvon_theme";

    /// The theme of this name; the system's for any other.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// What the browser has kept.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let jar = CookieJar::from_headers(headers);
        jar.get(Self::COOKIE)
            .map_or(Self::System, |cookie| Self::named(cookie.value()))
    }

    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The attribute that the style sheet looks for.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => " data-theme=light",
            Self::Dark => " data-theme=dark",
        }
    }
}
