//! `sort`: by one field or several, each up or down.

use std::cmp::Ordering;

use serde_json::Value;

use super::listing::Row;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

pub(super) fn sort(params: &Params, rows: &mut [Row], columns: &[&str]) -> Result<(), Fault> {
    let asked = params.list("sort")?.unwrap_or_default();
    // The last named field is sorted by first: a stable sort keeps its order within the others.
    for order in asked.iter().rev() {
        let field = order["field"].as_str().unwrap_or_default();
        if !columns.contains(&field) {
            return Err(Fault::forbidden_sort(field));
        }
        match order["order"].as_str() {
            Some("asc") | None => rows.sort_by(|one, other| compare(&one[field], &other[field])),
            Some("desc") => rows.sort_by(|one, other| compare(&other[field], &one[field])),
            Some(other) => return Err(Fault::wrong_value("sort.order", other)),
        }
    }
    Ok(())
}

/// Numbers by size, texts by letters, nothing last.
pub(super) fn compare(one: &Value, other: &Value) -> Ordering {
    match (one.as_f64(), other.as_f64(), one.as_str(), other.as_str()) {
        (Some(one), Some(other), _, _) => one.total_cmp(&other),
        (_, _, Some(one), Some(other)) => one.cmp(other),
        _ => one
            .is_null()
            .cmp(&other.is_null())
            .then_with(|| one.to_string().cmp(&other.to_string())),
    }
}
