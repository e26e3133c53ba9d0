//! Extensions: what administrators turn on, for the desk and channel by channel.

mod form;
#[cfg(test)]
mod tests;

use domain::extension::{Recogniser, Transcription};
use domain::{Actor, At};
use jiff::tz::TimeZone;
use store::{Conn, extensions};

use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::rights::admins_only;
use crate::{Desk, Refusal, Result};

pub use form::{ChannelPart, TranscriptionChange};

/// «Расшифровка звонка», by its name in addresses.
pub const TRANSCRIPTION: &str = "transcription";

/// The engine when the telephony provider recognises.
const BY_PROVIDER: &str = "telephony provider";

/// An extension as administrators see it.
#[derive(Debug, Clone, PartialEq)]
pub struct TranscriptionView {
    /// As it is set.
    pub settings: Transcription,
    /// Grows with each change; 0 while nobody has set anything.
    pub version: i64,
    /// The engine and its model, as people know them; nothing when there is none.
    pub engine: Option<String>,
    /// Whether the engine could work now.
    pub is_ready: bool,
    /// Milliseconds of sound that were transcribed this month.
    pub used: i64,
}

impl Desk {
    /// «Расшифровка звонка» as it is set, for administrators.
    pub async fn transcription(&self, actor: &Actor) -> Result<TranscriptionView> {
        admins_only(actor)?;
        let mut conn = self.store.read().await?;
        let (settings, version) = kept(&mut conn).await?;
        let used = store::transcripts::usage(&mut conn, &self.month()).await?;
        Ok(TranscriptionView {
            version,
            engine: match settings.recognised_by {
                Recogniser::Server => self.transcriber.as_ref().map(|engine| engine.name()),
                Recogniser::Provider => Some(BY_PROVIDER.to_owned()),
            },
            is_ready: self.can_transcribe(settings.recognised_by),
            settings,
            used,
        })
    }

    /// Sets it otherwise.
    pub async fn change_transcription(
        &self,
        actor: &Actor,
        change: &TranscriptionChange,
    ) -> Result<TranscriptionView> {
        admins_only(actor)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let (before, version) = kept(&mut tx).await?;
        if change.version.is_some_and(|known| known != version) {
            return Err(Refusal::Changed);
        }
        let channels = store::channels::list(&mut tx).await?;
        let channels: Vec<_> = channels.into_iter().map(|channel| channel.id).collect();
        let after = change.read(&before, &channels)?;
        if after != before {
            let stamp = (version, actor.agent, now);
            if !extensions::put(&mut tx, TRANSCRIPTION, &after, stamp).await? {
                return Err(Refusal::Changed);
            }
            note(&mut tx, actor, (&before, &after), now).await?;
        }
        tx.commit().await?;
        self.transcription(actor).await
    }

    /// Whether there is an engine that could work now.
    #[must_use]
    pub fn can_transcribe(&self, by: Recogniser) -> bool {
        let engine = self.transcriber.as_ref();
        match by {
            Recogniser::Server => engine.is_some_and(|engine| engine.is_ready()),
            Recogniser::Provider => true,
        }
    }

    /// The month in which minutes are counted, by the desk's clock: `2026-03`.
    pub(crate) fn month(&self) -> String {
        let zone = TimeZone::get(&self.options.time_zone).unwrap_or(TimeZone::UTC);
        self.now().to_zoned(zone).strftime("%Y-%m").to_string()
    }
}

/// The settings there are, and their version.
pub(crate) async fn kept(conn: &mut Conn) -> Result<(Transcription, i64)> {
    let found = extensions::find(conn, TRANSCRIPTION).await?;
    Ok(found.unwrap_or_default())
}

async fn note(
    tx: &mut store::Tx,
    by: &Actor,
    (before, after): (&Transcription, &Transcription),
    now: At,
) -> Result<()> {
    let text = |value: &Transcription| {
        serde_json::to_value(value)
            .map_err(|_| Refusal::Inside("settings could not be written for the audit log"))
    };
    let (before, after) = (text(before)?, text(after)?);
    let mut fields = Fields::none();
    for (name, value) in after.as_object().into_iter().flatten() {
        fields = fields.changed(name, &before[name], value);
    }
    let subject = Subject::new(Kind::Extension, TRANSCRIPTION, TRANSCRIPTION);
    record(tx, by, Deed::Changed, subject, fields, now).await
}
