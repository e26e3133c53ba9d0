//! What became of today's incoming calls.

use std::collections::HashMap;

use domain::call::Outcome;
use domain::{At, ChannelId, Reach};
use store::Conn;

use crate::Result;

/// What became of today's incoming calls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Today {
    /// Answered.
    pub answered: i64,
    /// Missed.
    pub missed: i64,
    /// Callers who still wait to be called back.
    pub not_called_back: i64,
    /// The longest wait until an answer or until it was given up, in seconds.
    pub longest_wait: i64,
    /// Waits together, in seconds.
    waited: i64,
}

impl Today {
    /// The average wait, in seconds; nothing before the first call.
    #[must_use]
    pub fn average_wait(&self) -> Option<i64> {
        let calls = self.answered + self.missed;
        (calls > 0).then(|| self.waited / calls)
    }

    /// Together with another channel's.
    #[must_use]
    pub(super) fn with(self, other: &Self) -> Self {
        Self {
            answered: self.answered + other.answered,
            missed: self.missed + other.missed,
            not_called_back: self.not_called_back + other.not_called_back,
            longest_wait: self.longest_wait.max(other.longest_wait),
            waited: self.waited + other.waited,
        }
    }
}

/// By channel, since this moment.
pub(super) async fn of(conn: &mut Conn, since: At) -> Result<HashMap<ChannelId, Today>> {
    let mut days: HashMap<ChannelId, Today> = HashMap::new();
    for part in store::calls::day(conn, &Reach::All, since).await? {
        let day = days.entry(part.channel_id).or_default();
        match part.outcome {
            Outcome::Talked => day.answered += part.calls,
            Outcome::Missed | Outcome::Failed => day.missed += part.calls,
            Outcome::Unknown => continue,
        }
        day.waited += part.waited;
        day.longest_wait = day.longest_wait.max(part.longest);
    }
    for (channel, count) in store::missed::counts(conn).await? {
        days.entry(channel).or_default().not_called_back = count;
    }
    Ok(days)
}
