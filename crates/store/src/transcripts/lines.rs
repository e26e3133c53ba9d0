//! The lines of a transcript.

use std::collections::HashMap;

use uuid::Uuid;

use domain::transcript::Line;
use domain::{AgentId, At, CallId};

use super::corrections::{Correction, keep};
use crate::args::{Args, args};
use crate::filter::Filter;
use crate::row::{at_opt, json, to_json, word};
use crate::{Conn, Error, Result, Tx};

const TABLE: &str = "transcript_lines";

/// A line as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptLine {
    /// Its place in the dialogue, from 0.
    pub place: u32,
    /// What was said.
    pub line: Line,
    /// When somebody corrected it last.
    pub edited_at: Option<At>,
    /// Who.
    pub edited_by: Option<AgentId>,
}

/// Rows of one statement.
const ROWS: usize = 50;

/// Puts these lines in the place of all there were, with their corrections and what was made so far.
pub async fn put_lines(tx: &mut Tx, call: CallId, lines: &[Line]) -> Result<()> {
    for table in ["transcript_parts", "transcript_lines", "transcript_edits"] {
        let sql = format!("DELETE FROM {table} WHERE call_id = $1");
        tx.run(sql, args![call]).await?;
    }
    for (chunk, some) in lines.chunks(ROWS).enumerate() {
        let mut values = Args::new();
        let mut rows = Vec::new();
        for (n, line) in some.iter().enumerate() {
            let place = i64::try_from(chunk * ROWS + n).unwrap_or(i64::MAX);
            let marks: Vec<String> = (1..=8)
                .map(|column| format!("${}", n * 8 + column))
                .collect();
            rows.push(format!("({})", marks.join(", ")));
            values.extend(args![
                call,
                place,
                i64::from(line.recording),
                line.speaker.as_str(),
                i64::from(line.start),
                i64::from(line.end),
                line.text.as_str(),
                to_json(TABLE, &line.words)?,
            ]);
        }
        let sql = format!(
            "INSERT INTO transcript_lines (call_id, place, recording, speaker, start_ms, end_ms, text, words) VALUES {}",
            rows.join(", ")
        );
        tx.run(sql, values).await?;
    }
    Ok(())
}

/// The lines of a call in their order.
pub async fn lines(conn: &mut Conn, call: CallId) -> Result<Vec<KeptLine>> {
    Ok(lines_of(conn, &[call])
        .await?
        .remove(&call)
        .unwrap_or_default())
}

/// The lines of several calls.
pub async fn lines_of(conn: &mut Conn, calls: &[CallId]) -> Result<HashMap<CallId, Vec<KeptLine>>> {
    let mut all: HashMap<CallId, Vec<KeptLine>> = HashMap::new();
    if calls.is_empty() {
        return Ok(all);
    }
    let mut filter = Filter::new();
    filter.and_some_of("call_id", calls.iter().map(|id| id.0));
    let (clause, args) = filter.done();
    let sql = format!(
        "SELECT call_id, place, recording, speaker, start_ms, end_ms, text, words, edited_at, edited_by
         FROM transcript_lines{clause} ORDER BY call_id, place"
    );
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    for row in rows {
        let call = CallId(row.call_id);
        all.entry(call).or_default().push(KeptLine::try_from(row)?);
    }
    Ok(all)
}

/// Gives a line another text, and keeps the one before with who changed it; whether the line was last changed at `was`.
pub async fn correct(
    tx: &mut Tx,
    call: CallId,
    line: &KeptLine,
    was: Option<At>,
    correction: &Correction,
) -> Result<bool> {
    let sql = "UPDATE transcript_lines SET text = $3, words = $4, edited_at = $5, edited_by = $6
               WHERE call_id = $1 AND place = $2 AND edited_at IS NOT DISTINCT FROM $7";
    let place = i64::from(line.place);
    let values = args![
        call,
        place,
        line.line.text.as_str(),
        to_json(TABLE, &line.line.words)?,
        correction.at,
        correction.by,
        was,
    ];
    let done = tx.run(sql, values).await? == 1;
    if done {
        keep(tx, call, correction).await?;
    }
    Ok(done)
}

#[derive(sqlx::FromRow)]
struct Row {
    call_id: Uuid,
    place: i64,
    recording: i64,
    speaker: String,
    start_ms: i64,
    end_ms: i64,
    text: String,
    words: String,
    edited_at: Option<i64>,
    edited_by: Option<Uuid>,
}

impl TryFrom<Row> for KeptLine {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let small =
            |number: i64| u32::try_from(number).map_err(|error| Error::corrupt(TABLE, error));
        Ok(Self {
            place: small(row.place)?,
            line: Line {
                recording: small(row.recording)?,
                speaker: word(TABLE, &row.speaker)?,
                start: small(row.start_ms)?,
                end: small(row.end_ms)?,
                text: row.text,
                words: json(TABLE, &row.words)?,
            },
            edited_at: at_opt(TABLE, row.edited_at)?,
            edited_by: row.edited_by.map(AgentId),
        })
    }
}
