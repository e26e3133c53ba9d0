//! A file of rows as office programs write it: in which letters, with what between the cells.

use csv::{Position, ReaderBuilder, StringRecord};
use encoding_rs::{UTF_8, UTF_16LE, WINDOWS_1251};
use serde::{Deserialize, Serialize};

/// In which letters a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with a mark at its beginning or without.
    Utf8,
    /// Windows-1251.
    Cp1251,
    /// UTF-16, as a spreadsheet's "Unicode text".
    Utf16,
}

impl Encoding {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Utf8, Self::Cp1251, Self::Utf16];

    /// What it is called everywhere.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Cp1251 => "Windows-1251",
            Self::Utf16 => "UTF-16",
        }
    }

    /// What the bytes say; what is no UTF-8 is taken for Windows-1251.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(&[0xff, 0xfe]) {
            Self::Utf16
        } else if std::str::from_utf8(bytes).is_ok() {
            Self::Utf8
        } else {
            Self::Cp1251
        }
    }

    /// The text, without a mark at its beginning; lines end in one way, so that they are counted right.
    #[must_use]
    pub fn read(self, bytes: &[u8]) -> String {
        let encoding = match self {
            Self::Utf8 => UTF_8,
            Self::Cp1251 => WINDOWS_1251,
            Self::Utf16 => UTF_16LE,
        };
        let text = encoding.decode_with_bom_removal(bytes).0;
        text.replace("\r\n", "\n")
    }
}

/// What may stand between cells.
pub(super) const DELIMITERS: [char; 4] = [';', ',', '\t', '|'];
/// Rows looked at for what stands between cells.
const LOOKED_AT: usize = 20;

/// What stands between cells: what parts the first rows into the most cells, the same number in each.
pub(super) fn delimiter_of(text: &str) -> char {
    let score = |delimiter: char| {
        let widths: Vec<usize> = rows(text, delimiter)
            .take(LOOKED_AT)
            .map(|row| row.cells.len())
            .collect();
        let Some(first) = widths.first().copied() else {
            return (0, 0);
        };
        let same = widths.iter().filter(|width| **width == first).count();
        if first < 2 { (0, 0) } else { (same, first) }
    };
    // Of equals the one named first.
    let best = DELIMITERS.into_iter().rev().max_by_key(|one| score(*one));
    best.unwrap_or(DELIMITERS[0])
}

/// One row, and the line of the file it begins on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cells {
    pub(super) line: i64,
    pub(super) cells: Vec<String>,
}

/// The rows of a text; those with nothing in them are left out.
pub(super) fn rows(text: &str, delimiter: char) -> impl Iterator<Item = Cells> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
        .from_reader(text.as_bytes());
    let read = reader.into_records().map_while(Result::ok);
    read.map(|record| cells(&record))
        .filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()))
}

fn cells(record: &StringRecord) -> Cells {
    let line = record.position().map_or(0, Position::line);
    Cells {
        line: i64::try_from(line).unwrap_or(i64::MAX),
        cells: record.iter().map(plain).collect(),
    }
}

/// A cell without what was put before it so that a spreadsheet does not compute it.
fn plain(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(super::export::COMPUTED) => rest.to_owned(),
        Some(_) | None => cell.to_owned(),
    }
}
