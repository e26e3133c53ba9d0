//! «Расшифровать»: somebody wants to read what was said. However often one asks, it is made once.

use domain::extension::{Recogniser, When};
use domain::transcript::{Making, Stage};
use domain::{Actor, Call, CallId, Recording, State};
use store::Tx;
use store::{recognition, transcripts};

use crate::extensions;
use crate::jobs::{Work, enqueue, hurry};
use crate::refusal::Clash;
use crate::{Denied, Desk, Refusal, Result};

impl Desk {
    /// Has a call be transcribed, unless it is already, or is on its way.
    pub async fn ask_for_transcript(&self, actor: &Actor, id: CallId) -> Result<Making> {
        crate::tickets::may_change(actor)?;
        let mut conn = self.store.read().await?;
        let call = crate::recordings::audible(&mut conn, actor, id).await?;
        let (settings, _) = extensions::kept(&mut conn).await?;
        if !settings.is_on(call.channel_id) {
            return Err(Refusal::NotAllowed(Denied::ExtensionOff));
        }
        let known = transcripts::find(&mut conn, id).await?;
        if let Some(known) = known.filter(|known| !may_begin(known)) {
            return Ok(known);
        }
        if !self.can_transcribe(settings.recognised_by) {
            return Err(Refusal::Conflict(Clash::NoEngine));
        }
        if !self.may_use_more(&mut conn, &settings).await? {
            return Err(Refusal::Conflict(Clash::MinutesUsed));
        }
        drop(conn);
        self.is_there_sound(&call, settings.recognised_by).await?;
        let mut tx = self.store.begin().await?;
        let making = self.begin_transcript(&mut tx, &call, Some(actor)).await?;
        tx.commit().await?;
        self.bell.notify_one();
        Ok(making)
    }

    /// Puts the work into the queue; nobody asked when the desk does it by itself.
    async fn begin_transcript(
        &self,
        tx: &mut Tx,
        call: &Call,
        by: Option<&Actor>,
    ) -> Result<Making> {
        let now = self.now();
        if let Some(known) = transcripts::hold(tx, call.id).await?
            && !may_begin(&known)
        {
            return Ok(known);
        }
        let making = Making {
            call_id: call.id,
            channel_id: call.channel_id,
            stage: Stage::Waiting(String::new()),
            engine: String::new(),
            language: String::new(),
            asked_by: by.map(|actor| actor.agent),
            asked_at: now,
            finished_at: None,
        };
        transcripts::put(tx, &making, now).await?;
        // Whoever tries once more has the provider be asked anew.
        recognition::forget(tx, call.id).await?;
        enqueue(tx, &Work::Transcribe { call: call.id }, now).await?;
        Ok(making)
    }

    /// A recording is kept: what waits for it goes on, and what is transcribed by itself begins once all of the call are.
    pub(crate) async fn transcribe_if_wanted(&self, tx: &mut Tx, kept: &Recording) -> Result<()> {
        let call = kept.call_id;
        hurry(tx, &Work::Transcribe { call }, self.now()).await?;
        let (settings, _) = extensions::kept(tx).await?;
        if settings.when == When::OnDemand || !settings.is_on(kept.channel_id) {
            return Ok(());
        }
        let all = store::recordings::of_calls(tx, &[call]).await?;
        let Some(call) = store::calls::find(tx, call).await? else {
            return Ok(());
        };
        let is_wanted = settings.wants(call.channel_id, &call.facts) && !call.is_test();
        let may_begin =
            self.can_transcribe(settings.recognised_by) && self.may_use_more(tx, &settings).await?;
        if is_wanted && may_begin && !all.iter().any(Recording::is_awaited) {
            self.begin_transcript(tx, &call, None).await?;
        }
        Ok(())
    }

    /// Whether this month's minutes are not used up.
    pub(super) async fn may_use_more(
        &self,
        conn: &mut store::Conn,
        settings: &domain::extension::Transcription,
    ) -> Result<bool> {
        let Some(limit) = settings.limit_minutes else {
            return Ok(true);
        };
        let used = transcripts::usage(conn, &self.month()).await?;
        Ok(used < i64::from(limit) * 60_000)
    }

    /// Goes on only when there is something to transcribe, as far as that can be told now.
    async fn is_there_sound(&self, call: &Call, by: Recogniser) -> Result<()> {
        let facts = &call.facts;
        match facts.state {
            State::Ringing | State::Talking => return Err(Refusal::NotReady),
            State::Finished => {}
        }
        if facts.recordings.is_empty() {
            return Err(Refusal::Gone);
        }
        match by {
            Recogniser::Server => self.look_for_sound(call).await,
            // It listens to its own recordings, and says itself when it has none.
            Recogniser::Provider => Ok(()),
        }
    }
}

/// A transcript that failed may be begun anew.
fn may_begin(known: &Making) -> bool {
    match &known.stage {
        Stage::Failed(why, _) => why.may_be_tried_again(),
        Stage::Waiting(_) | Stage::Running(_) | Stage::Ready => false,
    }
}
