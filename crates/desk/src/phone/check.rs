//! Whether a channel's App Secret works: asked when it is saved and whenever an administrator wants to know.

use domain::{Actor, At, Channel, ChannelId, Language};
use serde::{Deserialize, Serialize};
use store::directories;
use telephony::pbx::{Account, Limits, Part, Verdict};

use super::PbxRefusal;
use super::pbx::in_time;
use crate::channels::administered;
use crate::{Desk, Result};

/// What came of trying a channel's App Secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Checked {
    /// It works.
    Works {
        /// The account's id.
        account: i64,
        /// Its name.
        name: String,
        /// Its time zone, IANA.
        zone: Option<String>,
        /// Whether calls can be held and passed on.
        steers: bool,
        /// Whether tags and remarks can be written.
        writes: bool,
        /// Points left for calls.
        calls: Points,
        /// Points left for the account.
        data: Points,
    },
    /// It is not a key of this account, or not a whole one.
    KeyWrong,
    /// It has expired.
    KeyExpired,
    /// It is blocked in the account.
    KeyBlocked,
    /// The server's address has to be put on the account's white list.
    AddressNotAllowed {
        /// The address, where the PBX told it.
        address: Option<String>,
    },
    /// The tariff lacks the APIs.
    ComponentMissing,
    /// The account is not active.
    AccountInactive,
    /// The tariff's limit is used up for now.
    NoPointsLeft,
    /// The PBX was not reached, or its answer could not be read.
    Unclear {
        /// What was wrong, in each language.
        said: [String; 2],
    },
}

/// Points that were left of the tariff's limits; nothing where the PBX did not tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    /// Of this minute.
    pub minute: Option<u64>,
    /// Of this day.
    pub day: Option<u64>,
}

impl Desk {
    /// What came of trying a channel's App Secret the last time, for administrators.
    pub async fn channel_check(
        &self,
        actor: &Actor,
        id: ChannelId,
    ) -> Result<Option<(Checked, At)>> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, id).await?;
        Ok(directories::check(&mut conn, id).await?)
    }

    /// Tries a channel's App Secret on the PBX.
    pub async fn check_channel(&self, actor: &Actor, id: ChannelId) -> Result<Checked> {
        let channel = administered(&mut self.store.read().await?, actor, id).await?;
        self.try_key(&channel).await
    }

    /// The same in the background, where the settings say at which address, and where it works, who is in the account: what
    /// comes of it stands in the channel's pages as soon as it is known.
    pub(crate) fn check_channel_soon(&self, channel: &Channel) {
        if self.options.provider(channel.provider).addresses.is_none() {
            return;
        }
        let (desk, channel) = (self.clone(), channel.clone());
        tokio::spawn(async move {
            let known = async {
                if let Checked::Works { .. } = desk.try_key(&channel).await? {
                    desk.fetch_directory(&channel).await?;
                }
                Ok::<_, crate::Refusal>(())
            };
            if let Err(error) = known.await {
                let error = &error as &dyn std::error::Error;
                tracing::warn!(channel = %channel.id, error, "an App Secret could not be tried");
            }
        });
    }

    async fn try_key(&self, channel: &Channel) -> Result<Checked> {
        let pbx = self.pbx(&mut self.store.read().await?, channel).await?;
        let checked = match in_time(pbx.check()).await {
            Some(verdict) => checked(verdict),
            None => Checked::Unclear {
                said: PbxRefusal::too_slow().into_said(),
            },
        };
        let mut tx = self.store.begin().await?;
        directories::put_check(&mut tx, channel.id, &checked, self.now()).await?;
        tx.commit().await?;
        Ok(checked)
    }
}

fn checked(verdict: Verdict) -> Checked {
    match verdict {
        Verdict::Works(account) => works(*account),
        Verdict::KeyWrong => Checked::KeyWrong,
        Verdict::KeyExpired => Checked::KeyExpired,
        Verdict::KeyBlocked => Checked::KeyBlocked,
        Verdict::AddressNotAllowed { address } => Checked::AddressNotAllowed { address },
        Verdict::ComponentMissing => Checked::ComponentMissing,
        Verdict::AccountInactive => Checked::AccountInactive,
        Verdict::NoPointsLeft => Checked::NoPointsLeft,
        Verdict::Unclear(failure) => Checked::Unclear {
            said: Language::ALL.map(|language| failure.sentence(language)),
        },
    }
}

fn works(account: Account) -> Checked {
    let zone = account
        .zone
        .as_ref()
        .and_then(jiff::tz::TimeZone::iana_name);
    Checked::Works {
        zone: zone.map(str::to_owned),
        steers: !account.lacks.contains(&Part::Steering),
        writes: !account.lacks.contains(&Part::Writing),
        calls: points(account.call_limits),
        data: points(account.account_limits),
        account: account.id,
        name: account.name,
    }
}

fn points(limits: Option<Limits>) -> Points {
    Points {
        minute: limits.and_then(|limits| limits.minute_remaining),
        day: limits.and_then(|limits| limits.day_remaining),
    }
}
