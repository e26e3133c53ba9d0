//! A call that is being played: how it is told what to do, and its own time.

use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::mpsc::UnboundedSender;
use tokio::time::Instant;

use crate::call::Call;
use crate::clock;
use crate::notify::Courier;
use crate::script::Step;

/// What somebody wants of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// End the call now, for this reason.
    Release(&'static str),
    /// Forget what was to come: this comes instead, counted from now.
    Follow(Vec<Step>),
}

/// A call that is being played.
#[derive(Clone, Debug)]
pub(crate) struct Live {
    pub(crate) orders: UnboundedSender<Command>,
    pub(crate) courier: Courier,
    pub(crate) begun: Instant,
    pub(crate) speed: f64,
}

impl Live {
    /// When a moment of the call's own time comes on the wall.
    pub(crate) fn wall(&self, after: Duration) -> Instant {
        self.begun + after.div_f64(self.speed)
    }

    /// The call's own time since its beginning, never before what has already happened; a call of an earlier run
    /// has gone on while nobody played it.
    pub(crate) fn own_time(&self, call: &Call) -> Duration {
        let played = self.begun.elapsed().mul_f64(self.speed);
        let since =
            |at: Timestamp| Duration::try_from(at.duration_since(call.started)).unwrap_or_default();
        let on_the_wall = if self.speed > 1.0 {
            Duration::ZERO
        } else {
            since(clock::now())
        };
        played.max(on_the_wall).max(since(call.latest()))
    }
}
