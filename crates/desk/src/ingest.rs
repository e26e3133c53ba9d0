//! Taking a provider's request: whose token it carries, and onto disk with it. Reading it comes later.

mod digest;
mod known;

use bytes::Bytes;
use memchr::memmem::Finder;

use domain::{ChannelId, NotificationId};
use store::notifications::Arrival;
use store::tokens;

use crate::{Desk, secrets};

pub(crate) use digest::digest;
pub(crate) use known::KnownTokens;

/// A request as it came in.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// Tokens found outside the body, in the order of their precedence: path, header, query.
    pub tokens: Vec<String>,
    /// `POST` or `GET`.
    pub method: String,
    /// The query string as sent.
    pub query: String,
    /// As sent.
    pub content_type: Option<String>,
    /// As sent.
    pub body: Bytes,
    /// Who sent it.
    pub address: Option<String>,
}

/// Why a request was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// No token, or one that is unknown or revoked.
    #[error("the channel's token is missing, unknown or revoked")]
    UnknownToken,
    /// Neither a body nor a query beside the token.
    #[error("the request is empty")]
    Empty,
    /// Storage cannot take it now.
    #[error("storage cannot take it now")]
    Unavailable(#[source] store::Error),
}

/// A token's last use is written down at most this often.
const TOUCH_EVERY: jiff::SignedDuration = jiff::SignedDuration::from_secs(60);

impl Desk {
    /// Keeps a request. When this returns `Ok`, it is on disk, or was there already and is counted.
    pub async fn take(&self, incoming: Incoming) -> Result<(), NotTaken> {
        let now = self.now();
        let token = self.token_of(&incoming).await?;
        self.check_network(&token, incoming.address.as_deref())
            .await?;
        let query = without_tokens(&incoming.query);
        if incoming.body.trim_ascii().is_empty() && query.is_empty() {
            return Err(NotTaken::Empty);
        }
        let arrival = Arrival {
            id: NotificationId::at(now),
            channel_id: token.channel_id,
            token_id: Some(token.token_id),
            digest: digest(&incoming),
            method: incoming.method,
            query,
            content_type: incoming.content_type,
            body: without_token(&incoming.body),
            address: incoming.address,
            received_at: now,
        };
        self.inbox
            .keep(arrival)
            .await
            .map_err(NotTaken::Unavailable)?;
        Ok(())
    }

    /// Whose channel a request is about that asks instead of telling.
    pub(crate) async fn channel_of(&self, incoming: &Incoming) -> Result<ChannelId, NotTaken> {
        let token = self.token_of(incoming).await?;
        self.check_network(&token, incoming.address.as_deref())
            .await?;
        Ok(token.channel_id)
    }

    async fn token_of(&self, incoming: &Incoming) -> Result<tokens::Found, NotTaken> {
        let outside = incoming
            .tokens
            .iter()
            .find(|token| !token.is_empty())
            .cloned();
        let inside = || telephony::hearing::find_token(&incoming.body);
        let token = outside.or_else(inside).ok_or(NotTaken::UnknownToken)?;
        let hash = secrets::hash(&token);
        let asked = match self.tokens.find(&hash, self.now()) {
            Ok(found) => return Ok(found),
            Err(asked) => asked,
        };
        // Apart, so that the usual way through here stays small.
        Box::pin(self.ask_for_token(hash, asked)).await
    }

    async fn ask_for_token(&self, hash: [u8; 32], asked: u64) -> Result<tokens::Found, NotTaken> {
        let mut conn = self.store.read().await.map_err(NotTaken::Unavailable)?;
        let found = tokens::find(&mut conn, &hash)
            .await
            .map_err(NotTaken::Unavailable)?;
        // The index has compared them already; this comparison does not tell by its time how much fits.
        let found = found
            .filter(|found| secrets::same(&found.hash, &hash))
            .ok_or(NotTaken::UnknownToken)?;
        let stale = found
            .last_used_at
            .is_none_or(|at| self.now().duration_since(at) > TOUCH_EVERY);
        if stale {
            self.note_use(&found).await;
        }
        self.tokens.learn(hash, found.clone(), asked, self.now());
        Ok(found)
    }

