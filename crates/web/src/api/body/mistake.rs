//! What the JSON reader says about a body, as faults of fields.

use serde_json::error::Category;
use serde_path_to_error::Error;

use crate::problem::{Fault, Kind, Malformed, Problem, Why};

/// What is wrong with a body.
pub(super) fn of(error: &Error<serde_json::Error>) -> Problem {
    match error.inner().classify() {
        Category::Syntax | Category::Eof | Category::Io => not_json(error.inner()),
        Category::Data => not_fitting(&error.path().to_string(), &error.inner().to_string()),
    }
}

/// JSON that breaks off or is none.
pub(super) fn not_json(error: &serde_json::Error) -> Problem {
    Problem::Malformed(Malformed::NotJson(error.line(), error.column()))
}

/// JSON of another shape than is wanted. serde tells it in a sentence with names in backticks.
fn not_fitting(path: &str, said: &str) -> Problem {
    let names: Vec<String> = said
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    let (first, others) = names
        .split_first()
        .map_or((None, &[][..]), |(first, others)| {
            (Some(first.as_str()), others)
        });
    let (field, why) = if said.starts_with("unknown field") {
        (beside(path, first), Why::NotThere(others.to_vec()))
    } else if said.starts_with("missing field") {
        (below(path, first), Why::Desk(desk::Why::Required))
    } else if said.starts_with("duplicate field") {
        (beside(path, first), Why::Twice)
    } else if path == "." {
        return Problem::Malformed(Malformed::NotAnObject);
    } else {
        (
            path.to_owned(),
            kind(said).map_or(Why::Wrong, Why::WrongKind),
        )
    };
    Problem::Invalid([Fault { field, why }].into())
}

/// A field's own name, in its object; the path may end with the field already.
fn beside(path: &str, name: Option<&str>) -> String {
    match name {
        Some(name) if path == name || path.ends_with(&format!(".{name}")) => path.to_owned(),
        _ => below(path, name),
    }
}

fn below(path: &str, name: Option<&str>) -> String {
    let name = name.unwrap_or_default();
    if path == "." {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// What serde wanted, told after "expected".
fn kind(said: &str) -> Option<Kind> {
    let (_, wanted) = said.split_once(", expected ")?;
    let is = |starts: &[&str]| starts.iter().any(|start| wanted.starts_with(start));
    if is(&["a string", "string"]) {
        Some(Kind::Text)
    } else if is(&["a boolean"]) {
        Some(Kind::Truth)
    } else if is(&["a sequence"]) {
        Some(Kind::List)
    } else if is(&["struct", "a map"]) {
        Some(Kind::Object)
    } else if is(&["i", "u", "f"]) {
        Some(Kind::Number)
    } else {
        None
    }
}
