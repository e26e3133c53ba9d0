//! What the operator of the server checks.

use domain::ChannelId;
use domain::notification::Verdict;

use crate::{Desk, Refusal, Result};

impl Desk {
    /// Whether the desk's key opens what was sealed; how many secrets there are.
    pub async fn check_secrets(&self) -> Result<usize> {
        let mut conn = self.store.read().await?;
        let mut opened = 0;
        for (id, sealed) in store::tokens::all_sealed(&mut conn).await? {
            self.sealer
                .open(&format!("token:{id}"), &sealed)
                .map_err(|_| WRONG_KEY)?;
            opened += 1;
        }
        for channel in store::channels::list(&mut conn).await? {
            if let Some(sealed) = store::channels::app_secret(&mut conn, channel.id).await? {
                self.sealer
                    .open(&format!("app_secret:{}", channel.id), &sealed)
                    .map_err(|_| WRONG_KEY)?;
                opened += 1;
            }
        }
        Ok(opened)
    }

    /// Whether the storage of recordings takes, gives and lets go.
    pub async fn check_recordings(&self) -> std::result::Result<(), sound::ShelfError> {
        self.shelf.check().await
    }

    /// How many notifications wait to be heard.
    pub async fn waiting_notifications(&self) -> Result<i64> {
        Ok(store::notifications::waiting(&mut self.store.read().await?).await?)
    }

    /// Puts notifications with these verdicts back among those to be heard, of one channel or all; how many.
    pub async fn put_back(&self, channel: Option<ChannelId>, verdicts: &[Verdict]) -> Result<u64> {
        let mut tx = self.store.begin().await?;
        let put_back = store::notifications::put_back_all(&mut tx, channel, verdicts).await?;
        tx.commit().await?;
        Ok(put_back)
    }

    /// How many commits the inbox has made: arrivals over commits is the size of a group.
    #[must_use]
    pub fn inbox_commits(&self) -> u64 {
        self.inbox.commits()
    }
}

/// What another key than the first one leads to.
const WRONG_KEY: Refusal = Refusal::Inside(
    "the secret key does not open the desk's secrets: give it the key it was set up with",
);
