//! Operators whom the channel's calls tell of and who are no agent here.

use domain::call::Operator;
use domain::{Actor, At, ChannelId, Reach};
use store::calls::{self, CallFilter};
use store::{Slice, access};

use super::seen::administered;
use crate::{Desk, Result};

/// So many of the latest calls are looked at.
const LOOKED_AT: i64 = 100;

/// An operator without an agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranger {
    /// Who, at the provider.
    pub operator: Operator,
    /// The latest call of theirs.
    pub last_at: At,
}

impl Desk {
    /// Operators of the latest calls who are no agent with access to the channel: their calls are nobody's.
    pub async fn strangers(&self, actor: &Actor, id: ChannelId) -> Result<Vec<Stranger>> {
        let mut conn = self.store.read().await?;
        let channel = administered(&mut conn, actor, id).await?;
        let filter = CallFilter {
            channel: Some(id),
            ..CallFilter::default()
        };
        let latest = calls::list(&mut conn, &filter, &Reach::All, Slice::first(LOOKED_AT)).await?;
        let nobodys = latest
            .items
            .into_iter()
            .filter(|call| call.agent_id.is_none() && !call.is_test())
            .filter(|call| call.facts.operator_took_part);
        let mut strangers: Vec<Stranger> = Vec::new();
        for call in nobodys {
            let last_at = call.facts.started_at;
            let Some(operator) = call.facts.operator.filter(|one| one.id.is_some()) else {
                continue;
            };
            if strangers.iter().all(|one| one.operator.id != operator.id) {
                strangers.push(Stranger { operator, last_at });
            }
        }
        let mut unknown = Vec::new();
        for stranger in strangers {
            let operator = stranger.operator.id.unwrap_or_default().to_string();
            let theirs = access::candidates(&mut conn, id, channel.provider, &operator).await?;
            if theirs.is_empty() {
                unknown.push(stranger);
            }
        }
        Ok(unknown)
    }
}
