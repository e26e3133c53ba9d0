//! A call is transcribed: recording by recording, each kept once it is done, so that a restart goes on with the next.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::time::Duration;

use domain::extension::{Recogniser, Transcription};
use domain::transcript::{Making, NoText, Part, Stage, Transcript, lines};
use domain::{Call, CallId, NotTranscribed, RecordingId, Transcriber, Wishes};
use jiff::SignedDuration;
use store::{Change, Topic, transcripts};

use super::entry;
use super::sounds::Sound;
use crate::{Desk, Refusal, Result, extensions};

/// How often pages are told how far it is.
const TOLD_EVERY: Duration = Duration::from_secs(1);
/// A recording that does not come within this time after somebody asked does not come.
const PATIENCE: SignedDuration = SignedDuration::from_hours(6);

impl Desk {
    /// Transcribes a call, unless that was done or given up already.
    pub(crate) async fn transcribe(&self, id: CallId) -> Result<()> {
        let mut conn = self.store.read().await?;
        let known = transcripts::find(&mut conn, id).await?;
        let call = store::calls::find(&mut conn, id).await?;
        let (Some(making), Some(call)) = (known.filter(|one| one.stage.is_on_its_way()), call)
        else {
            return Ok(());
        };
        let (settings, _) = extensions::kept(&mut conn).await?;
        let may_go_on = self.may_use_more(&mut conn, &settings).await?;
        drop(conn);
        if !may_go_on {
            return self.fail(making, NoText::LimitReached, String::new()).await;
        }
        match self.hear_call(&call, &making, &settings).await {
            Ok(()) => self.end_transcript(&call, making, &settings).await,
            Err(Stop::No(why, said)) => self.fail(making, why, said).await,
            Err(Stop::Later(refusal)) => {
                let why = refusal.to_string();
                self.try_later(making, why, refusal).await
            }
            Err(Stop::Waits(why, refusal)) => self.try_later(making, why.to_owned(), refusal).await,
        }
    }

    async fn hear_call(
        &self,
        call: &Call,
        making: &Making,
        settings: &Transcription,
    ) -> std::result::Result<(), Stop> {
        match (settings.recognised_by, self.transcriber.clone()) {
            (Recogniser::Provider, _) => self.hear_from_platform(call, settings).await,
            (Recogniser::Server, Some(engine)) => {
                self.work_through(call, making, settings, &engine).await
            }
            (Recogniser::Server, None) => Err(Stop::No(NoText::NoModel, String::new())),
        }
    }

    /// A transcript whose worker went away each time.
    pub(crate) async fn give_up_transcript(&self, id: CallId) -> Result<()> {
        let known = transcripts::find(&mut self.store.read().await?, id).await?;
        match known.filter(|one| one.stage.is_on_its_way()) {
            Some(making) => self.fail(making, NoText::Unreadable, String::new()).await,
            None => Ok(()),
        }
    }

    async fn work_through(
        &self,
        call: &Call,
        making: &Making,
        settings: &Transcription,
        engine: &Arc<dyn Transcriber>,
    ) -> std::result::Result<(), Stop> {
        let done = transcripts::parts(&mut self.store.read().await?, call.id).await?;
        let mut language = settings.language_in(call.channel_id);
        language = language.or_else(|| done.first().map(|part| part.transcript.language.clone()));
        let all = self.sounds(call).await?;
        let total = all.len();
        for (place, sound) in all.into_iter().enumerate() {
            if done.iter().any(|part| part.recording == sound.recording) {
                continue;
            }
            let share = Share { place, total };
            let wishes = Wishes {
                language: language.clone().filter(|language| !language.is_empty()),
                voices: sound.voices,
                names: settings.names.clone(),
                corrections: settings.corrections.clone(),
            };
            let transcript = self
                .hear_out(making, sound.id, wishes, share, engine)
                .await?;
            language = language.or_else(|| Some(transcript.language.clone()));
            self.keep_sound(call, &sound, transcript).await?;
        }
        Ok(())
    }

    /// Has the engine work on a thread of its own, and tells pages how far it is. Left alone, the engine is called off.
    async fn hear_out(
        &self,
        making: &Making,
        sound: RecordingId,
        wishes: Wishes,
        share: Share,
        engine: &Arc<dyn Transcriber>,
    ) -> std::result::Result<Transcript, Stop> {
        let percent = Arc::new(AtomicU8::new(0));
        let wanted = Wanted(Arc::new(AtomicBool::new(true)));
        let (engine, file) = (Arc::clone(engine), self.sound_file(sound).await?);
        let (told, goes_on) = (Arc::clone(&percent), Arc::clone(&wanted.0));
        let mut work = tokio::task::spawn_blocking(move || {
            let progress = |percent: u8| {
                told.store(percent.min(100), Ordering::Relaxed);
                goes_on.load(Ordering::Relaxed)
            };
            engine.transcribe(file.path(), &wishes, &progress)
        });
        let mut beat = tokio::time::interval(TOLD_EVERY);
        let mut last = None;
        loop {
            tokio::select! {
                done = &mut work => {
                    let done = done.map_err(|_| Stop::No(NoText::Unreadable, String::new()))?;
                    return done.map_err(Stop::from);
                }
                _ = beat.tick() => {
                    let now = share.of(percent.load(Ordering::Relaxed));
                    if last.replace(now) != Some(now) {
                        self.tell_progress(making, now).await?;
                    }
                }
            }
        }
    }

