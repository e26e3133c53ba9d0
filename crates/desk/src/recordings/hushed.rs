//! What is said in a recording and not for everybody is not heard by everybody either: a copy of it has a tone there.

use std::collections::HashMap;
use std::ops::Range;
use std::time::Duration;

use domain::recording::{Kept, State};
use domain::transcript::{Line, Stage, secrets};
use domain::{Actor, CallId, Recording, RecordingId, Voices};
use sha2::{Digest, Sha256};
use store::recordings::{self, Hushed};
use store::transcripts::{self, Correction, KeptLine};
use store::{Change, Conn, Topic, Tx};

use super::kept::refusal;
use super::listen::Sound;
use crate::jobs::{Work, enqueue};
use crate::{Denied, Desk, Refusal, Result, extensions};

/// An engine's times of words are not exact: so much before and after goes too.
const MARGIN: u32 = 400;
/// A recording of hours is copied within a minute; what takes longer was made to.
const PATIENCE: Duration = Duration::from_secs(300);

/// Milliseconds that are not heard, in order and apart from each other.
pub(crate) type Stretches = Vec<Range<u32>>;

/// What this reader may not hear of each recording of a call, by its place; nothing of those that may be heard whole.
pub(crate) async fn not_for(
    conn: &mut Conn,
    actor: &Actor,
    call: CallId,
) -> Result<HashMap<i64, Stretches>> {
    let (settings, _) = extensions::kept(conn).await?;
    if settings.shows_secrets_to(actor.role) {
        return Ok(HashMap::new());
    }
    let all = recordings::of_calls(conn, &[call]).await?;
    secret_in(conn, call, &all).await
}

/// What not everybody may hear of each recording of a call.
async fn secret_in(
    conn: &mut Conn,
    call: CallId,
    all: &[Recording],
) -> Result<HashMap<i64, Stretches>> {
    let making = transcripts::find(conn, call).await?;
    if making.is_none_or(|making| making.stage != Stage::Ready) {
        return Ok(HashMap::new());
    }
    let lines = transcripts::lines(conn, call).await?;
    let mut times = secrets::heard(&said(&lines));
    if lines.iter().any(|line| line.edited_at.is_some()) {
        // A number that somebody has corrected away is heard all the same.
        for correction in transcripts::corrections(conn, call).await? {
            times.extend(secrets::heard(&before(&lines, &correction)));
        }
    }
    Ok(by_recording(&times, all))
}

fn said(lines: &[KeptLine]) -> Vec<Line> {
    lines.iter().map(|kept| kept.line.clone()).collect()
}

/// The dialogue as it stood with what a line said before.
fn before(lines: &[KeptLine], correction: &Correction) -> Vec<Line> {
    let line = |kept: &KeptLine| match kept.place == correction.place {
        true => kept.line.corrected(&correction.before),
        false => kept.line.clone(),
    };
    lines.iter().map(line).collect()
}

/// Two parties in a file each hear each other: what one says is hidden in both.
fn by_recording(times: &[(u32, Range<u32>)], all: &[Recording]) -> HashMap<i64, Stretches> {
    let mut hidden = HashMap::new();
    for one in all {
        let alone = matches!(one.voices, Voices::AgentIn(_));
        let in_it = |(recording, _): &&(u32, Range<u32>)| {
            let other = all.iter().find(|other| other.n == i64::from(*recording));
            i64::from(*recording) == one.n
                || (!alone && other.is_some_and(|other| matches!(other.voices, Voices::Only(_))))
        };
        let stretches = times.iter().filter(in_it).map(|(_, time)| time.clone());
        let stretches = joined(stretches.collect());
        if !stretches.is_empty() {
            hidden.insert(one.n, stretches);
        }
    }
    hidden
}

/// With their margins, those that touch as one.
fn joined(mut all: Stretches) -> Stretches {
    all.sort_by_key(|one| one.start);
    let mut joined: Stretches = Vec::with_capacity(all.len());
    for one in all {
        let (start, end) = (
            one.start.saturating_sub(MARGIN),
            one.end.saturating_add(MARGIN),
        );
        match joined.last_mut() {
            Some(last) if start <= last.end => last.end = last.end.max(end),
            Some(_) | None => joined.push(start..end),
        }
    }
    joined
}

/// `1200-3400 5000-6000`.
fn as_text(stretches: &[Range<u32>]) -> String {
    let texts = stretches
        .iter()
        .map(|one| format!("{}-{}", one.start, one.end));
    texts.collect::<Vec<_>>().join(" ")
}

impl Desk {
    /// Has copies be made of recordings in which something else is secret than in the copy there is.
    pub(crate) async fn hush_anew(&self, tx: &mut Tx, call: CallId) -> Result<()> {
        let all = recordings::of_calls(tx, &[call]).await?;
        let secret = secret_in(tx, call, &all).await?;
        for one in all.iter().filter(|one| one.kept().is_some()) {
            let wanted = secret.get(&one.n).map(|all| as_text(all));
            let known = recordings::hushed(tx, one.id).await?;
            if wanted != known.map(|known| known.stretches) {
                enqueue(tx, &Work::HushSound { recording: one.id }, self.now()).await?;
            }
        }
        Ok(())
    }

