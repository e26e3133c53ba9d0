//! «Токены канала»: one is made, one is revoked; the last request with each tells when an old one may go.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use desk::Thing;
use domain::channel::Token;
use domain::notification::Notification;
use domain::{ChannelId, TokenId};
use jiff::SignedDuration;

use super::super::choices::choice;
use super::super::draw::on_to;
use super::super::named::named;
use super::super::visit::Visit;
use super::row::event_name;
use crate::Web;
use crate::form::Choice;
use crate::frame::{Frame, Moment};
use crate::problem::Result;

/// A token that comes no more for so long may be revoked.
const QUIET: SignedDuration = SignedDuration::from_hours(24);

/// A live token.
pub(super) struct TokenRow {
    /// Which.
    pub(super) token: Token,
    /// What is pasted.
    pub(super) secret: String,
    /// Whether the ready bodies hold it unless another is chosen.
    pub(super) is_newest: bool,
    /// The last request with it: its page, when, and its event.
    pub(super) last: Option<(String, Moment, String)>,
    /// Whether it is an older one that still comes.
    pub(super) still_comes: bool,
    /// Whether it is an older one that comes no more.
    pub(super) is_quiet: bool,
}

/// The live tokens, newest first.
pub(super) fn rows(
    tokens: &[(Token, String)],
    uses: &[(TokenId, Notification)],
    frame: &Frame,
) -> Vec<TokenRow> {
    let row = |(place, (token, secret)): (usize, &(Token, String))| {
        let last = uses.iter().find(|(id, _)| *id == token.id);
        let last = last.map(|(_, last)| last);
        let came_at = last
            .map(|last| last.last_received_at)
            .or(token.last_used_at);
        let quiet = came_at.is_none_or(|at| frame.now.duration_since(at) > QUIET);
        TokenRow {
            is_newest: place == 0,
            still_comes: place > 0 && !quiet,
            is_quiet: place > 0 && quiet,
            last: last.map(|last| {
                (
                    format!("/channels/{}/notifications/{}", last.channel_id, last.id),
                    frame.ago(last.last_received_at),
                    event_name(last, frame.t, frame.language),
                )
            }),
            token: token.clone(),
            secret: secret.clone(),
        }
    };
    tokens.iter().enumerate().map(row).collect()
}

/// The tokens to choose from, once there are several.
pub(super) fn choices(tokens: &[(Token, String)], chosen: Option<TokenId>) -> Vec<Choice> {
    if tokens.len() < 2 {
        return Vec::new();
    }
    let newest = tokens.first().map(|(token, _)| token.id);
    let chosen = chosen.or(newest);
    tokens
        .iter()
        .map(|(token, _)| {
            choice(
                token.id.to_string(),
                token.hint.as_str(),
                Some(token.id) == chosen,
            )
        })
        .collect()
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/channels/{id}/tokens", post(create))
        .route("/channels/{id}/tokens/{token}/revocation", post(revoke))
}

async fn create(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    visit.desk.create_token(&visit.actor, id).await?;
    Ok(shown(id))
}

async fn revoke(visit: Visit, Path((id, token)): Path<(String, String)>) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    let token = named(&token, Thing::Token)?;
    visit.desk.revoke_token(&visit.actor, id, token).await?;
    Ok(shown(id))
}

/// Back to the channel with its tokens folded out.
fn shown(id: ChannelId) -> Response {
    on_to(&format!("/channels/{id}?tokens#tokens"))
}
