//! Ids and names in a body or a query, read into the domain's types with every mistake noted.

use std::str::FromStr;

use domain::At;

use crate::problem::{Faults, Why};

/// A field that may be absent, of any type that reads itself from text.
pub(super) fn maybe<T: FromStr>(
    faults: &mut Faults,
    field: &str,
    text: Option<&str>,
    why: impl FnOnce() -> desk::Why,
) -> Option<T> {
    let value = text.map(|text| text.trim().parse().map_err(|_| why()));
    faults.take(field, value.transpose()).flatten()
}

/// An id that may be absent. One of another kind names nothing that is there.
pub(super) fn id<T: FromStr>(faults: &mut Faults, field: &str, text: Option<&str>) -> Option<T> {
    maybe(faults, field, text, || desk::Why::Unknown)
}

/// An id that may be absent or taken away.
pub(super) fn id_or_null<T: FromStr>(
    faults: &mut Faults,
    field: &str,
    text: Option<&Option<String>>,
) -> Option<Option<T>> {
    text.map(|text| id(faults, field, text.as_deref()))
}

/// A moment that may be absent.
pub(super) fn moment(faults: &mut Faults, field: &str, text: Option<&str>) -> Option<At> {
    // A plus that was not escaped in an address arrives as a space.
    let read = |text: &str| {
        text.trim()
            .replace(' ', "+")
            .parse()
            .map_err(|_| Why::NotAMoment)
    };
    faults.take(field, text.map(read).transpose()).flatten()
}
