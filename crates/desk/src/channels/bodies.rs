//! The four bodies that an administrator pastes into the provider's cabinet.

use domain::{Actor, ChannelId, TokenId};
use uis::{Four, Lang};

use super::seen::administered;
use crate::{Desk, Refusal, Result, Thing, Why};

/// One of them, ready to paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyBody {
    /// The event's mnemonic: `in_call_session`, …
    pub event: String,
    /// The event as the provider's cabinet lists it.
    pub name_ru: String,
    /// The same in English.
    pub name_en: String,
    /// The address to send to.
    pub address: String,
    /// The method to send by.
    pub method: &'static str,
    /// The body.
    pub body: String,
}

impl Desk {
    /// The four bodies in the order they are set up, with the newest live token in them or with the one that is chosen.
    pub async fn bodies(
        &self,
        actor: &Actor,
        id: ChannelId,
        chosen: Option<TokenId>,
    ) -> Result<Vec<ReadyBody>> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, id).await?;
        let live = self.live_tokens(&mut conn, id).await?;
        let mut fitting = live
            .into_iter()
            .filter(|(token, _)| chosen.is_none_or(|chosen| token.id == chosen));
        let (_, secret) = fitting.next().ok_or_else(|| match chosen {
            Some(_) => Refusal::NotFound(Thing::Token),
            None => Refusal::field("token", Why::Required),
        })?;
        let address = self.options.hook_url();
        Ok(Four::ALL.map(|four| ready(four, &address, &secret)).into())
    }
}

fn ready(four: Four, address: &str, secret: &str) -> ReadyBody {
    ReadyBody {
        event: four.event().mnemonic().to_owned(),
        name_ru: four.name(Lang::Ru),
        name_en: four.name(Lang::En),
        address: address.to_owned(),
        method: "POST",
        body: uis::body(four, secret),
    }
}
