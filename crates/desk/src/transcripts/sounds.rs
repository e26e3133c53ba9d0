//! The sound of a call for an engine: the recordings that are kept, those that sound at the same time told apart by party.

use domain::recording::State;
use domain::transcript::NoText;
use domain::{Call, Recording, Voices};
use store::recordings;

use super::make::Stop;
use crate::{Desk, Refusal, Result};

/// One recording to be transcribed.
pub(super) struct Sound {
    /// Its place among the call's recordings, from 0.
    pub(super) recording: u32,
    /// The first of those that sound at the same time.
    pub(super) beside: u32,
    /// Which it is.
    pub(super) id: domain::RecordingId,
    /// Whose voice stands where.
    pub(super) voices: Voices,
    /// How long it is, in milliseconds, when that is known.
    pub(super) length: Option<i64>,
}

impl Desk {
    /// All recordings of a call that are kept, once none is awaited any more.
    pub(super) async fn sounds(&self, call: &Call) -> std::result::Result<Vec<Sound>, Stop> {
        let all = recordings::of_calls(&mut self.store.read().await?, &[call.id]).await?;
        if all.iter().any(Recording::is_awaited) {
            return Err(Stop::Later(Refusal::NotReady));
        }
        let sounds = kept(&all);
        if !sounds.is_empty() {
            return Ok(sounds);
        }
        let failed = all.iter().any(|one| matches!(one.state, State::Failed(..)));
        let why = if failed {
            NoText::NotInTime
        } else {
            NoText::Gone
        };
        Err(Stop::No(why, String::new()))
    }

    /// Goes on only when a recording is kept, or may still come.
    pub(super) async fn look_for_sound(&self, call: &Call) -> Result<()> {
        let all = recordings::of_calls(&mut self.store.read().await?, &[call.id]).await?;
        let may_sound = |one: &Recording| one.is_awaited() || one.kept().is_some();
        if all.iter().any(may_sound) {
            Ok(())
        } else {
            Err(Refusal::Gone)
        }
    }
}

/// What lies in the storage. Two parties in a file each stand one after another, the client's first.
fn kept(all: &[Recording]) -> Vec<Sound> {
    let mut sounds: Vec<Sound> = Vec::with_capacity(all.len());
    let mut pair: Option<(u32, Voices)> = None;
    for one in all {
        let n = u32::try_from(one.n).unwrap_or_default();
        let beside = match (pair, one.voices) {
            (Some((first, Voices::Only(before))), Voices::Only(now)) if before != now => first,
            (Some(_) | None, Voices::Only(_) | Voices::AgentIn(_)) => n,
        };
        pair = (beside == n).then_some((n, one.voices));
        if let Some(kept) = one.kept() {
            sounds.push(Sound {
                recording: n,
                beside,
                id: one.id,
                voices: one.voices,
                length: kept.milliseconds,
            });
        }
    }
    sounds
}
