//! Wrapping up: once a call is over, its agent says what came of it, or leaves it unsaid.

mod give;
mod seen;
#[cfg(test)]
mod tests;
mod write_back;

use domain::{AgentId, At, CallId};
use store::{Tx, outcome_codes};

use crate::Result;

pub use give::{OutcomeForm, may_give};
pub(crate) use seen::views;
pub use seen::{Asked, WrapUpView};

/// Asks agents what came of their calls, as long as there is anything to choose from.
pub(crate) async fn ask(tx: &mut Tx, ended: &[(CallId, AgentId)], now: At) -> Result<()> {
    if ended.is_empty() || !outcome_codes::any_active(tx).await? {
        return Ok(());
    }
    for (call, agent) in ended {
        store::wrap_ups::ask(tx, *call, *agent, now);
    }
    Ok(())
}
