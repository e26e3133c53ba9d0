//! People come, change and go by the rules.

mod changing;
mod grouping;
mod inviting;

use crate::{Denied, Refusal, Why};

/// What a form was refused for, field by field.
fn told<T>(answer: crate::Result<T>) -> Vec<(String, Why)> {
    match answer.map(drop) {
        Err(Refusal::Invalid(faults)) => faults.into_iter().map(|f| (f.field, f.why)).collect(),
        other => panic!("{other:?}"),
    }
}

fn fault(field: &str, why: Why) -> (String, Why) {
    (field.to_owned(), why)
}

fn denied<T>(answer: crate::Result<T>) -> Denied {
    match answer.map(drop) {
        Err(Refusal::NotAllowed(denied)) => denied,
        other => panic!("{other:?}"),
    }
}

fn is_unknown<T>(answer: crate::Result<T>) -> bool {
    matches!(answer.map(drop), Err(Refusal::NotFound(_)))
}
