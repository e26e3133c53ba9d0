//! Fetching a recording: from the provider into a file beside the storage, and from there whole into the storage.

use std::time::{Duration, Instant};

use domain::recording::{Kept, Mishap, State};
use domain::{Recording, RecordingId, SoundKind};
use futures_util::StreamExt;
use jiff::SignedDuration;
use sound::{Draft, Measured};
use store::recordings;
use telephony::recording::{self, Arriving, NoSound};

use crate::jobs::{Work, enqueue_at};
use crate::{Desk, Result};

/// For the whole of it: a gigabyte at half a megabyte a second.
const LONGEST: Duration = Duration::from_secs(30 * 60);
/// How often those who look are told how far it is.
const TOLD_EVERY: Duration = Duration::from_secs(1);

impl Desk {
    /// Fetches a recording that is waited for. Begun again after a crash it ends with the same, once.
    pub(crate) async fn fetch_recording(&self, id: RecordingId) -> Result<()> {
        let Some((recording, hosts)) = self.take_up(id).await? else {
            return Ok(());
        };
        let brought = tokio::time::timeout(LONGEST, self.bring(&recording, &hosts)).await;
        match brought.unwrap_or(Err(Mishap::Unreached)) {
            Ok(kept) => self.keep_recording(id, kept).await,
            Err(why) => self.put_off(id, why).await,
        }
    }

    /// As a worker that is killed before it can say that the file is in the storage.
    #[cfg(test)]
    pub(super) async fn fetch_and_forget(&self, id: RecordingId) {
        if let Ok(Some((recording, hosts))) = self.take_up(id).await {
            assert!(self.bring(&recording, &hosts).await.is_ok());
        }
    }

    /// Marks it as being fetched; nothing when it is waited for no more.
    async fn take_up(&self, id: RecordingId) -> Result<Option<(Recording, Vec<String>)>> {
        let mut tx = self.store.begin().await?;
        let Some(mut recording) = recordings::hold_one(&mut tx, id).await? else {
            return Ok(None);
        };
        if recording.begin().is_err() {
            return Ok(None);
        }
        recordings::save(&mut tx, &recording).await?;
        let channel = store::channels::find(&mut tx, recording.channel_id).await?;
        tx.commit().await?;
        let hosts = channel.map(|channel| self.options.provider(channel.provider).media_hosts);
        Ok(Some((recording, hosts.unwrap_or_default())))
    }

    async fn bring(
        &self,
        recording: &Recording,
        hosts: &[String],
    ) -> std::result::Result<Kept, Mishap> {
        let largest = self.options.largest_recording;
        let arriving = recording::fetch(&self.outbound, &recording.link, hosts, largest).await;
        let arriving = arriving.map_err(|why| told(recording, &why))?;
        let mut draft = self.shelf.draft().map_err(|why| storage(recording, &why))?;
        self.receive(recording, arriving, &mut draft).await?;
        let measured = draft.measure().await;
        let Measured {
            bytes,
            sha256,
            kind,
        } = measured.map_err(|why| storage(recording, &why))?;
        if bytes == 0 {
            return Err(Mishap::Empty);
        }
        let kind = kind.ok_or(Mishap::NotSound)?;
        let place = place(recording, kind);
        let kept = self.shelf.keep(&place, draft.path()).await;
        kept.map_err(|why| storage(recording, &why))?;
        Ok(Kept {
            place,
            kind,
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
            sha256,
            at: self.now(),
            milliseconds: None,
        })
    }

    async fn receive(
        &self,
        recording: &Recording,
        mut arriving: Arriving,
        draft: &mut Draft,
    ) -> std::result::Result<(), Mishap> {
        let mut told_at = Instant::now();
        while let Some(chunk) = arriving.bytes.next().await {
            let chunk = chunk.map_err(|why| broken_off(recording, &why))?;
            let added = draft.add(&chunk).await;
            added.map_err(|why| storage(recording, &why))?;
            if draft.is_no_sound() {
                return Err(Mishap::NotSound);
            }
            if told_at.elapsed() >= TOLD_EVERY {
                told_at = Instant::now();
                self.tell_percent(recording, draft.bytes(), arriving.length)
                    .await;
            }
        }
        Ok(())
    }

    /// A word about how far it is that gets lost costs nothing.
    async fn tell_percent(&self, recording: &Recording, came: u64, of: Option<u64>) {
        let percent = of.filter(|of| *of > 0).map(|of| came * 100 / of);
        let percent = percent.and_then(|percent| u8::try_from(percent.min(100)).ok());
        let told = async {
            let mut tx = self.store.begin().await?;
            if let Some(mut now) = recordings::hold_one(&mut tx, recording.id).await?
                && matches!(now.state, State::Fetching(_))
            {
                now.state = State::Fetching(percent);
                recordings::save(&mut tx, &now).await?;
            }
            tx.commit().await
        };
        if let Err(error) = told.await {
            tracing::debug!(recording = %recording.id, error = &error as &dyn std::error::Error, "could not tell how far a recording is");
        }
    }

    /// Writes down what went wrong, and has it tried again as long as that may pass.
    async fn put_off(&self, id: RecordingId, why: Mishap) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let Some(mut recording) = recordings::hold_one(&mut tx, id).await? else {
            return Ok(());
        };
        let wait = store::jobs::backoff(recording.tries + 1, rand::random());
        let wait = SignedDuration::try_from(wait).unwrap_or(SignedDuration::ZERO);
        if recording.set_back(why, now, wait).is_err() {
            return Ok(());
        }
        recordings::save(&mut tx, &recording).await?;
        if let State::Expected(Some((_, next))) = &recording.state {
            enqueue_at(&mut tx, &Work::FetchRecording { recording: id }, *next, now).await?;
        } else {
            tracing::warn!(recording = %id, %why, "gave a recording up");
        }
        Ok(tx.commit().await?)
    }
}

/// Where it lies in the storage: always the same place, so that what is fetched twice is there once.
fn place(recording: &Recording, kind: SoundKind) -> String {
    let month = recording.called_at.strftime("%Y-%m");
    let (channel, id) = (recording.channel_id, recording.id);
    format!("{channel}/{month}/{id}.{kind}")
}

fn told(recording: &Recording, why: &NoSound) -> Mishap {
    tracing::info!(recording = %recording.id, error = why as &dyn std::error::Error, "a recording could not be fetched");
    match why {
        NoSound::Gone => Mishap::Gone,
        NoSound::NotReady => Mishap::NotReady,
        NoSound::Refused(status) => Mishap::Refused(*status),
        NoSound::NotSound(_) => Mishap::NotSound,
        NoSound::TooLarge => Mishap::TooLarge,
        NoSound::Unreached(telephony::outbound::Failure::HostNotAllowed(_)) => {
            Mishap::HostNotAllowed
        }
        NoSound::Unreached(_) => Mishap::Unreached,
    }
}

fn broken_off(recording: &Recording, why: &std::io::Error) -> Mishap {
    tracing::info!(recording = %recording.id, error = why as &dyn std::error::Error, "a recording broke off on its way");
    if why.kind() == std::io::ErrorKind::FileTooLarge {
        Mishap::TooLarge
    } else {
        Mishap::Unreached
    }
}

fn storage(recording: &Recording, why: &(dyn std::error::Error + 'static)) -> Mishap {
    tracing::error!(recording = %recording.id, error = why, "a recording could not be put into the storage");
    Mishap::Storage
}
