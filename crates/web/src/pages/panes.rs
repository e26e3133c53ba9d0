//! The panes of the desk as their agent left them: how wide, and which are put away. Kept by the browser.

use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;

/// Written by the page's script.
const COOKIE: &str = "dozvon_panes";

/// How wide the panes are, in steps, and which are put away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panes {
    /// The list.
    pub list: u8,
    /// The client.
    pub side: u8,
    /// Whether the list is put away.
    pub no_list: bool,
    /// Whether the client is.
    pub no_side: bool,
}

impl Default for Panes {
    fn default() -> Self {
        Self {
            list: 22,
            side: 18,
            no_list: false,
            no_side: false,
        }
    }
}

impl Panes {
    /// As the browser says; what makes no sense is as usual.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let jar = CookieJar::from_headers(headers);
        jar.get(COOKIE)
            .map_or_else(Self::default, |cookie| Self::read(cookie.value()))
    }

    /// `22-18-list+side`
    fn read(text: &str) -> Self {
        let usual = Self::default();
        let mut parts = text.splitn(3, '-');
        let mut width = |least: u8, most: u8, usual: u8| {
            let steps = parts.next().and_then(|text| text.parse().ok());
            steps
                .filter(|steps| (least..=most).contains(steps))
                .unwrap_or(usual)
        };
        let (list, side) = (width(16, 36, usual.list), width(14, 32, usual.side));
        let away = parts.next().unwrap_or_default();
        let is_away = |pane| away.split('+').any(|one| one == pane);
        Self {
            list,
            side,
            no_list: is_away("list"),
            no_side: is_away("side"),
        }
    }

    /// The value of `data-away`.
    #[must_use]
    pub fn away(self) -> &'static str {
        match (self.no_list, self.no_side) {
            (true, true) => "list side",
            (true, false) => "list",
            (false, true) => "side",
            (false, false) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_are_as_they_were_left_and_nonsense_is_as_usual() {
        let left = Panes::read("30-14-side");
        assert_eq!((left.list, left.side, left.away()), (30, 14, "side"));
        assert_eq!(Panes::read("30-14-list+side").away(), "list side");
        for nonsense in ["", "x", "999-0-nothing", "-1"] {
            assert_eq!(Panes::read(nonsense), Panes::default(), "{nonsense}");
        }
    }
}
