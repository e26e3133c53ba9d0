//! A missed caller's columns.

use sqlx::FromRow;
use uuid::Uuid;

use domain::missed::{Attempt, Settled, Standing};
use domain::{AgentId, CallId, ChannelId, MissedId};

use super::{Handled, Missed};
use crate::row::{at, at_opt, json, word};
use crate::{Error, Result};

pub(super) const TABLE: &str = "missed_callers";
pub(super) const SELECT: &str =
    "SELECT m.id, m.channel_id, m.caller, m.number, m.waits, m.attempts, m.closed_at,
    m.reached_by, m.handled_until, m.handled_before, m.handled_at, m.handled_by, m.told_for FROM missed_callers m";

#[derive(FromRow)]
pub(super) struct Row {
    id: Uuid,
    channel_id: Uuid,
    caller: String,
    number: Option<String>,
    waits: bool,
    attempts: String,
    closed_at: Option<i64>,
    reached_by: Option<Uuid>,
    handled_until: Option<i64>,
    handled_before: Option<i64>,
    handled_at: Option<i64>,
    handled_by: Option<Uuid>,
    told_for: Option<i64>,
}

impl TryFrom<Row> for Missed {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let attempts: Vec<Attempt> = json(TABLE, &row.attempts)?;
        Ok(Self {
            id: MissedId(row.id),
            channel_id: ChannelId(row.channel_id),
            caller: word(TABLE, &row.caller)?,
            number: row.number.clone(),
            standing: Standing {
                attempts,
                settled: row.settled()?,
            },
            handled: row.handled()?,
            told_for: at_opt(TABLE, row.told_for)?,
        })
    }
}

impl Row {
    fn settled(&self) -> Result<Option<Settled>> {
        Ok(match (self.waits, self.reached_by, self.closed_at) {
            (true, _, _) => None,
            (false, Some(call), Some(moment)) => Some(Settled::Reached {
                at: at(TABLE, moment)?,
                call: CallId(call),
            }),
            (false, _, _) => Some(Settled::ByHand),
        })
    }

    fn handled(&self) -> Result<Option<Handled>> {
        let (Some(until), Some(said), Some(by)) =
            (self.handled_until, self.handled_at, self.handled_by)
        else {
            return Ok(None);
        };
        Ok(Some(Handled {
            until: at(TABLE, until)?,
            before: at_opt(TABLE, self.handled_before)?,
            at: at(TABLE, said)?,
            by: AgentId(by),
        }))
    }
}
