//! `get.tags` and putting tags on what has been: calls, chats, requests.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::DataApi;
use super::comment::CommunicationType;
use super::listing::{Listing, Row};
use crate::rpc::{Failure, loose};

/// A tag.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Tag {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub name: Option<String>,
    /// Whether it is the platform’s own, which cannot be deleted.
    #[serde(deserialize_with = "loose::flag")]
    pub is_system: Option<bool>,
}

/// What a tag is put on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Communication {
    /// Its id with the platform; for calls equal to the session, as far as is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub communication_id: Option<i64>,
    /// Its id with whoever uploaded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub communication_ext_id: Option<String>,
    /// What it is.
    pub communication_type: CommunicationType,
}

impl Communication {
    /// A call, by its communication id.
    #[must_use]
    pub fn call(id: i64) -> Self {
        Self {
            communication_id: Some(id),
            communication_ext_id: None,
            communication_type: CommunicationType::Call,
        }
    }

    /// An uploaded call, by the id it was uploaded with.
    #[must_use]
    pub fn uploaded_call(ext_id: &str) -> Self {
        Self {
            communication_id: None,
            communication_ext_id: Some(ext_id.to_owned()),
            communication_type: CommunicationType::Call,
        }
    }
}

#[derive(Serialize)]
struct Mark<'a> {
    tag_id: i64,
    #[serde(flatten)]
    on: &'a Communication,
}

impl Row for Tag {
    const METHOD: &'static str = "get.tags";
    const FIELDS: &'static [&'static str] = &["id", "name", "is_system"];
}

impl DataApi {
    /// The tags there are.
    pub fn tags(&self) -> Listing<Tag> {
        Listing::new(self, None)
    }

    /// Makes a tag and gives its id.
    pub async fn create_tag(&self, name: &str) -> Result<i64, Failure> {
        self.create("create.tags", &json!({"name": name})).await
    }

    /// Puts a tag on what has been.
    pub async fn set_tag(&self, tag: i64, on: &Communication) -> Result<(), Failure> {
        let mark = Mark { tag_id: tag, on };
        self.line.ask("set.tag_communications", &mark).await?.done()
    }

    /// Takes a tag off again.
    pub async fn unset_tag(&self, tag: i64, on: &Communication) -> Result<(), Failure> {
        let mark = Mark { tag_id: tag, on };
        self.line
            .ask("unset.tag_communications", &mark)
            .await?
            .done()
    }
}
