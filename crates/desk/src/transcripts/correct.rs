//! A line is corrected by hand: what it said before stays, with who changed it.

use domain::text::one_line;
use domain::transcript::{Stage, secrets};
use domain::{Actor, At, CallId};
use store::transcripts::{self, Correction, KeptLine};
use store::{Change, Topic};

use super::seen::SeenLine;
use crate::{Denied, Desk, Refusal, Result, Thing, extensions};

/// The longest line, in characters.
const LONGEST: usize = 4_000;

impl Desk {
    /// Gives a line another text. With `was` only when it was last corrected then.
    pub async fn correct_line(
        &self,
        actor: &Actor,
        id: CallId,
        place: u32,
        text: &str,
        was: Option<Option<At>>,
    ) -> Result<SeenLine> {
        crate::tickets::may_change(actor)?;
        let text = one_line(text, LONGEST).map_err(|fault| Refusal::field("text", fault.into()))?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let call = crate::recordings::audible(&mut tx, actor, id).await?;
        let making = transcripts::hold(&mut tx, id)
            .await?
            .filter(|making| making.stage == Stage::Ready);
        let making = making.ok_or(Refusal::NotFound(Thing::Transcript))?;
        let lines = transcripts::lines(&mut tx, id).await?;
        let (settings, _) = extensions::kept(&mut tx).await?;
        if !settings.shows_secrets_to(actor.role) && is_masked(&lines, place) {
            return Err(Refusal::NotAllowed(Denied::Masked));
        }
        let before = lines.into_iter().find(|line| line.place == place);
        let before = before.ok_or(Refusal::NotFound(Thing::Line))?;
        if was.is_some_and(|was| was != before.edited_at) {
            return Err(Refusal::Changed);
        }
        let after = KeptLine {
            line: before.line.corrected(&text),
            edited_at: Some(now),
            edited_by: Some(actor.agent),
            ..before.clone()
        };
        if after.line.text == before.line.text {
            return Ok(seen(before, None));
        }
        let correction = Correction {
            place,
            at: now,
            by: actor.agent,
            name: actor.name.clone(),
            before: before.line.text.clone(),
        };
        if !transcripts::correct(&mut tx, id, &after, before.edited_at, &correction).await? {
            return Err(Refusal::Changed);
        }
        transcripts::put(&mut tx, &making, now).await?;
        self.hush_anew(&mut tx, id).await?;
        tx.changed(Change {
            topic: Topic::Call(id),
            channel: Some(call.channel_id),
        });
        tx.commit().await?;
        self.bell.notify_one();
        Ok(seen(after, Some(actor.name.clone())))
    }

    /// What lines of a call said before they were corrected, the first ones first; nothing of lines that are masked for the
    /// asker.
    pub async fn corrections(&self, actor: &Actor, id: CallId) -> Result<Vec<Correction>> {
        let mut conn = self.store.read().await?;
        crate::recordings::audible(&mut conn, actor, id).await?;
        let mut all = transcripts::corrections(&mut conn, id).await?;
        let (settings, _) = extensions::kept(&mut conn).await?;
        if !settings.shows_secrets_to(actor.role) {
            let lines = transcripts::lines(&mut conn, id).await?;
            all.retain(|correction| !was_secret(&lines, correction));
        }
        Ok(all)
    }
}

fn is_masked(lines: &[KeptLine], place: u32) -> bool {
    let said: Vec<_> = lines.iter().map(|kept| kept.line.clone()).collect();
    let hidden = secrets::hidden(&said);
    hidden
        .iter()
        .any(|one| lines.get(one.line).is_some_and(|line| line.place == place))
}

/// Whether the line was masked before it was corrected.
fn was_secret(lines: &[KeptLine], correction: &Correction) -> bool {
    let mut before: Vec<KeptLine> = lines.to_vec();
    for line in before
        .iter_mut()
        .filter(|line| line.place == correction.place)
    {
        line.line.text.clone_from(&correction.before);
    }
    is_masked(&before, correction.place)
}

fn seen(kept: KeptLine, by: Option<String>) -> SeenLine {
    SeenLine {
        place: kept.place,
        line: kept.line,
        masked: false,
        edited_at: kept.edited_at,
        edited_by: by,
    }
}
