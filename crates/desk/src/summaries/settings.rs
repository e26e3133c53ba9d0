//! «Сводка разговора» as administrators set it: off until they do, and its key never shown.

use domain::summary::Settings;
use domain::text::one_line;
use domain::{Actor, At};
use secrecy::SecretString;
use store::{Conn, Tx, extensions};
use url::Url;

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::fault::Faults;
use crate::rights::admins_only;
use crate::{Desk, Refusal, Result, Why};

/// Its name in addresses.
pub const SUMMARY: &str = "summary";
/// The longest address, model and key, in characters.
const LONGEST: usize = 500;

/// The extension as administrators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryView {
    /// As it is set.
    pub settings: Settings,
    /// Whether a key is kept.
    pub has_key: bool,
    /// Grows with each change; 0 while nobody has set anything.
    pub version: i64,
}

/// What is to be different; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct SummaryChange {
    /// Whether it is on.
    pub enabled: Option<bool>,
    /// The whole address.
    pub url: Option<String>,
    /// The model.
    pub model: Option<String>,
    /// The key; "" takes it away.
    pub key: Option<String>,
    /// Only when the settings are still those of this version.
    pub version: Option<i64>,
}

impl Desk {
    /// «Сводка разговора» as it is set, for administrators.
    pub async fn summary_settings(&self, actor: &Actor) -> Result<SummaryView> {
        admins_only(actor)?;
        let mut conn = self.store.read().await?;
        let (settings, version) = kept(&mut conn).await?;
        Ok(SummaryView {
            settings,
            has_key: extensions::key(&mut conn, SUMMARY).await?.is_some(),
            version,
        })
    }

    /// Sets it otherwise.
    pub async fn change_summary(
        &self,
        actor: &Actor,
        change: &SummaryChange,
    ) -> Result<SummaryView> {
        admins_only(actor)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let (before, version) = kept(&mut tx).await?;
        if change.version.is_some_and(|known| known != version) {
            return Err(Refusal::Changed);
        }
        let after = change.read(&before)?;
        if after != before {
            let stamp = (version, actor.agent, now);
            if !extensions::put(&mut tx, SUMMARY, &after, stamp).await? {
                return Err(Refusal::Changed);
            }
        }
        self.set_key(&mut tx, change.key.as_deref()).await?;
        note(&mut tx, actor, (&before, &after), change.key.is_some(), now).await?;
        tx.commit().await?;
        self.summary_settings(actor).await
    }

    async fn set_key(&self, tx: &mut Tx, typed: Option<&str>) -> Result<()> {
        let Some(typed) = typed else {
            return Ok(());
        };
        let sealed = match typed.trim() {
            "" => None,
            key => Some(self.sealer.seal(SUMMARY, key)?),
        };
        Ok(extensions::set_key(tx, SUMMARY, sealed).await?)
    }

    /// The key, opened.
    pub(super) async fn summary_key(&self, conn: &mut Conn) -> Result<Option<SecretString>> {
        let sealed = extensions::key(conn, SUMMARY).await?;
        let opened = sealed.map(|sealed| self.sealer.open(SUMMARY, &sealed));
        Ok(opened.transpose()?.map(SecretString::from))
    }
}

impl SummaryChange {
    fn read(&self, before: &Settings) -> Result<Settings> {
        let mut faults = Faults::none();
        let mut after = before.clone();
        after.enabled = self.enabled.unwrap_or(before.enabled);
        if let Some(url) = &self.url {
            after.url = url.trim().to_owned();
            if !after.url.is_empty() && !is_address(&after.url) {
                faults.add("url", Why::NotALink);
            }
        }
        if let Some(model) = self.model.as_ref().filter(|model| !model.trim().is_empty()) {
            let read = faults.take("model", one_line(model, LONGEST));
            after.model = read.unwrap_or_default();
        } else if self.model.is_some() {
            after.model = String::new();
        }
        if self
            .key
            .as_ref()
            .is_some_and(|key| key.trim().chars().count() > LONGEST)
        {
            faults.add("key", Why::TooLong(LONGEST));
        }
        if after.enabled && after.url.is_empty() {
            faults.add("url", Why::Required);
        }
        faults.check()?;
        Ok(after)
    }
}

fn is_address(text: &str) -> bool {
    let url = Url::parse(text).ok().filter(|_| text.len() <= LONGEST);
    url.is_some_and(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some())
}

/// The settings there are, and their version.
pub(crate) async fn kept(conn: &mut Conn) -> Result<(Settings, i64)> {
    let found = extensions::find(conn, SUMMARY).await?;
    Ok(found.unwrap_or_default())
}

async fn note(
    tx: &mut Tx,
    by: &Actor,
    (before, after): (&Settings, &Settings),
    new_key: bool,
    now: At,
) -> Result<()> {
    let fields = Fields::none()
        .changed("enabled", before.enabled, after.enabled)
        .changed("url", &before.url, &after.url)
        .changed("model", &before.model, &after.model)
        .changed("key", false, new_key);
    let subject = Subject::new(Kind::Extension, SUMMARY, SUMMARY);
    record(tx, by, Deed::Changed, subject, fields, now).await
}
