//! What is said of a channel's account: whether its App Secret works, and if not, what to do.

use axum::extract::Path;
use axum::response::Response;
use desk::phone::Checked;
use desk::{Refusal, Thing};
use domain::{At, ChannelId};

use super::super::calls::refused;
use super::super::draw::on_to;
use super::super::named::named;
use super::super::visit::Visit;
use crate::frame::{Flash, Frame, Moment};
use crate::problem::Result;

/// The account as it is drawn.
pub(super) struct Account {
    /// `ok`, `bad` or `wait`.
    pub(super) state: &'static str,
    /// The verdict in a sentence.
    pub(super) said: String,
    /// What more there is to know.
    pub(super) facts: Vec<String>,
    /// When it was tried.
    pub(super) at: Option<Moment>,
}

impl Account {
    /// Of what came of trying the key the last time.
    pub(super) fn of(checked: Option<&(Checked, At)>, frame: &Frame) -> Self {
        let t = frame.t;
        let Some((checked, at)) = checked else {
            return Self {
                state: "wait",
                said: t.msg_account_untried(),
                facts: Vec::new(),
                at: None,
            };
        };
        let said = match checked {
            Checked::Works { name, account, .. } => {
                t.msg_account_works(name.as_str(), account.to_string())
            }
            Checked::KeyWrong => t.msg_account_key_wrong(),
            Checked::KeyExpired => t.msg_account_key_expired(),
            Checked::KeyBlocked => t.msg_account_key_blocked(),
            Checked::AddressNotAllowed {
                address: Some(address),
            } => t.msg_account_address(address.as_str()),
            Checked::AddressNotAllowed { address: None } => t.msg_account_address_unknown(),
            Checked::ComponentMissing => t.msg_account_component(),
            Checked::AccountInactive => t.msg_account_inactive(),
            Checked::NoPointsLeft => t.msg_account_no_points(),
            Checked::Unclear { said } => {
                let place = domain::Language::ALL
                    .iter()
                    .position(|known| *known == frame.language);
                place
                    .and_then(|place| said.get(place))
                    .cloned()
                    .unwrap_or_default()
            }
        };
        Self {
            state: match checked {
                Checked::Works { .. } => "ok",
                Checked::KeyWrong
                | Checked::KeyExpired
                | Checked::KeyBlocked
                | Checked::AddressNotAllowed { .. }
                | Checked::ComponentMissing
                | Checked::AccountInactive
                | Checked::NoPointsLeft
                | Checked::Unclear { .. } => "bad",
            },
            said,
            facts: facts(checked, frame),
            at: Some(frame.ago(at)),
        }
    }
}

/// Of an account whose key works: its clock, what is left of the tariff, what the tariff lacks.
fn facts(checked: &Checked, frame: &Frame) -> Vec<String> {
    let t = frame.t;
    let Checked::Works {
        zone,
        steers,
        writes,
        calls,
        data,
        ..
    } = checked
    else {
        return Vec::new();
    };
    let zone = zone.iter().map(|zone| t.msg_account_zone(zone.as_str()));
    let left = [(calls.day, true), (data.day, false)];
    let left = left.into_iter().filter_map(|(day, of_calls)| {
        let day = day?.to_string();
        Some(match of_calls {
            true => t.msg_account_left_calls(day),
            false => t.msg_account_left_data(day),
        })
    });
    let lacks = [
        (!steers).then(|| t.msg_account_no_steering()),
        (!writes).then(|| t.msg_account_no_writing()),
    ];
    zone.chain(left)
        .chain(lacks.into_iter().flatten())
        .collect()
}

/// `POST /channels/{id}/check`.
pub(super) async fn check(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let here = format!("/channels/{id}#account");
    let checked: std::result::Result<Checked, Refusal> =
        visit.desk.check_channel(&visit.actor, id).await;
    match checked {
        Ok(_) => Ok(on_to(&here)),
        Err(refusal) => {
            let said = refused(refusal, visit.words())?;
            Ok(visit.on_to_saying(&here, &Flash::said(said)))
        }
    }
}
