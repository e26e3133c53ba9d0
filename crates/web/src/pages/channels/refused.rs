//! A sender that was turned away, as a row: who, how often, when, why and what to do.

use domain::channel::{Refused, RefusedBecause};

use crate::frame::{Frame, Moment};

/// A row.
pub(super) struct Turned {
    /// Who.
    pub(super) address: String,
    /// How often.
    pub(super) count: i64,
    /// When last.
    pub(super) last: Moment,
    /// Why, and what to do.
    pub(super) why: String,
}

impl Turned {
    /// The row of a sender.
    pub(super) fn of(refused: &Refused, frame: &Frame) -> Self {
        let (t, hint) = (frame.t, refused.hint.as_str());
        let why = match refused.because {
            RefusedBecause::NoToken => t.msg_refusals_no_token(),
            RefusedBecause::UnknownToken => t.msg_refusals_unknown_token(hint),
            RefusedBecause::RevokedToken => t.msg_refusals_revoked_token(hint),
            RefusedBecause::Elsewhere => t.msg_refusals_elsewhere(hint),
            RefusedBecause::TooLarge => t.msg_refusals_too_large(),
        };
        let address = match refused.address.as_str() {
            "" => t.msg_refusals_unknown_address(),
            known => known.to_owned(),
        };
        Self {
            address,
            count: refused.count,
            last: frame.ago(refused.last_at),
            why,
        }
    }
}
