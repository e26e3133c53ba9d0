//! The stretch of time that a report covers, in the account's zone.

use std::ops::RangeInclusive;

use jiff::civil::DateTime;
use jiff::{Span, Timestamp};
use serde_json::Value;

use crate::clock::zone;
use crate::rpc::fault::Fault;
use crate::rpc::params::Params;

/// A report covers at most so many months.
const MOST_MONTHS: i64 = 3;

pub(super) fn stretch(params: &Params) -> Result<RangeInclusive<Timestamp>, Fault> {
    let (from, till) = (moment(params, "date_from")?, moment(params, "date_till")?);
    let most = from
        .checked_add(Span::new().months(MOST_MONTHS))
        .map_err(|_| wrong(params, "date_from"))?;
    if till > most {
        return Err(Fault::too_long(MOST_MONTHS));
    }
    Ok(instant(params, "date_from", from)?..=instant(params, "date_till", till)?)
}

/// Moments are given in the account's zone.
pub(super) fn moment(params: &Params, name: &str) -> Result<DateTime, Fault> {
    let text = params.required_text(name)?;
    DateTime::strptime("%Y-%m-%d %H:%M:%S", &text).map_err(|_| wrong(params, name))
}

pub(super) fn instant(params: &Params, name: &str, at: DateTime) -> Result<Timestamp, Fault> {
    at.to_zoned(zone())
        .map(|at| at.timestamp())
        .map_err(|_| wrong(params, name))
}

fn wrong(params: &Params, name: &str) -> Fault {
    Fault::wrong_time(name, params.raw(name).unwrap_or(&Value::Null))
}
