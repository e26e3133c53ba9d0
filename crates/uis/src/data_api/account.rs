//! `get.account` and `getobj.account`: whose account it is, in which zone, and what it may do.

use jiff::tz::TimeZone;
use serde::Deserialize;
use serde_json::json;

use super::DataApi;
use crate::rpc::{Failure, loose};

/// An account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Account {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub app_id: i64,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub name: Option<String>,
    /// Its time zone by the IANA name, by which all times come.
    #[serde(deserialize_with = "loose::text")]
    pub timezone: Option<String>,
}

/// The account's zone is not told, or not known here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("finding the account's time zone `{name}`")]
pub struct ZoneError {
    name: String,
}

impl Account {
    /// The zone that all of the account's times are in.
    pub fn zone(&self) -> Result<TimeZone, ZoneError> {
        let name = self.timezone.clone().unwrap_or_default();
        TimeZone::get(&name).map_err(|_| ZoneError { name })
    }
}

/// An account with what it may do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct AccountCard {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub app_id: i64,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub app_name: Option<String>,
    /// Whether it is active.
    #[serde(deserialize_with = "loose::text")]
    pub app_state: Option<String>,
    /// The login of the key's owner.
    #[serde(deserialize_with = "loose::text")]
    pub user_login: Option<String>,
    /// The name of the tariff.
    #[serde(deserialize_with = "loose::text")]
    pub tp_name: Option<String>,
    /// The brand.
    #[serde(deserialize_with = "loose::text")]
    pub project: Option<String>,
    /// The language of the account's pages.
    #[serde(deserialize_with = "loose::text")]
    pub lang: Option<String>,
    /// Its time zone by the IANA name.
    #[serde(deserialize_with = "loose::text")]
    pub timezone: Option<String>,
    /// What the key's owner may do.
    #[serde(deserialize_with = "loose::list")]
    pub permissions: Vec<Permission>,
    /// What the tariff includes: `recording`, `callapi`…
    #[serde(deserialize_with = "loose::texts")]
    pub components: Vec<String>,
}

/// What somebody may do with one part of the account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Permission {
    /// Which part.
    #[serde(deserialize_with = "loose::text")]
    pub unit_id: Option<String>,
    /// Read it.
    #[serde(deserialize_with = "loose::flag")]
    pub is_select: Option<bool>,
    /// Add to it.
    #[serde(deserialize_with = "loose::flag")]
    pub is_insert: Option<bool>,
    /// Change it.
    #[serde(deserialize_with = "loose::flag")]
    pub is_update: Option<bool>,
    /// Delete in it.
    #[serde(deserialize_with = "loose::flag")]
    pub is_delete: Option<bool>,
}

impl DataApi {
    /// The account that the key belongs to. Takes no component beyond the Data API itself, so it is the cheapest way
    /// to see whether a key works.
    pub async fn account(&self) -> Result<Account, Failure> {
        self.line.ask("get.account", &json!({})).await?.data()
    }

    /// The account with what it may do.
    pub async fn account_card(&self) -> Result<AccountCard, Failure> {
        self.line.ask("getobj.account", &json!({})).await?.data()
    }
}
