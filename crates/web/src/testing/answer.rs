//! An answer, read whole.

use axum::body::{Bytes, to_bytes};
use axum::http::HeaderMap;
use axum::http::header::AsHeaderName;
use axum::response::Response;
use serde_json::Value;

/// An answer, read whole.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(super) async fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: to_bytes(body, usize::MAX).await.unwrap(),
        }
    }

    pub(crate) fn header(&self, name: impl AsHeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{self:?}"))
    }

    /// What a good answer says.
    pub(crate) fn good(&self) -> Value {
        assert!((200..300).contains(&self.status), "{self:?}");
        self.json()
    }

    /// What a problem says.
    pub(crate) fn problem(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{self:?}");
        let kind = self.header(axum::http::header::CONTENT_TYPE);
        assert_eq!(kind, "application/problem+json", "{self:?}");
        let said = self.json();
        assert_eq!(said["status"], status);
        for field in ["type", "title", "detail"] {
            assert!(
                said[field].as_str().is_some_and(|text| !text.is_empty()),
                "{said}"
            );
        }
        said
    }

    /// Fields that a problem names.
    pub(crate) fn faults(&self) -> Vec<String> {
        let said = self.problem(422);
        let errors = said["errors"].as_array().unwrap();
        let field = |error: &Value| {
            assert!(
                error["message"]
                    .as_str()
                    .is_some_and(|text| !text.is_empty())
            );
            error["field"].as_str().unwrap().to_owned()
        };
        errors.iter().map(field).collect()
    }
}
