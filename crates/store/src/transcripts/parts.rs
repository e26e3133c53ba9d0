//! What is made so far of a transcript, recording by recording.

use domain::CallId;
use domain::transcript::Part;

use crate::args::args;
use crate::row::{json, to_json};
use crate::{Conn, Error, Result, Tx};

const TABLE: &str = "transcript_parts";

/// Keeps what was said in one recording.
pub async fn keep_part(tx: &mut Tx, call: CallId, part: &Part) -> Result<()> {
    let sql = "INSERT INTO transcript_parts (call_id, recording, beside, transcript) VALUES ($1, $2, $3, $4)
               ON CONFLICT (call_id, recording) DO UPDATE SET beside = excluded.beside, transcript = excluded.transcript";
    let values = args![
        call,
        i64::from(part.recording),
        i64::from(part.beside),
        to_json(TABLE, &part.transcript)?
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// What is made so far, in the order of the recordings.
pub async fn parts(conn: &mut Conn, call: CallId) -> Result<Vec<Part>> {
    let sql = "SELECT recording, beside, transcript FROM transcript_parts WHERE call_id = $1 ORDER BY recording";
    let rows: Vec<(i64, i64, String)> = conn.rows(sql, args![call]).await?;
    rows.into_iter()
        .map(|(recording, beside, transcript)| {
            Ok(Part {
                recording: small(recording)?,
                beside: small(beside)?,
                transcript: json(TABLE, &transcript)?,
            })
        })
        .collect()
}

fn small(number: i64) -> Result<u32> {
    u32::try_from(number).map_err(|error| Error::corrupt(TABLE, error))
}
