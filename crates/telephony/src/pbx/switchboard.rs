//! The PBX of every channel, each made once, so that all who ask the same account keep to the same limits.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use domain::ChannelId;
use secrecy::{ExposeSecret as _, SecretString};

use super::{Addresses, Pbx};
use crate::outbound::Outbound;

/// The PBX of every channel.
pub struct Switchboard {
    outbound: Outbound,
    known: Mutex<HashMap<ChannelId, Known>>,
}

struct Known {
    addresses: Addresses,
    secret: SecretString,
    pbx: Pbx,
}

impl Switchboard {
    /// Without any yet.
    #[must_use]
    pub fn new(outbound: Outbound) -> Self {
        Self {
            outbound,
            known: Mutex::default(),
        }
    }

    /// The channel's PBX: the same one until its addresses or its App Secret change.
    #[must_use]
    pub fn pbx(&self, channel: ChannelId, addresses: &Addresses, secret: &SecretString) -> Pbx {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(it) = known.get(&channel)
            && it.addresses == *addresses
            && it.secret.expose_secret() == secret.expose_secret()
        {
            return it.pbx.clone();
        }
        let pbx = Pbx::new(&self.outbound, addresses, secret);
        let fresh = Known {
            addresses: addresses.clone(),
            secret: secret.clone(),
            pbx: pbx.clone(),
        };
        known.insert(channel, fresh);
        pbx
    }
}
