//! Listening: the sound comes from the provider's link through the guard; the link itself is never shown.

use domain::{Actor, CallId};
use telephony::recording::{self, NoSound, Sound};

use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// Opens the `n`th recording of a call, counted from 0; `range` is the listener's `Range` header.
    pub async fn recording(
        &self,
        actor: &Actor,
        id: CallId,
        n: usize,
        range: Option<&str>,
    ) -> Result<Sound> {
        let mut conn = self.store.read().await?;
        let call = super::seen::reachable(&mut conn, actor, id).await?;
        let channel = store::channels::find(&mut conn, call.channel_id).await?;
        drop(conn);
        let link = call
            .facts
            .recordings
            .get(n)
            .ok_or(Refusal::NotFound(Thing::Recording))?;
        let channel = channel.ok_or(Refusal::NotFound(Thing::Recording))?;
        let hosts = self.options.provider(channel.provider).media_hosts;
        recording::open(&self.outbound, link, &hosts, range).await.map_err(|why| {
            tracing::info!(call = %id, n, error = &why as &dyn std::error::Error, "a recording could not be opened");
            match why {
                NoSound::Gone => Refusal::Gone,
                NoSound::NotReady => Refusal::NotReady,
                NoSound::Refused(_) | NoSound::TooLarge | NoSound::Unreached(_) => Refusal::Upstream(why.to_string()),
            }
        })
    }
}
