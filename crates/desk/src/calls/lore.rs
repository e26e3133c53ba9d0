//! What stands while a batch of calls is told and is asked for again and again: who an operator is, what a channel's
//! recordings are kept by.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use domain::recording::Rules;
use domain::{Channel, ChannelId};
use store::Tx;
use store::access::{self, Candidate};

use crate::Result;

/// Asked for once in a transaction; within it nothing that tells calls changes any of it.
#[derive(Default)]
pub(crate) struct Lore {
    operators: Remembered<(ChannelId, String), Vec<Candidate>>,
    rules: Remembered<ChannelId, Rules>,
}

impl Lore {
    /// The agents who are this operator and work in the channel.
    pub(super) async fn candidates(
        &self,
        tx: &mut Tx,
        channel: &Channel,
        operator: &str,
    ) -> Result<Vec<Candidate>> {
        let key = (channel.id, operator.to_owned());
        if let Some(known) = self.operators.recall(&key) {
            return Ok(known);
        }
        let found = access::candidates(tx, channel.id, channel.provider, operator).await?;
        Ok(self.operators.learn(key, found))
    }

    /// By what the channel's recordings are kept.
    pub(crate) async fn recording_rules(&self, tx: &mut Tx, channel: ChannelId) -> Result<Rules> {
        if let Some(known) = self.rules.recall(&channel) {
            return Ok(known);
        }
        let found = store::recordings::rules(tx, channel).await?;
        Ok(self.rules.learn(channel, found))
    }
}

struct Remembered<K, V>(Mutex<HashMap<K, V>>);

impl<K, V> Default for Remembered<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Hash + Eq, V: Clone> Remembered<K, V> {
    fn recall(&self, key: &K) -> Option<V> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(key).cloned()
    }

    fn learn(&self, key: K, value: V) -> V {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(key, value.clone());
        value
    }
}
