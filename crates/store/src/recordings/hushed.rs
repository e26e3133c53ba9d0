//! Recordings without what is not for everybody: where such a copy lies, and how loud it is when.

use domain::RecordingId;

use crate::args::args;
use crate::{Conn, Result, Tx};

/// A copy in which some stretches cannot be heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hushed {
    /// Which stretches, as text: with other ones the copy is worthless.
    pub stretches: String,
    /// Its name in the storage; nothing when it could not be made.
    pub place: Option<String>,
    /// How many bytes it has.
    pub bytes: i64,
    /// How loud each voice is when.
    pub voices: Vec<Vec<u8>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    stretches: String,
    place: Option<String>,
    bytes: i64,
    voices: i64,
    columns: Vec<u8>,
}

/// The copy of a recording, when there is one.
pub async fn hushed(conn: &mut Conn, id: RecordingId) -> Result<Option<Hushed>> {
    let sql = "SELECT stretches, place, bytes, voices, columns FROM hushed_sounds WHERE recording_id = $1";
    let row: Option<Row> = conn.row(sql, args![id]).await?;
    Ok(row.map(|row| Hushed {
        voices: super::waves::apart(row.voices, &row.columns),
        stretches: row.stretches,
        place: row.place,
        bytes: row.bytes,
    }))
}

/// Keeps a copy in place of an earlier one.
pub async fn put_hushed(tx: &mut Tx, id: RecordingId, hushed: &Hushed) -> Result<()> {
    let sql = "INSERT INTO hushed_sounds (recording_id, stretches, place, bytes, voices, columns)
               VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (recording_id) DO UPDATE SET stretches = excluded.stretches, place = excluded.place,
                   bytes = excluded.bytes, voices = excluded.voices, columns = excluded.columns";
    let values = args![
        id,
        hushed.stretches.as_str(),
        hushed.place.as_deref(),
        hushed.bytes,
        i64::try_from(hushed.voices.len()).unwrap_or_default(),
        hushed.voices.concat(),
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Throws the copy away; its file is another matter.
pub async fn forget_hushed(tx: &mut Tx, id: RecordingId) -> Result<()> {
    let sql = "DELETE FROM hushed_sounds WHERE recording_id = $1";
    tx.run(sql, args![id]).await?;
    Ok(())
}
