//! What lines said before somebody corrected them.

use uuid::Uuid;

use domain::{AgentId, At, CallId};

use crate::args::args;
use crate::row::at;
use crate::{Conn, Error, Result, Tx};

const TABLE: &str = "transcript_edits";

/// One correction of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Of which line: its place.
    pub place: u32,
    /// When.
    pub at: At,
    /// By whom.
    pub by: AgentId,
    /// Their name then.
    pub name: String,
    /// What the line said before.
    pub before: String,
}

pub(super) async fn keep(tx: &mut Tx, call: CallId, correction: &Correction) -> Result<()> {
    let sql = "INSERT INTO transcript_edits (call_id, place, at, agent_id, agent_name, before)
               VALUES ($1, $2, $3, $4, $5, $6)";
    let values = args![
        call,
        i64::from(correction.place),
        correction.at,
        correction.by,
        correction.name.as_str(),
        correction.before.as_str(),
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// All corrections of a call's lines, the first ones first.
pub async fn corrections(conn: &mut Conn, call: CallId) -> Result<Vec<Correction>> {
    let sql = "SELECT place, at, agent_id, agent_name, before FROM transcript_edits
               WHERE call_id = $1 ORDER BY place, at";
    let rows: Vec<(i64, i64, Uuid, String, String)> = conn.rows(sql, args![call]).await?;
    rows.into_iter()
        .map(|(place, moment, by, name, before)| {
            Ok(Correction {
                place: u32::try_from(place).map_err(|error| Error::corrupt(TABLE, error))?,
                at: at(TABLE, moment)?,
                by: AgentId(by),
                name,
                before,
            })
        })
        .collect()
}
