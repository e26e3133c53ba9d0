//! The notifications of the account, as an administrator pastes them.

use std::collections::BTreeMap;

use reqwest::Url;
use serde::{Deserialize, Serialize};

use crate::call::Event;
use crate::error::Error;
use crate::sentence::said;

/// How a notification is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// The rendered template is the body.
    #[default]
    Post,
    /// The rendered template is the query string.
    Get,
}

/// Where notifications go and what is written in them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notifications {
    /// The address; empty while nothing is to be sent.
    #[serde(default)]
    pub address: String,
    /// POST unless told otherwise.
    #[serde(default)]
    pub method: Method,
    /// The Content-Type of a POST; `application/json` unless told otherwise.
    #[serde(default)]
    pub content_type: Option<String>,
    /// The text with `{{parameters}}`, by the event's mnemonic; an event without one is not told about.
    #[serde(default)]
    pub templates: BTreeMap<String, String>,
}

impl Notifications {
    /// Refuses an address that cannot be called and events that do not exist.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if !self.address.is_empty() {
            let address = Url::parse(&self.address).map_err(|problem| {
                Error::Refused(said(
                    format!("«{}» не адрес: {problem}.", self.address),
                    format!("The address «{}» is not a URL: {problem}.", self.address),
                ))
            })?;
            if !matches!(address.scheme(), "http" | "https") {
                return Err(Error::Refused(said(
                    format!(
                        "Адрес «{}» должен начинаться с http:// или https://.",
                        self.address
                    ),
                    format!(
                        "The address «{}» must begin with http:// or https://.",
                        self.address
                    ),
                )));
            }
        }
        if let Some(kind) = &self.content_type
            && reqwest::header::HeaderValue::from_str(kind).is_err()
        {
            return Err(Error::Refused(said(
                format!("«{kind}» не может быть Content-Type."),
                format!("«{kind}» cannot be a Content-Type."),
            )));
        }
        match self
            .templates
            .keys()
            .find(|name| Event::of_mnemonic(name).is_none())
        {
            None => Ok(()),
            Some(unknown) => {
                let known: Vec<_> = Event::ALL.into_iter().map(Event::mnemonic).collect();
                let known = known.join(", ");
                Err(Error::Refused(said(
                    format!("События «{unknown}» нет; есть {known}."),
                    format!("There is no event «{unknown}»; choose one of {known}."),
                )))
            }
        }
    }

    /// The template of an event, when it is to be told about.
    pub(crate) fn template(&self, event: Event) -> Option<&str> {
        let template = self.templates.get(event.mnemonic())?;
        (!self.address.is_empty() && !template.trim().is_empty()).then_some(template)
    }
}
