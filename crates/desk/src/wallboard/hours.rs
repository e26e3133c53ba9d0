//! Today hour by hour: how many callers were answered and how many missed.

use domain::call::Outcome;
use domain::{At, ChannelId, Reach};
use jiff::SignedDuration;
use store::Conn;

use crate::Result;

/// An hour of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    /// When it begins.
    pub from: At,
    /// Answered.
    pub answered: i64,
    /// Missed.
    pub missed: i64,
}

/// From the first hour in which anybody called until now; nothing before the first call.
pub(super) async fn of(
    conn: &mut Conn,
    channel: Option<ChannelId>,
    midnight: At,
    now: At,
) -> Result<Vec<Hour>> {
    let parts = store::calls::hours(conn, &Reach::All, channel, midnight).await?;
    let Some(first) = parts.first().map(|part| part.hour) else {
        return Ok(Vec::new());
    };
    let last = now.duration_since(midnight).as_hours();
    let hour = |hour: i64| {
        let of = |wanted: fn(Outcome) -> bool| {
            let parts = parts.iter().filter(|part| part.hour == hour);
            parts
                .filter(|part| wanted(part.outcome))
                .map(|part| part.calls)
                .sum()
        };
        Hour {
            from: midnight + SignedDuration::from_hours(hour),
            answered: of(|outcome| outcome == Outcome::Talked),
            missed: of(|outcome| matches!(outcome, Outcome::Missed | Outcome::Failed)),
        }
    };
    Ok((first..=last.max(first)).map(hour).collect())
}
