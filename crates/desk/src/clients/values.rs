//! Values in fields that administrators have added, read as typed.

use std::collections::BTreeMap;

use domain::ClientField;
use domain::client_field::WrongValue;
use store::client_fields::Values;

use crate::fault::{Faults, Why};

/// Values as typed, by the field's id or its name; nothing typed takes the value away.
pub type TypedValues = BTreeMap<String, String>;

/// The values with those that were typed; a fault is told by the field as it was named: `fields.NAME`.
pub(super) fn read(
    faults: &mut Faults,
    fields: &[ClientField],
    before: &Values,
    typed: &TypedValues,
) -> Values {
    let mut values = before.clone();
    for (named, text) in typed {
        let at = format!("fields.{named}");
        let known = |field: &&ClientField| field.id.to_string() == *named || field.name == *named;
        let Some(field) = fields.iter().find(known) else {
            faults.add(&at, Why::Unknown);
            continue;
        };
        // A choice that was taken away since stays where it was chosen.
        if before.get(&field.id).map(String::as_str) == Some(text.trim()) {
            continue;
        }
        match faults.take(&at, field.read(text)) {
            Some(Some(value)) => drop(values.insert(field.id, value)),
            Some(None) => drop(values.remove(&field.id)),
            None => {}
        }
    }
    values
}

impl From<WrongValue> for Why {
    fn from(wrong: WrongValue) -> Self {
        match wrong {
            WrongValue::TooLong(longest) => Self::TooLong(longest),
            WrongValue::NotANumber => Self::NotANumber,
            WrongValue::NotADate => Self::NotADate,
            WrongValue::NotAmong(choices) => Self::NotAmong(choices),
            WrongValue::NotYesNo => Self::NotYesNo,
            WrongValue::NotALink => Self::NotALink,
        }
    }
}
