//! Rows that were not taken, with what is wrong: nothing of a file is lost.

use domain::{Actor, ImportId};
use serde_json::{Value, json};
use store::client_imports;

use super::sheet::Cells;
use crate::fault::{Fault, Why};
use crate::rights::supervisors_only;
use crate::{Desk, Result};

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongLine {
    /// The line of the file it begins on.
    pub line: i64,
    /// Its cells as they came.
    pub cells: Vec<String>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

impl Desk {
    /// Rows of a file that were not taken, after a line, in the file's order.
    pub async fn wrong_lines(
        &self,
        actor: &Actor,
        id: ImportId,
        after: i64,
        most: i64,
    ) -> Result<Vec<WrongLine>> {
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        let rows = client_imports::wrong(&mut conn, id, after, most).await?;
        let read = |row: client_imports::WrongRow| WrongLine {
            line: row.line,
            cells: row.cells,
            faults: row
                .faults
                .as_array()
                .into_iter()
                .flatten()
                .map(fault)
                .collect(),
        };
        Ok(rows.into_iter().map(read).collect())
    }
}

pub(super) fn row(cells: &Cells, faults: &[Fault]) -> client_imports::WrongRow {
    client_imports::WrongRow {
        line: cells.line,
        cells: cells.cells.clone(),
        faults: faults.iter().map(told).collect(),
    }
}

/// A fault as it is kept: the reader's language is not known yet.
fn told(fault: &Fault) -> Value {
    let (code, with) = match &fault.why {
        Why::Required => ("required", Value::Null),
        Why::TooLong(longest) => ("too_long", json!(longest)),
        Why::NotAPhone => ("not_a_phone", Value::Null),
        Why::NotAnEmail => ("not_an_email", Value::Null),
        Why::NotWithin(least, most) => ("not_within", json!([least, most])),
        Why::NotAmong(choices) => ("not_among", json!(choices)),
        Why::NotANumber => ("not_a_number", Value::Null),
        Why::NotADate => ("not_a_date", Value::Null),
        Why::NotYesNo => ("not_yes_no", Value::Null),
        Why::NotALink => ("not_a_link", Value::Null),
        Why::Taken => ("taken", Value::Null),
        Why::Malformed(said) => ("malformed", json!(said)),
        Why::TooShort(_)
        | Why::NotAnOperatorId
        | Why::NotACountry
        | Why::NotATimeZone
        | Why::NotOneOf(_)
        | Why::Unknown
        | Why::WrongSignIn
        | Why::WrongPassword
        | Why::EasilyGuessed
        | Why::NotInTheFuture
        | Why::NotATime
        | Why::NotHours
        | Why::NotADay
        | Why::BeforeItsStart
        | Why::WrongCode
        | Why::Merged
        | Why::Past
        | Why::WrongRule(..)
        | Why::UnknownField(..) => ("unknown", Value::Null),
    };
    json!({ "field": fault.field, "why": code, "with": with })
}

fn fault(kept: &Value) -> Fault {
    let with = &kept["with"];
    let number = |value: &Value| value.as_i64().unwrap_or_default();
    let why = match kept["why"].as_str().unwrap_or_default() {
        "required" => Why::Required,
        "too_long" => Why::TooLong(usize::try_from(number(with)).unwrap_or_default()),
        "not_a_phone" => Why::NotAPhone,
        "not_an_email" => Why::NotAnEmail,
        "not_within" => Why::NotWithin(number(&with[0]), number(&with[1])),
        "not_among" => Why::NotAmong(
            with.as_array()
                .into_iter()
                .flatten()
                .filter_map(|choice| choice.as_str().map(str::to_owned))
                .collect(),
        ),
        "not_a_number" => Why::NotANumber,
        "not_a_date" => Why::NotADate,
        "not_yes_no" => Why::NotYesNo,
        "not_a_link" => Why::NotALink,
        "taken" => Why::Taken,
        "malformed" => Why::Malformed(with.as_str().unwrap_or_default().to_owned()),
        _ => Why::Unknown,
    };
    Fault::new(kept["field"].as_str().unwrap_or_default(), why)
}
