//! What is asked for in a query string. A field left empty is as good as absent; a misspelled one is told.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::body::read_value;
use crate::problem::{Faults, Problem, Result, Why};

/// The fields of a query string; all of `T`'s fields are optional texts.
pub(super) struct Asked<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        read(parts.uri.query().unwrap_or_default()).map(Self)
    }
}

fn read<T: DeserializeOwned>(query: &str) -> Result<T> {
    let mut fields = Map::new();
    let mut faults = Faults::default();
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        if value.trim().is_empty() {
            continue;
        }
        let value = Value::String(value.into_owned());
        if fields.insert(name.clone().into_owned(), value).is_some() {
            faults.add(&name, Why::Twice);
        }
    }
    faults.check()?;
    read_value(Value::Object(fields))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Wanted {
        status: Option<String>,
        q: Option<String>,
    }

    #[test]
    fn an_empty_field_is_as_good_as_absent() {
        let wanted: Wanted = read("status=&q=%D0%B4%D0%BE%D0%BC+2").unwrap();
        assert_eq!(wanted.status, None);
        assert_eq!(wanted.q.as_deref(), Some("дом 2"));
    }

    #[test]
    fn a_misspelled_field_and_one_that_comes_twice_are_told() {
        let Err(Problem::Invalid(faults)) = read::<Wanted>("state=new") else {
            panic!()
        };
        assert_eq!(faults[0].field, "state");
        assert_eq!(
            faults[0].why,
            Why::NotThere(vec!["status".into(), "q".into()])
        );
        let Err(Problem::Invalid(faults)) = read::<Wanted>("q=1&q=2") else {
            panic!()
        };
        assert_eq!(faults[0].why, Why::Twice);
    }
}
