//! The phones of a channel's operators, as the account tells them: remembered, because the PBX does not wait for its own answer.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::SignedDuration;
use secrecy::SecretString;

use domain::agent::OperatorId;
use domain::{At, Channel, ChannelId};
use store::Conn;
use telephony::pbx::{Operator, Pbx};

use crate::{Desk, Result};

/// How long the account's word is taken without asking again.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// What was told last, by channel.
#[derive(Debug, Default)]
pub(crate) struct KnownPhones(Mutex<HashMap<ChannelId, Told>>);

#[derive(Debug, Clone)]
struct Told {
    at: At,
    phones: HashMap<OperatorId, Vec<String>>,
}

impl KnownPhones {
    fn get(&self, channel: ChannelId) -> Option<Told> {
        self.lock().get(&channel).cloned()
    }

    fn put(&self, channel: ChannelId, told: Told) {
        self.lock().insert(channel, told);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ChannelId, Told>> {
        // Whoever panicked with it left at worst an older word.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk {
    /// The phones that ring when a call is sent to this operator; none when the account does not tell.
    ///
    /// What is known is used while it is asked for anew; what is not known at all is waited for.
    pub(super) async fn phones_of(
        &self,
        conn: &mut Conn,
        channel: &Channel,
        operator: &OperatorId,
    ) -> Result<Vec<String>> {
        let of = |told: Told| told.phones.get(operator).cloned().unwrap_or_default();
        let known = self.phones.get(channel.id);
        let stale = known
            .as_ref()
            .is_none_or(|told| self.now().duration_since(told.at) > FRESH);
        if !stale {
            return Ok(known.map(of).unwrap_or_default());
        }
        let Some(pbx) = self.account_of(conn, channel).await? else {
            return Ok(Vec::new());
        };
        // Goes on when the PBX has waited long enough: the next question finds it.
        if let Some(told) = &known {
            let at = self.now();
            self.phones.put(channel.id, Told { at, ..told.clone() });
        }
        let asking = tokio::spawn(self.clone().ask_phones(channel.id, pbx));
        if let Some(told) = known {
            return Ok(of(told));
        }
        let _ = asking.await;
        Ok(self.phones.get(channel.id).map(of).unwrap_or_default())
    }

    async fn account_of(&self, conn: &mut Conn, channel: &Channel) -> Result<Option<Pbx>> {
        let Some(sealed) = store::channels::app_secret(conn, channel.id).await? else {
            return Ok(None);
        };
        let name = format!("app_secret:{}", channel.id);
        let secret = SecretString::from(self.sealer.open(&name, &sealed)?);
        let addresses = self.options.addresses(channel.provider);
        Ok(Some(Pbx::new(&self.outbound, &addresses, &secret)))
    }

    async fn ask_phones(self, channel: ChannelId, pbx: Pbx) {
        match pbx.operators().await {
            Ok(operators) => {
                let told = Told {
                    at: self.now(),
                    phones: operators.into_iter().map(ringing).collect(),
                };
                self.phones.put(channel, told);
            }
            Err(failure) => {
                tracing::warn!(%channel, error = &failure as &dyn std::error::Error, "could not ask the account for its operators' phones");
            }
        }
    }
}

/// The phones that are there to ring.
fn ringing(operator: Operator) -> (OperatorId, Vec<String>) {
    let there = operator
        .phones
        .into_iter()
        .filter(|phone| phone.is_active && phone.is_registered != Some(false));
    let takes_calls = operator.takes_calls != Some(false);
    let phones = there.filter(|_| takes_calls).map(|phone| phone.number);
    (operator.id, phones.collect())
}

#[cfg(test)]
impl KnownPhones {
    /// What the account would tell.
    pub(super) fn learn(&self, channel: ChannelId, operator: OperatorId, phone: &str, at: At) {
        let mut all = self.lock();
        let phones = HashMap::new();
        let told = all.entry(channel).or_insert(Told { at, phones });
        told.phones.insert(operator, vec![phone.to_owned()]);
    }
}
