//! When agents work: hours of the week and absences.

#[cfg(test)]
mod tests;

use uuid::Uuid;

use domain::shifts::{Absence, Shifts};
use domain::{AbsenceId, AgentId};

use crate::args::args;
use crate::row::{json, to_json, word};
use crate::{Conn, Result, Tx};

#[derive(sqlx::FromRow)]
struct HoursRow {
    time_zone: String,
    intervals: String,
}

#[derive(sqlx::FromRow)]
struct AbsenceRow {
    id: Uuid,
    first_day: String,
    last_day: String,
    reason: String,
}

/// Somebody's hours; nothing when they have set none and may be told things at any time.
pub async fn find(conn: &mut Conn, agent: AgentId) -> Result<Option<Shifts>> {
    let sql = "SELECT time_zone, intervals FROM working_hours WHERE agent_id = $1";
    let row: Option<HoursRow> = conn.row(sql, args![agent]).await?;
    row.map(|row| {
        Ok(Shifts {
            time_zone: row.time_zone,
            intervals: json("working_hours", &row.intervals)?,
        })
    })
    .transpose()
}

/// Sets somebody's hours, or takes them away.
pub async fn set(tx: &mut Tx, agent: AgentId, hours: Option<&Shifts>) -> Result<()> {
    let Some(hours) = hours else {
        let sql = "DELETE FROM working_hours WHERE agent_id = $1";
        tx.run(sql, args![agent]).await?;
        return Ok(());
    };
    let sql = "INSERT INTO working_hours (agent_id, time_zone, intervals) VALUES ($1, $2, $3)
               ON CONFLICT (agent_id) DO UPDATE SET time_zone = excluded.time_zone,
                   intervals = excluded.intervals";
    let intervals = to_json("working_hours", &hours.intervals)?;
    tx.run(sql, args![agent, hours.time_zone.as_str(), intervals])
        .await?;
    Ok(())
}

/// Somebody's absences that are not over on this day (`2026-11-23`), the next one first.
pub async fn absences(conn: &mut Conn, agent: AgentId, day: &str) -> Result<Vec<Absence>> {
    let sql = "SELECT id, first_day, last_day, reason FROM absences
               WHERE agent_id = $1 AND last_day >= $2 ORDER BY first_day, id";
    let rows: Vec<AbsenceRow> = conn.rows(sql, args![agent, day]).await?;
    rows.into_iter().map(AbsenceRow::absence).collect()
}

/// Notes an absence.
pub async fn add_absence(tx: &mut Tx, agent: AgentId, absence: &Absence) -> Result<()> {
    let sql = "INSERT INTO absences (id, agent_id, first_day, last_day, reason)
               VALUES ($1, $2, $3, $4, $5)";
    let values = args![
        absence.id,
        agent,
        absence.first.to_string(),
        absence.last.to_string(),
        absence.reason.as_str(),
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Takes an absence of somebody's back; false when it was not theirs.
pub async fn remove_absence(tx: &mut Tx, agent: AgentId, id: AbsenceId) -> Result<bool> {
    let sql = "DELETE FROM absences WHERE id = $1 AND agent_id = $2";
    Ok(tx.run(sql, args![id, agent]).await? > 0)
}

impl AbsenceRow {
    fn absence(self) -> Result<Absence> {
        Ok(Absence {
            id: AbsenceId(self.id),
            first: word("absences", &self.first_day)?,
            last: word("absences", &self.last_day)?,
            reason: self.reason,
        })
    }
}
