//! The transcript in the call's ticket: an internal entry, whose text is that of the lines as they are now.

use domain::transcript::{Format, Making, format};
use domain::{Actor, At, Call, CallId, Entry, EntryId, EntryKind, Speaker, TicketId};
use locale::Words;
use store::{Conn, Tx, entries};

use super::seen::seen_lines;
use crate::Result;

/// Writes the entry into the call's ticket, once.
pub(super) async fn write(tx: &mut Tx, call: &Call, making: &Making, now: At) -> Result<()> {
    let Some(ticket) = call.ticket_id else {
        return Ok(());
    };
    let entry = Entry {
        id: EntryId::at(now),
        ticket_id: ticket,
        kind: EntryKind::Transcript,
        // After the call's own entries, whatever the clocks say.
        at: now.max(call.facts.finished_at.unwrap_or(now)),
        author: None,
        text: None,
        fields: serde_json::json!({ "language": making.language, "engine": making.engine }),
        call_id: Some(call.id),
        edited_at: None,
    };
    entries::put_transcript(tx, &entry, now).await?;
    if let Some(ticket) = store::tickets::find(tx, ticket).await? {
        store::tickets::tell(tx, &ticket);
    }
    Ok(())
}

/// Puts the entry where the call stands now.
pub(crate) async fn follow_call(
    tx: &mut Tx,
    call: CallId,
    ticket: Option<TicketId>,
    now: At,
) -> Result<()> {
    let Some(making) = store::transcripts::find(tx, call).await? else {
        return Ok(());
    };
    if making.finished_at.is_none() || making.stage != domain::transcript::Stage::Ready {
        return Ok(());
    }
    match ticket {
        Some(ticket) => {
            let call = store::calls::find(tx, call).await?;
            let Some(call) = call else { return Ok(()) };
            let call = Call {
                ticket_id: Some(ticket),
                ..call
            };
            write(tx, &call, &making, making.finished_at.unwrap_or(now)).await
        }
        None => Ok(entries::remove_transcript(tx, call).await?),
    }
}

/// Gives entries of transcripts their text, as this reader may see it.
pub(crate) async fn with_texts(conn: &mut Conn, actor: &Actor, all: &mut [Entry]) -> Result<()> {
    let calls: Vec<CallId> = all
        .iter()
        .filter(|entry| entry.kind == EntryKind::Transcript)
        .filter_map(|entry| entry.call_id)
        .collect();
    let mut lines = seen_lines(conn, actor, &calls).await?;
    let t = locale::words(actor.language);
    for entry in all {
        if let Some(lines) = entry
            .call_id
            .filter(|_| entry.kind == EntryKind::Transcript)
            .and_then(|id| lines.remove(&id))
        {
            let lines: Vec<_> = lines.into_iter().map(|seen| seen.line).collect();
            let text = format::write(&lines, Format::Txt, |speaker| speaker_name(speaker, t));
            entry.text = Some(text.trim_end().to_owned());
        }
    }
    Ok(())
}

/// A speaker by their name for people.
#[must_use]
pub fn speaker_name(speaker: Speaker, t: &Words) -> String {
    match speaker {
        Speaker::Agent => t.msg_said_agent(),
        Speaker::Client => t.msg_said_client(),
        Speaker::Unknown => t.msg_said_unknown(),
    }
}
