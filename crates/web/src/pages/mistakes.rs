//! What the desk does not take of a form, as notes at its fields.

use desk::Refusal;
use locale::Words;

use crate::form::Mistakes;
use crate::problem::{self, Problem, Result};

/// Notes for the form, when the form is what was wrong; any other refusal is told by a page of its own.
pub fn mistakes(refusal: Refusal, t: &Words) -> Result<Mistakes> {
    let Refusal::Invalid(faults) = refusal else {
        return Err(Problem::from(refusal));
    };
    let mut mistakes = Mistakes::default();
    for fault in faults {
        mistakes.note(&fault.field, problem::field(&fault.why.into(), t));
    }
    Ok(mistakes)
}