    async fn tell_progress(&self, making: &Making, percent: u8) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let Some(mut now) = transcripts::hold(&mut tx, making.call_id).await? else {
            return Ok(());
        };
        if now.stage.is_on_its_way() {
            now.stage = Stage::Running(percent);
            transcripts::put(&mut tx, &now, self.now()).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn keep_sound(&self, call: &Call, sound: &Sound, transcript: Transcript) -> Result<()> {
        let spoken = transcript
            .turns
            .iter()
            .map(|turn| turn.end)
            .max()
            .unwrap_or_default();
        let length = sound.length.unwrap_or_else(|| i64::from(spoken));
        let part = Part {
            recording: sound.recording,
            beside: sound.beside,
            transcript,
        };
        let mut tx = self.store.begin().await?;
        transcripts::keep_part(&mut tx, call.id, &part).await?;
        transcripts::add_usage(&mut tx, &self.month(), length).await?;
        Ok(tx.commit().await?)
    }

    /// All recordings are done: the dialogue stands with the call, and in its ticket.
    async fn end_transcript(
        &self,
        call: &Call,
        mut making: Making,
        settings: &Transcription,
    ) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let parts = transcripts::parts(&mut tx, call.id).await?;
        let told = parts.iter().map(|part| &part.transcript);
        let named = |name: fn(&Transcript) -> &String| {
            let known = told.clone().map(name).find(|name| !name.is_empty());
            known.cloned().unwrap_or_default()
        };
        making.language = named(|transcript| &transcript.language);
        making.engine = named(|transcript| &transcript.engine);
        making.stage = Stage::Ready;
        making.finished_at = Some(now);
        let said = lines(&parts);
        transcripts::put_lines(&mut tx, call.id, &said).await?;
        transcripts::put(&mut tx, &making, now).await?;
        self.hush_anew(&mut tx, call.id).await?;
        let call = store::calls::hold(&mut tx, call.id).await?;
        if let Some(call) = call {
            entry::write(&mut tx, &call, &making, now).await?;
            self.summarise_if_wanted(&mut tx, &call).await?;
            self.note_promises(&mut tx, &call, &said, settings).await?;
            tx.changed(Change {
                topic: Topic::Call(call.id),
                channel: Some(call.channel_id),
            });
        }
        tx.commit().await?;
        tracing::info!(call = %making.call_id, lines = said.len(), engine = making.engine, "transcribed a call");
        Ok(())
    }

    async fn fail(&self, mut making: Making, why: NoText, said: String) -> Result<()> {
        tracing::info!(call = %making.call_id, why = why.as_str(), said, "a call has no transcript");
        making.stage = Stage::Failed(why, said);
        making.finished_at = Some(self.now());
        self.put_making(&making).await
    }

    /// It waits for another attempt, as long as one may still come to something.
    async fn try_later(&self, mut making: Making, why: String, refusal: Refusal) -> Result<()> {
        if self.now() > making.asked_at + PATIENCE {
            return self.fail(making, NoText::NotInTime, String::new()).await;
        }
        making.stage = Stage::Waiting(why);
        self.put_making(&making).await?;
        Err(refusal)
    }

    async fn put_making(&self, making: &Making) -> Result<()> {
        let mut tx = self.store.begin().await?;
        transcripts::put(&mut tx, making, self.now()).await?;
        tx.changed(Change {
            topic: Topic::Call(making.call_id),
            channel: Some(making.channel_id),
        });
        Ok(tx.commit().await?)
    }
}

/// One recording's part of the whole way.
#[derive(Clone, Copy)]
struct Share {
    place: usize,
    total: usize,
}

impl Share {
    fn of(self, percent: u8) -> u8 {
        let whole = (self.place * 100 + usize::from(percent)) / self.total.max(1);
        u8::try_from(whole.min(99)).unwrap_or(99)
    }
}

/// As long as this is there, somebody waits for the engine.
struct Wanted(Arc<AtomicBool>);

impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

/// Why a transcript is not made now.
pub(super) enum Stop {
    /// Nor ever.
    No(NoText, String),
    /// Another attempt may come to something.
    Later(Refusal),
    /// The same, with the name of what is waited for.
    Waits(&'static str, Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        if matches!(refusal, Refusal::Gone) {
            Self::No(NoText::Gone, String::new())
        } else {
            Self::Later(refusal)
        }
    }
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Later(error.into())
    }
}

impl From<NotTranscribed> for Stop {
    fn from(why: NotTranscribed) -> Self {
        match why {
            NotTranscribed::Unreadable(said) => Self::No(NoText::Unreadable, said),
            NotTranscribed::NoModel => Self::No(NoText::NoModel, String::new()),
            NotTranscribed::Refused(said) => Self::No(NoText::Refused, said),
            NotTranscribed::Busy(said) => Self::Later(Refusal::Upstream(said)),
            NotTranscribed::CalledOff => Self::Later(Refusal::Changed),
        }
    }
}
