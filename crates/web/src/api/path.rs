//! What stands in an address: ids of things.

use std::str::FromStr;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use desk::Thing;

use crate::problem::{Problem, Result};

/// The one variable part of an address.
pub(super) struct At(pub(super) String);

/// Both variable parts of an address.
pub(super) struct Two(pub(super) String, pub(super) String);

/// An id of the kind asked for: a text that is none names nothing that is there.
pub(super) fn known<T: FromStr>(text: &str, thing: Thing) -> Result<T> {
    text.parse().map_err(|_| Problem::NotFound(thing))
}

impl At {
    pub(super) fn id<T: FromStr>(&self, thing: Thing) -> Result<T> {
        known(&self.0, thing)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for At {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let Path(text) = Path::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::NoRoute)?;
        Ok(Self(text))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Two {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let Path((one, other)) = Path::from_request_parts(parts, state)
            .await
            .map_err(|_| Problem::NoRoute)?;
        Ok(Self(one, other))
    }
}
