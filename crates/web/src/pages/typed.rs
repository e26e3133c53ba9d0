//! What was typed: the fields of a form or of an address, kept as they came so that a page can show them again.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::IntoResponse;

use crate::problem::{Malformed, Problem, Result};

/// Fields with their values, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// Reads `a=1&b=2`.
    #[must_use]
    pub fn read(text: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(text).into_owned().collect())
    }

    /// Fields put together by a page itself.
    #[must_use]
    pub fn of<const N: usize>(fields: [(String, String); N]) -> Self {
        Self(fields.into_iter().collect())
    }

    /// The first value of a field; "" when it is not there.
    #[must_use]
    pub fn one(&self, field: &str) -> &str {
        self.sent(field).unwrap_or_default()
    }

    /// The first value of a field, unless it is missing or nothing but spaces.
    #[must_use]
    pub fn some(&self, field: &str) -> Option<&str> {
        let text = self.one(field).trim();
        (!text.is_empty()).then_some(text)
    }

    /// The first value of a field when it was sent, however empty.
    #[must_use]
    pub fn sent(&self, field: &str) -> Option<&str> {
        let first = self.0.iter().find(|(name, _)| name == field);
        first.map(|(_, value)| value.as_str())
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |(name, _)| name == field);
        named.map(|(_, value)| value.as_str())
    }

    /// The names of all fields, each as often as it came.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Whether a box was ticked.
    #[must_use]
    pub fn ticked(&self, field: &str) -> bool {
        self.sent(field).is_some()
    }
}

impl FromIterator<(String, String)> for Typed {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

/// The form that was sent.
#[derive(Debug)]
pub struct Sent(pub Typed);

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &S) -> Result<Self> {
        let body = Bytes::from_request(request, state).await;
        let body = body.map_err(|refused| match refused.into_response().status() {
            StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
            _ => Problem::Malformed(Malformed::NotText),
        })?;
        Ok(Self(Typed::read(&body)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_browsers_send_them() {
        let typed = Typed::read("name=%D0%98%D1%80%D0%B0+%D0%A1.&phone=1&phone=&vip=on".as_bytes());
        assert_eq!(typed.one("name"), "Ира С.");
        assert_eq!(typed.all("phone").collect::<Vec<_>>(), ["1", ""]);
        assert!(typed.ticked("vip") && !typed.ticked("spammer"));
        assert_eq!(
            (typed.some("gone"), typed.sent("gone"), typed.one("gone")),
            (None, None, "")
        );
    }
}
