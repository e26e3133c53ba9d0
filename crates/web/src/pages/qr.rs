//! A text as a picture that a phone reads: one path, which stands in the page itself and is kept nowhere.

use qrcode::{Color, QrCode};

use crate::problem::{Problem, Result};

/// Light modules around the dark ones, without which no phone finds them.
const MARGIN: usize = 4;

/// The picture: how many modules a side has, and the path of the dark ones.
#[derive(Debug, Clone)]
pub(super) struct Qr {
    pub(super) side: usize,
    pub(super) path: String,
}

impl Qr {
    /// The picture of a text.
    pub(super) fn of(text: &str) -> Result<Self> {
        let code = QrCode::new(text).map_err(|error| {
            tracing::error!(error = %error, "could not draw a picture for an authenticator");
            Problem::Inside
        })?;
        let width = code.width();
        let dark = |(at, color): (usize, Color)| {
            let (x, y) = (at % width + MARGIN, at / width + MARGIN);
            (color == Color::Dark).then(|| format!("M{x} {y}h1v1h-1z"))
        };
        let modules = code.to_colors().into_iter().enumerate();
        Ok(Self {
            side: width + 2 * MARGIN,
            path: modules.filter_map(dark).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finders_stand_in_three_corners() {
        let qr = Qr::of("otpauth://totp/Dozvon:anna").unwrap();
        let far = qr.side - MARGIN - 1;
        for (x, y) in [(MARGIN, MARGIN), (far, MARGIN), (MARGIN, far)] {
            assert!(qr.path.contains(&format!("M{x} {y}h")), "{x} {y}");
        }
        assert!(!qr.path.contains("M0 0h"));
    }
}
