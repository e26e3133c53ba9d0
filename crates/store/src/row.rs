//! How columns become values of the domain.

use std::fmt::Display;
use std::str::FromStr;

use sqlx::FromRow;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;

use domain::At;

use crate::{Error, Result};

/// A private struct with the columns of one query, read from either engine.
pub(crate) trait Columns:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}
impl<T> Columns for T where
    T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

/// A moment out of microseconds.
pub(crate) fn at(table: &'static str, micros: i64) -> Result<At> {
    At::from_microsecond(micros).map_err(|error| Error::corrupt(table, error))
}

/// A moment that may be absent.
pub(crate) fn at_opt(table: &'static str, micros: Option<i64>) -> Result<Option<At>> {
    micros.map(|micros| at(table, micros)).transpose()
}

/// A name, number or address that was valid when it was written.
pub(crate) fn word<T>(table: &'static str, text: &str) -> Result<T>
where
    T: FromStr,
    T::Err: Display,
{
    text.parse().map_err(|error| Error::corrupt(table, error))
}

/// The same for what may be absent.
pub(crate) fn word_opt<T>(table: &'static str, text: Option<&str>) -> Result<Option<T>>
where
    T: FromStr,
    T::Err: Display,
{
    text.map(|text| word(table, text)).transpose()
}

/// JSON that we wrote.
pub(crate) fn json<T: serde::de::DeserializeOwned>(table: &'static str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::corrupt(table, error))
}

/// JSON to be written.
pub(crate) fn to_json<T: serde::Serialize>(table: &'static str, value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::corrupt(table, error))
}
