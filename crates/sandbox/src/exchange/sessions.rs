//! Keys for an hour, for those who sign in with a login and a password.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::chance;
use crate::clock;

/// How long a session lasts.
const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// The keys that were given and have not ended.
#[derive(Debug, Default)]
pub(crate) struct Sessions(Mutex<HashMap<String, Timestamp>>);

impl Sessions {
    /// A new key and when it ends.
    pub(crate) fn begin(&self) -> (String, Timestamp) {
        let (key, ends) = (chance::fresh_key(), clock::now() + HOUR);
        self.known().insert(key.clone(), ends);
        (key, ends)
    }

    pub(crate) fn knows(&self, key: &str) -> bool {
        let now = clock::now();
        self.known().get(key).is_some_and(|ends| *ends > now)
    }

    pub(crate) fn end(&self, key: &str) {
        self.known().remove(key);
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, Timestamp>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
