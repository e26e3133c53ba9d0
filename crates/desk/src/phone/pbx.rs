//! The PBX of a channel, asked with the channel's App Secret and within a person's patience.

use std::time::Duration;

use domain::{Channel, dial};
use secrecy::SecretString;
use store::{Conn, channels};
use telephony::pbx::{Failure, Pbx};

use super::{PbxRefusal, Unready};
use crate::{Desk, Refusal, Result};

impl Desk {
    /// The PBX of a channel that has an App Secret.
    pub(crate) async fn pbx(&self, conn: &mut Conn, channel: &Channel) -> Result<Pbx> {
        let sealed = channels::app_secret(conn, channel.id).await?;
        let sealed = sealed.ok_or(Refusal::Unready(Unready::NoAppSecret))?;
        let name = format!("app_secret:{}", channel.id);
        let secret = SecretString::from(self.sealer.open(&name, &sealed)?);
        let addresses = self.options.addresses(channel.provider);
        Ok(self.switchboard.pbx(channel.id, &addresses, &secret))
    }
}

/// What the PBX answers to something that a person waits for.
pub(super) async fn asked<T>(
    asking: impl Future<Output = std::result::Result<T, Failure>>,
) -> std::result::Result<T, PbxRefusal> {
    match in_time(asking).await {
        Some(Ok(done)) => Ok(done),
        Some(Err(failure)) => {
            tracing::info!(
                error = &failure as &dyn std::error::Error,
                "the PBX did not do what was asked"
            );
            Err(PbxRefusal::of(&failure))
        }
        None => {
            tracing::info!("the PBX did not answer in time");
            Err(PbxRefusal::too_slow())
        }
    }
}

/// What comes of it within a person's patience.
pub(super) async fn in_time<T>(asking: impl Future<Output = T>) -> Option<T> {
    let patience = Duration::try_from(dial::PATIENCE).unwrap_or_default();
    tokio::time::timeout(patience, asking).await.ok()
}
