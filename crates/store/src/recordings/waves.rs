//! How loud recordings are when: the columns of one voice after those of the other.

use domain::RecordingId;

use crate::args::args;
use crate::{Conn, Result, Tx};

#[derive(sqlx::FromRow)]
struct Row {
    voices: i64,
    columns: Vec<u8>,
}

/// Keeps a drawing in place of an earlier one.
pub async fn put_wave(
    tx: &mut Tx,
    id: RecordingId,
    milliseconds: i64,
    voices: &[Vec<u8>],
) -> Result<()> {
    let sql = "INSERT INTO waves (recording_id, milliseconds, voices, columns) VALUES ($1, $2, $3, $4)
               ON CONFLICT (recording_id) DO UPDATE SET milliseconds = excluded.milliseconds, voices = excluded.voices,
                   columns = excluded.columns";
    let count = i64::try_from(voices.len()).unwrap_or_default();
    tx.run(sql, args![id, milliseconds, count, voices.concat()])
        .await?;
    super::set_length(tx, id, milliseconds).await
}

/// The columns of each voice, 0 to 255; nothing when there is no drawing.
pub async fn wave_of(conn: &mut Conn, id: RecordingId) -> Result<Option<Vec<Vec<u8>>>> {
    let sql = "SELECT voices, columns FROM waves WHERE recording_id = $1";
    let row: Option<Row> = conn.row(sql, args![id]).await?;
    Ok(row.map(|row| apart(row.voices, &row.columns)))
}

/// The columns of each voice.
pub(super) fn apart(voices: i64, columns: &[u8]) -> Vec<Vec<u8>> {
    let voices = usize::try_from(voices).unwrap_or_default().max(1);
    let each = columns.len().div_ceil(voices).max(1);
    columns.chunks(each).map(<[u8]>::to_vec).collect()
}

/// Throws a drawing away.
pub async fn forget_wave(tx: &mut Tx, id: RecordingId) -> Result<()> {
    let sql = "DELETE FROM waves WHERE recording_id = $1";
    tx.run(sql, args![id]).await?;
    Ok(())
}
