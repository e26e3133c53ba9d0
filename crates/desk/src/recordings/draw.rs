//! How loud a kept recording is when: drawn once. What cannot be drawn plays all the same.

use std::time::Duration;

use domain::{Actor, CallId, RecordingId, Speaker, Voices};
use store::{Change, Topic, recordings};

use super::hushed::not_for;
use super::rights::audible;
use crate::{Desk, Refusal, Result, Thing};

/// A recording of hours is read within seconds; what takes longer was made to.
const PATIENCE: Duration = Duration::from_secs(120);

/// How loud each voice of a recording is when: columns from 0 to 255. One voice alone may be the mixture of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The client's.
    pub client: Option<Vec<u8>>,
    /// The agent's.
    pub agent: Option<Vec<u8>>,
}

impl Drawn {
    fn of(mut columns: Vec<Vec<u8>>, voices: Voices) -> Self {
        let (client, agent) = match (voices, columns.len()) {
            (Voices::AgentIn(0), 2) => (columns.pop(), columns.pop()),
            (Voices::AgentIn(_), 2) => {
                let agent = columns.pop();
                (columns.pop(), agent)
            }
            (Voices::Only(Speaker::Client), _) => (columns.into_iter().next(), None),
            (Voices::Only(Speaker::Agent), _) => (None, columns.into_iter().next()),
            (Voices::AgentIn(_) | Voices::Only(Speaker::Unknown), _) => {
                let mixed = columns.into_iter().next();
                (mixed.clone(), mixed)
            }
        };
        Self { client, agent }
    }
}

impl Desk {
    /// The drawing of the `n`th recording of a call, counted from 0, for those who may listen.
    pub async fn wave(&self, actor: &Actor, id: CallId, n: usize) -> Result<Drawn> {
        let mut conn = self.store.read().await?;
        audible(&mut conn, actor, id).await?;
        let all = recordings::of_calls(&mut conn, &[id]).await?;
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let one = all.iter().find(|one| one.n == n && one.kept().is_some());
        let one = one.ok_or(Refusal::NotFound(Thing::Recording))?;
        let hidden = not_for(&mut conn, actor, id).await?.remove(&one.n);
        let columns = match hidden {
            Some(stretches) => self.hushed_columns(one, &stretches).await?,
            None => recordings::wave_of(&mut conn, one.id).await?,
        };
        let columns = columns.ok_or(Refusal::NotFound(Thing::Recording))?;
        Ok(Drawn::of(columns, one.voices))
    }

    /// Draws a recording that is kept.
    pub(crate) async fn draw_wave(&self, id: RecordingId) -> Result<()> {
        let file = match self.sound_file(id).await {
            Ok(file) => file,
            Err(Refusal::NotFound(_) | Refusal::NotReady | Refusal::Gone) => return Ok(()),
            Err(other) => return Err(other),
        };
        let recording = file.recording.clone();
        let drawing = tokio::task::spawn_blocking(move || sound::wave(file.path(), PATIENCE));
        let wave = match drawing.await {
            Ok(Ok(wave)) => wave,
            Ok(Err(why)) => {
                tracing::info!(recording = %id, error = &why as &dyn std::error::Error, "a recording is not drawn");
                return Ok(());
            }
            // A file that a decoder stumbles over harms nobody else.
            Err(why) => {
                tracing::warn!(recording = %id, error = &why as &dyn std::error::Error, "a decoder broke over a recording");
                return Ok(());
            }
        };
        let lasts = i64::try_from(wave.milliseconds).unwrap_or(i64::MAX);
        let mut tx = self.store.begin().await?;
        recordings::put_wave(&mut tx, id, lasts, &wave.voices).await?;
        tx.changed(Change {
            topic: Topic::Call(recording.call_id),
            channel: Some(recording.channel_id),
        });
        Ok(tx.commit().await?)
    }
}