    /// The copy for those who may not hear all of it; it is made when it is not there yet.
    pub(super) async fn hushed_sound(
        &self,
        one: &Recording,
        stretches: &[Range<u32>],
        range: Option<&str>,
    ) -> Result<Sound> {
        let hushed = self.hushed_copy(one, stretches).await?;
        let place = hushed.place.ok_or(Refusal::NotAllowed(Denied::NotHushed))?;
        let size = u64::try_from(hushed.bytes).unwrap_or_default();
        self.stored_sound(&place, "audio/wav", size, range).await
    }

    /// How loud that copy is when; nothing while it is not there.
    pub(super) async fn hushed_columns(
        &self,
        one: &Recording,
        stretches: &[Range<u32>],
    ) -> Result<Option<Vec<Vec<u8>>>> {
        let known = recordings::hushed(&mut self.store.read().await?, one.id).await?;
        let known = known.filter(|known| known.stretches == as_text(stretches));
        Ok(known.map(|known| known.voices))
    }

    async fn hushed_copy(&self, one: &Recording, stretches: &[Range<u32>]) -> Result<Hushed> {
        match &one.state {
            State::Kept(_) => {}
            State::Gone(_) | State::Removed(_) => return Err(Refusal::Gone),
            State::Expected(_) | State::Fetching(_) | State::Failed(..) => {
                return Err(Refusal::NotReady);
            }
        }
        let known = recordings::hushed(&mut self.store.read().await?, one.id).await?;
        if let Some(known) = known.filter(|known| known.stretches == as_text(stretches)) {
            return Ok(known);
        }
        let mut tx = self.store.begin().await?;
        self.hush_anew(&mut tx, one.call_id).await?;
        tx.commit().await?;
        self.bell.notify_one();
        Err(Refusal::NotReady)
    }

    /// Makes the copy that is wanted now, and takes away the one there was.
    pub(crate) async fn hush_sound(&self, id: RecordingId) -> Result<()> {
        let file = match self.sound_file(id).await {
            Ok(file) => file,
            Err(Refusal::NotFound(_) | Refusal::NotReady | Refusal::Gone) => return Ok(()),
            Err(other) => return Err(other),
        };
        let recording = file.recording.clone();
        let mut conn = self.store.read().await?;
        let all = recordings::of_calls(&mut conn, &[recording.call_id]).await?;
        let mut secret = secret_in(&mut conn, recording.call_id, &all).await?;
        drop(conn);
        let (Some(stretches), Some(kept)) = (secret.remove(&recording.n), recording.kept()) else {
            return self.put_copy(&recording, None).await;
        };
        let copy = self.copied(file, kept, stretches).await?;
        self.put_copy(&recording, Some(copy)).await
    }

    async fn copied(
        &self,
        file: super::KeptFile,
        kept: &Kept,
        stretches: Stretches,
    ) -> Result<Hushed> {
        let text = as_text(&stretches);
        let draft = self.shelf.draft().map_err(refusal)?;
        let into = draft.path().to_owned();
        let work = tokio::task::spawn_blocking(move || {
            sound::hush(file.path(), &into, &stretches, PATIENCE)?;
            sound::wave(&into, PATIENCE)
        });
        let drawn = match work.await {
            Ok(Ok(drawn)) => drawn,
            Ok(Err(why)) => return Ok(not_made(text, &why)),
            Err(why) => return Ok(not_made(text, &why)),
        };
        let mark = hex::encode(Sha256::digest(text.as_bytes()));
        let place = format!("{}.{}.wav", kept.place, mark.get(..12).unwrap_or_default());
        self.shelf
            .keep(&place, draft.path())
            .await
            .map_err(refusal)?;
        let size = tokio::fs::metadata(draft.path()).await;
        let size = size.map_err(|_| Refusal::Inside("a copy of a sound went away"))?;
        Ok(Hushed {
            stretches: text,
            place: Some(place),
            bytes: i64::try_from(size.len()).unwrap_or(i64::MAX),
            voices: drawn.voices,
        })
    }

    async fn put_copy(&self, recording: &Recording, copy: Option<Hushed>) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let before = recordings::hushed(&mut tx, recording.id).await?;
        let before = before.and_then(|before| before.place);
        if let Some(place) = before
            && copy.as_ref().and_then(|copy| copy.place.as_ref()) != Some(&place)
        {
            enqueue(&mut tx, &Work::RemoveSound { place }, self.now()).await?;
        }
        match copy {
            Some(copy) => recordings::put_hushed(&mut tx, recording.id, &copy).await?,
            None => recordings::forget_hushed(&mut tx, recording.id).await?,
        }
        tx.changed(Change {
            topic: Topic::Call(recording.call_id),
            channel: Some(recording.channel_id),
        });
        Ok(tx.commit().await?)
    }
}

/// What cannot be copied is heard by those only who may hear all of it.
fn not_made(stretches: String, why: &(dyn std::error::Error + 'static)) -> Hushed {
    tracing::warn!(error = why, "a recording could not be hushed");
    Hushed {
        stretches,
        place: None,
        bytes: 0,
        voices: Vec::new(),
    }
}
