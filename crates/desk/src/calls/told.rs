//! What follows from calls once all of a batch are written: who was missed, and who is asked what came of theirs.

use domain::{AgentId, At, Call, CallId, wrap_up};
use store::Tx;

use crate::missed::{self, Touched};
use crate::{Result, wrap_ups};

/// What calls that were told give rise to.
#[derive(Debug, Default)]
pub(crate) struct Told {
    touched: Vec<Touched>,
    ended: Vec<(CallId, AgentId)>,
}

impl Told {
    /// By a call that stands so now and stood so before.
    pub(super) fn by(before: Option<&Call>, call: &Call, now: At) -> Self {
        let asked = wrap_up::asked_of(before, call, now);
        Self {
            touched: Touched::by(before, call),
            ended: asked.map(|agent| (call.id, agent)).into_iter().collect(),
        }
    }

    /// Together with what others do.
    pub(super) fn add(&mut self, other: Self) {
        self.touched.extend(other.touched);
        self.ended.extend(other.ended);
    }

    /// Does it.
    pub(super) async fn follow(self, tx: &mut Tx, now: At) -> Result<()> {
        wrap_ups::ask(tx, &self.ended, now).await?;
        missed::follow(tx, self.touched, now).await
    }
}