    /// Where the operator has named the provider's networks, a good token from elsewhere is a stolen one.
    async fn check_network(
        &self,
        token: &tokens::Found,
        address: Option<&str>,
    ) -> Result<(), NotTaken> {
        if self
            .options
            .providers
            .values()
            .all(|provider| provider.notification_networks.is_empty())
        {
            return Ok(());
        }
        Box::pin(self.check_named_networks(token, address)).await
    }

    async fn check_named_networks(
        &self,
        token: &tokens::Found,
        address: Option<&str>,
    ) -> Result<(), NotTaken> {
        let mut conn = self.store.read().await.map_err(NotTaken::Unavailable)?;
        let channel = store::channels::find(&mut conn, token.channel_id)
            .await
            .map_err(NotTaken::Unavailable)?;
        let networks = channel.map(|channel| {
            self.options
                .provider(channel.provider)
                .notification_networks
        });
        let networks = networks.unwrap_or_default();
        let from: Option<std::net::IpAddr> = address.and_then(|address| address.parse().ok());
        if networks.is_empty()
            || from.is_some_and(|from| networks.iter().any(|network| network.contains(&from)))
        {
            return Ok(());
        }
        tracing::warn!(channel = %token.channel_id, address, "a notification came from outside the provider's networks");
        Err(NotTaken::UnknownToken)
    }

    /// Losing this note loses nothing.
    async fn note_use(&self, token: &tokens::Found) {
        let noted: store::Result<()> = async {
            let mut tx = self.store.begin().await?;
            tokens::touch(&mut tx, token.token_id, self.now()).await?;
            tx.commit().await
        }
        .await;
        if let Err(error) = noted {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "could not note a token's use"
            );
        }
    }
}

/// The query string as it is kept: tokens are secrets.
fn without_tokens(query: &str) -> String {
    let secret = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        name == "token" || name == "ud_channel_token"
    };
    query
        .split('&')
        .filter(|pair| !pair.is_empty() && !secret(pair))
        .collect::<Vec<_>>()
        .join("&")
}

/// The body as it is kept: its token is a secret, and a few letters of it are enough to tell which it was.
fn without_token(body: &[u8]) -> Vec<u8> {
    let Some(token) =
        telephony::hearing::find_token(body).filter(|token| token.len() >= SHORTEST_TOKEN)
    else {
        return body.to_vec();
    };
    let hint = secrets::hint(&token);
    let finder = Finder::new(token.as_bytes());
    let mut kept = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = finder.find(rest) {
        kept.extend_from_slice(&rest[..at]);
        kept.extend_from_slice(hint.as_bytes());
        rest = &rest[at + token.len()..];
    }
    kept.extend_from_slice(rest);
    kept
}

/// What is shorter is no token of ours, and might be a word of the body.
const SHORTEST_TOKEN: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_not_kept_in_the_body() {
        let token = secrets::new_token(secrets::Kind::Channel);
        let body = format!("{{\"ud_channel_token\":\"{token}\",\"call_session_id\":1}}");
        let kept = String::from_utf8(without_token(body.as_bytes())).unwrap();
        assert_eq!(kept, body.replace(&token, &secrets::hint(&token)));
        assert!(!kept.contains(&token));
        assert_eq!(
            without_token(b"{\"call_session_id\":1}"),
            b"{\"call_session_id\":1}"
        );
    }

    #[test]
    fn tokens_are_not_kept_in_the_query() {
        assert_eq!(
            without_tokens("a=1&token=dzv_x&ud_channel_token=dzv_y&b=2"),
            "a=1&b=2"
        );
        assert_eq!(without_tokens("token=dzv_x"), "");
    }
}
