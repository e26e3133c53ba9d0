//! The parameters of a method, read strictly: types, names and what must be there.

use serde_json::{Map, Value};

use super::fault::Fault;

/// Parameters by name; `prefix` is the name of the object they stand in.
pub(crate) struct Params {
    given: Map<String, Value>,
    prefix: String,
}

impl Params {
    pub(super) fn of(params: Option<&Value>) -> Result<Self, Fault> {
        match params {
            None => Ok(Self {
                given: Map::new(),
                prefix: String::new(),
            }),
            Some(params) => match params.as_object() {
                Some(given) => Ok(Self {
                    given: given.clone(),
                    prefix: String::new(),
                }),
                None => Err(Fault::invalid_request()),
            },
        }
    }

    /// Refuses every name but these.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), Fault> {
        let strange: Vec<&str> = self
            .given
            .keys()
            .map(String::as_str)
            .filter(|name| !known.contains(name))
            .collect();
        if strange.is_empty() {
            Ok(())
        } else {
            Err(Fault::unexpected(&strange))
        }
    }

    pub(super) fn text(&self, name: &str) -> Result<Option<String>, Fault> {
        self.typed(name, "a string", |value| value.as_str().map(str::to_owned))
    }

    pub(super) fn number(&self, name: &str) -> Result<Option<i64>, Fault> {
        self.typed(name, "a number", Value::as_i64)
    }

    pub(super) fn flag(&self, name: &str) -> Result<Option<bool>, Fault> {
        self.typed(name, "a boolean", Value::as_bool)
    }

    pub(super) fn list(&self, name: &str) -> Result<Option<Vec<Value>>, Fault> {
        self.typed(name, "an array", |value| value.as_array().cloned())
    }

    pub(super) fn object(&self, name: &str) -> Result<Option<Self>, Fault> {
        let given = self.typed(name, "an object", |value| value.as_object().cloned())?;
        Ok(given.map(|given| Self {
            given,
            prefix: format!("{}.", self.path(name)),
        }))
    }

    pub(super) fn required_text(&self, name: &str) -> Result<String, Fault> {
        self.text(name)?
            .ok_or_else(|| Fault::missing(&self.path(name)))
    }

    pub(super) fn required_number(&self, name: &str) -> Result<i64, Fault> {
        self.number(name)?
            .ok_or_else(|| Fault::missing(&self.path(name)))
    }

    pub(super) fn required_object(&self, name: &str) -> Result<Self, Fault> {
        self.object(name)?
            .ok_or_else(|| Fault::missing(&self.path(name)))
    }

    pub(super) fn raw(&self, name: &str) -> Option<&Value> {
        self.given.get(name).filter(|value| !value.is_null())
    }

    fn typed<T>(
        &self,
        name: &str,
        expected: &str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let Some(value) = self.raw(name) else {
            return Ok(None);
        };
        read(value)
            .map(Some)
            .ok_or_else(|| Fault::wrong_type(&self.path(name), expected, value))
    }

    fn path(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}
