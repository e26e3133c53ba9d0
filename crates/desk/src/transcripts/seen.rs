//! Transcripts as somebody reads them: within their reach, with what they may not see masked.

use std::collections::HashMap;

use domain::summary::Summing;
use domain::transcript::{Line, Making, Stage, secrets};
use domain::{Actor, At, CallId};
use store::transcripts::{self, KeptLine};
use store::{Conn, summaries};

use crate::{Desk, Refusal, Result, Thing, extensions};

/// The transcript of a call as somebody reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// How far it is.
    pub making: Making,
    /// What was said, once it is there.
    pub lines: Vec<SeenLine>,
    /// The recordings, by their places, that the reader hears with a tone where something is not for them.
    pub hushed: Vec<i64>,
    /// The call in short, when anybody has asked for that.
    pub summary: Option<Summing>,
    /// Whether «Сводка разговора» is on.
    pub summarises: bool,
}

/// A line as somebody reads it.
#[derive(Debug, Clone, PartialEq)]
pub struct SeenLine {
    /// Its place in the dialogue, from 0.
    pub place: u32,
    /// What was said; masked where the reader may not see it.
    pub line: Line,
    /// Whether something in it is masked.
    pub masked: bool,
    /// When somebody corrected it last.
    pub edited_at: Option<At>,
    /// Who.
    pub edited_by: Option<String>,
}

impl Desk {
    /// The transcript of a call within reach.
    pub async fn transcript(&self, actor: &Actor, id: CallId) -> Result<Reading> {
        let mut conn = self.store.read().await?;
        crate::recordings::audible(&mut conn, actor, id).await?;
        let making = transcripts::find(&mut conn, id).await?;
        let making = making.ok_or(Refusal::NotFound(Thing::Transcript))?;
        let lines = match making.stage {
            Stage::Ready => seen_lines(&mut conn, actor, &[id]).await?.remove(&id),
            Stage::Waiting(_) | Stage::Running(_) | Stage::Failed(..) => None,
        };
        let lines = lines.unwrap_or_default();
        Ok(Reading {
            hushed: hushed(&mut conn, actor, id, &lines).await?,
            summary: summaries::find(&mut conn, id).await?,
            summarises: crate::summaries::kept(&mut conn).await?.0.works(),
            making,
            lines,
        })
    }

    /// The transcripts of these calls, as far as they are within reach.
    pub async fn transcripts(
        &self,
        actor: &Actor,
        ids: &[CallId],
    ) -> Result<HashMap<CallId, Reading>> {
        let mut conn = self.store.read().await?;
        let known = transcripts::of_calls(&mut conn, ids).await?;
        let known: Vec<Making> = known
            .into_values()
            .filter(|making| actor.reach.covers(Some(making.channel_id)))
            .collect();
        let ready: Vec<CallId> = known
            .iter()
            .filter(|making| making.stage == Stage::Ready)
            .map(|making| making.call_id)
            .collect();
        let mut lines = seen_lines(&mut conn, actor, &ready).await?;
        let mut summaries = summaries::of_calls(&mut conn, &ready).await?;
        let summarises = crate::summaries::kept(&mut conn).await?.0.works();
        let mut readings = HashMap::new();
        for making in known {
            let (id, lines) = (making.call_id, lines.remove(&making.call_id));
            let lines = lines.unwrap_or_default();
            let hushed = hushed(&mut conn, actor, id, &lines).await?;
            let reading = Reading {
                making,
                lines,
                hushed,
                summary: summaries.remove(&id),
                summarises,
            };
            readings.insert(id, reading);
        }
        Ok(readings)
    }
}

/// Only what is masked now, or was before it was corrected, can be hidden in the sound.
async fn hushed(
    conn: &mut Conn,
    actor: &Actor,
    call: CallId,
    lines: &[SeenLine],
) -> Result<Vec<i64>> {
    let may_be = |seen: &SeenLine| seen.masked || seen.edited_at.is_some();
    if !lines.iter().any(may_be) {
        return Ok(Vec::new());
    }
    let hidden = crate::recordings::not_for(conn, actor, call).await?;
    Ok(hidden.into_keys().collect())
}

/// The lines of these calls, masked where the reader may not see what was said.
pub(super) async fn seen_lines(
    conn: &mut Conn,
    actor: &Actor,
    ids: &[CallId],
) -> Result<HashMap<CallId, Vec<SeenLine>>> {
    let ids = audible(conn, actor, ids).await?;
    let kept = transcripts::lines_of(conn, &ids).await?;
    if kept.is_empty() {
        return Ok(HashMap::new());
    }
    let (settings, _) = extensions::kept(conn).await?;
    let open = settings.shows_secrets_to(actor.role);
    let names = store::agents::names(conn).await?;
    let names: HashMap<_, _> = names.into_iter().collect();
    let seen = |kept: KeptLine| SeenLine {
        place: kept.place,
        line: kept.line,
        masked: false,
        edited_at: kept.edited_at,
        edited_by: kept.edited_by.and_then(|id| names.get(&id).cloned()),
    };
    let all = kept.into_iter().map(|(call, lines)| {
        let mut lines: Vec<SeenLine> = lines.into_iter().map(seen).collect();
        if !open {
            mask(&mut lines);
        }
        (call, lines)
    });
    Ok(all.collect())
}

/// Those of these calls that the reader may listen to: whoever may not hear them does not read them either.
async fn audible(conn: &mut Conn, actor: &Actor, ids: &[CallId]) -> Result<Vec<CallId>> {
    let calls = store::calls::find_all(conn, ids).await?;
    let rules = store::recordings::all_rules(conn).await?;
    let calls = calls.into_iter().filter(|call| {
        let rules = rules.get(&call.channel_id).cloned().unwrap_or_default();
        actor.reach.covers(Some(call.channel_id)) && rules.lets_listen(actor, call.agent_id)
    });
    Ok(calls.map(|call| call.id).collect())
}

/// Puts the mask in the place of numbers that are not for the reader.
fn mask(lines: &mut [SeenLine]) {
    let said: Vec<Line> = lines.iter().map(|seen| seen.line.clone()).collect();
    let hidden = secrets::hidden(&said);
    for (place, seen) in lines.iter_mut().enumerate() {
        let of_line = hidden.iter().filter(|one| one.line == place);
        let places: Vec<_> = of_line.map(|one| one.range.clone()).collect();
        if !places.is_empty() {
            (seen.line, _) = seen.line.without(&places);
            seen.masked = true;
        }
    }
}
