//! What all `get` methods share: limit, offset, fields, filter and sort.

use serde_json::{Map, Value};

use super::filter::Filter;
use super::sorting::sort;
use crate::rpc::Reply;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

/// One row before its fields are chosen.
pub(super) type Row = Map<String, Value>;

const LIMIT: i64 = 1000;
const MOST_ROWS: i64 = 10_000;
const MOST_SKIPPED: i64 = 100_000;

/// The parameters that every listing takes.
pub(super) const KNOWN: [&str; 7] = [
    "access_token",
    "user_id",
    "limit",
    "offset",
    "fields",
    "filter",
    "sort",
];

/// Lists rows as the parameters ask; `columns` are those that can be asked for, the first `usual` come unasked.
pub(super) fn list(
    params: &Params,
    mut rows: Vec<Row>,
    columns: &[&str],
    usual: usize,
) -> Result<Reply, Fault> {
    let limit = within(params, "limit", LIMIT, 1, MOST_ROWS)?;
    let offset = within(params, "offset", 0, 0, MOST_SKIPPED)?;
    let fields = fields(params, columns, usual)?;
    if let Some(filter) = params.raw("filter") {
        let filter = Filter::read(filter, columns)?;
        rows.retain(|row| filter.fits(row));
    }
    sort(params, &mut rows, columns)?;
    let total = rows.len();
    let page = rows
        .into_iter()
        .skip(offset)
        .take(limit)
        .map(|row| chosen(row, &fields));
    Ok(Reply::rows(page.collect(), total))
}

fn within(params: &Params, name: &str, usual: i64, least: i64, most: i64) -> Result<usize, Fault> {
    let value = params.number(name)?.unwrap_or(usual);
    if (least..=most).contains(&value) {
        Ok(value as usize)
    } else {
        Err(Fault::wrong_value(name, value))
    }
}

fn fields(params: &Params, columns: &[&str], usual: usize) -> Result<Vec<String>, Fault> {
    let Some(asked) = params.list("fields")? else {
        return Ok(columns
            .iter()
            .take(usual)
            .map(|name| (*name).to_owned())
            .collect());
    };
    let names: Vec<String> = asked
        .iter()
        .map(|name| name.as_str().unwrap_or_default().to_owned())
        .collect();
    let strange: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|name| !columns.contains(name))
        .collect();
    if strange.is_empty() {
        Ok(names)
    } else {
        Err(Fault::unexpected(&strange))
    }
}

fn chosen(mut row: Row, fields: &[String]) -> Value {
    fields
        .iter()
        .map(|field| (field.clone(), row.remove(field).unwrap_or(Value::Null)))
        .collect::<Row>()
        .into()
}

/// A row out of what `json!` makes of an object.
pub(super) fn row(value: Value) -> Row {
    match value {
        Value::Object(row) => row,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Row::new()
        }
    }
}
