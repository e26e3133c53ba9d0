//! A result in its several shapes: a list, an object, bare, or nothing but success.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::failure::Failure;
use super::loose;

/// What stands under `result`.
#[derive(Debug)]
pub(crate) struct Reply {
    method: &'static str,
    result: Value,
}

#[derive(Deserialize)]
struct Success {
    #[serde(default, deserialize_with = "loose::flag")]
    success: Option<bool>,
}

impl Reply {
    pub(super) fn new(method: &'static str, result: Value) -> Self {
        Self { method, result }
    }

    /// The object under `data`; methods that give a list of one are read too.
    pub(crate) fn data<T: DeserializeOwned>(mut self) -> Result<T, Failure> {
        let data = match self.result.get_mut("data").map(Value::take) {
            Some(Value::Array(mut several)) if several.len() == 1 => several.remove(0),
            Some(data) => data,
            None => Value::Null,
        };
        understand(self.method, "data", data)
    }

    /// The list under `data`; nothing is an empty one.
    pub(crate) fn rows<T: DeserializeOwned>(&mut self) -> Result<Vec<T>, Failure> {
        match self.result.get_mut("data").map(Value::take) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(data) => understand(self.method, "data", data),
        }
    }

    /// The result itself: `create` methods have no `data`. Some newer ones do, so both are looked at.
    pub(crate) fn bare<T: DeserializeOwned>(mut self) -> Result<T, Failure> {
        match self.result.get_mut("data").map(Value::take) {
            Some(data @ Value::Object(_)) => understand(self.method, "data", data),
            Some(_) | None => understand(self.method, "result", self.result),
        }
    }

    /// Success said in any of the platform's ways; only a plain `false` is none.
    pub(crate) fn done(self) -> Result<(), Failure> {
        let method = self.method;
        let said = self.bare::<Success>()?.success;
        if said == Some(false) {
            let source = serde::de::Error::custom("success is false");
            let path = "success".to_owned();
            return Err(Failure::Unexpected {
                method,
                path,
                source,
            });
        }
        Ok(())
    }

    /// How many rows there are in all pages.
    pub(crate) fn total(&self) -> Option<u64> {
        self.result.pointer("/metadata/total_items")?.as_u64()
    }
}

fn understand<T: DeserializeOwned>(
    method: &'static str,
    place: &str,
    value: Value,
) -> Result<T, Failure> {
    serde_path_to_error::deserialize(value).map_err(|problem| Failure::Unexpected {
        method,
        path: format!("{place}.{}", problem.path()),
        source: problem.into_inner(),
    })
}
