//! Who is here: told by the streams of open tabs and by what people set by hand; no beat is ever written down.

mod attendance;
mod choose;
mod seen;
#[cfg(test)]
mod tests;

use std::time::Duration;

use domain::{Actor, AgentId};

use crate::Desk;

pub(crate) use attendance::Attendance;
pub use choose::PresenceForm;
pub use seen::Around;

/// How long somebody counts as here after their last tab is gone: going from page to page is not going away.
const GRACE: Duration = Duration::from_secs(20);

/// A stream of somebody's browser; as long as it is held, they are here.
pub struct Stay {
    desk: Desk,
    agent: AgentId,
    idle: bool,
}

impl Desk {
    /// Somebody's browser listens from now on; `idle` when nobody has touched it for a while.
    pub async fn arrive(&self, actor: &Actor, idle: bool) -> Stay {
        let before = self.attendance.tabs_of(actor.agent, self.now());
        self.attendance.arrive(actor.agent, idle);
        if self.attendance.tabs_of(actor.agent, self.now()) != before {
            self.tell_presence().await;
        }
        Stay {
            desk: self.clone(),
            agent: actor.agent,
            idle,
        }
    }

    /// Tells everybody that somebody came or went. Nothing is written: the transaction is empty.
    pub(crate) async fn tell_presence(&self) {
        let told = async {
            let mut tx = self.store.begin().await?;
            store::presence::announce(&mut tx);
            tx.commit().await
        };
        if let Err(error) = told.await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "could not tell browsers who is here"
            );
        }
    }
}

impl Drop for Stay {
    fn drop(&mut self) {
        let (desk, agent) = (self.desk.clone(), self.agent);
        let before = desk.attendance.tabs_of(agent, desk.now());
        desk.attendance.leave(agent, self.idle, desk.now());
        // Outside of a runtime there is nobody to tell.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                tokio::time::sleep(GRACE).await;
                if desk.attendance.tabs_of(agent, desk.now()) != before {
                    desk.tell_presence().await;
                }
            });
        }
    }
}
