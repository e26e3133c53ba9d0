//! What a call writes into its ticket: a line at its start, the article's internal comment at its end.

use serde::{Deserialize, Serialize};

use domain::call::{Direction, State};
use domain::{At, Call, Entry, EntryId, EntryKind, Party, TicketId};
use store::Tx;

use super::tell::Story;
use crate::{Refusal, Result};

/// `fields` of an entry of kind `call_started`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartedFields {
    /// `in` or `out`.
    #[serde(rename = "type")]
    pub direction: Direction,
    /// The client's number, E.164; nothing when hidden.
    pub client_number: Option<String>,
    /// Our number, E.164.
    pub virtual_number: Option<String>,
    /// When.
    pub started_at: At,
}

/// `fields` of an entry of kind `call_finished`: the article's eight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinishedFields {
    /// «Тип»: `in` or `out`.
    #[serde(rename = "type")]
    pub direction: Direction,
    /// «Статус»: `success` or `failure`; nothing when the end never came.
    pub status: Option<String>,
    /// «ID»: the operator's at the provider.
    pub operator_id: Option<String>,
    /// «Время начала».
    pub started_at: At,
    /// «Время завершения»: the end of the talk with the client.
    pub finished_at: Option<At>,
    /// «Оператор».
    pub operator_name: Option<String>,
    /// «Продолжительность звонка», from pick-up to end, hh:mm:ss.
    pub duration: Option<String>,
    /// «Запись разговора»: paths of the recordings in the API.
    pub recordings: Vec<String>,
}

impl FinishedFields {
    /// Of this call.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        let facts = &call.facts;
        let status = facts
            .success()
            .map(|success| if success { "success" } else { "failure" });
        Self {
            direction: facts.direction,
            status: status.map(str::to_owned),
            operator_id: facts
                .operator
                .as_ref()
                .and_then(|operator| operator.id)
                .map(|id| id.to_string()),
            started_at: facts.started_at,
            finished_at: facts.finished_at,
            operator_name: facts
                .operator
                .as_ref()
                .and_then(|operator| operator.name.clone()),
            duration: facts.talk_seconds.map(hh_mm_ss),
            recordings: (0..facts.recordings.len())
                .map(|n| recording_path(call, n))
                .collect(),
        }
    }
}

fn recording_path(call: &Call, n: usize) -> String {
    format!("/api/v1/calls/{}/recordings/{n}", call.id)
}

/// Seconds as чч:мм:сс.
#[must_use]
pub fn hh_mm_ss(seconds: i64) -> String {
    let seconds = seconds.max(0);
    format!(
        "{:02}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

impl StartedFields {
    /// Of this call.
    #[must_use]
    pub fn of(call: &Call) -> Self {
        let text =
            |party: &Option<Party>| party.as_ref().and_then(Party::as_text).map(str::to_owned);
        Self {
            direction: call.facts.direction,
            client_number: text(&call.facts.client),
            virtual_number: text(&call.facts.virtual_number),
            started_at: call.facts.started_at,
        }
    }
}

impl Story<'_> {
    /// Writes the call's entries into the ticket, or rewrites those that say something else now.
    pub(super) async fn write_entries(
        &self,
        tx: &mut Tx,
        before: Option<&Call>,
        call: &Call,
        ticket: TicketId,
    ) -> Result<()> {
        write(tx, before, call, ticket, self.now).await
    }
}

/// Writes a call's entries into a ticket, or moves and rewrites them.
pub(super) async fn write(
    tx: &mut Tx,
    before: Option<&Call>,
    call: &Call,
    ticket: TicketId,
    now: At,
) -> Result<()> {
    let facts = &call.facts;
    let started = StartedFields::of(call);
    let stands = before.is_some_and(|before| {
        before.ticket_id == Some(ticket) && StartedFields::of(before) == started
    });
    let entry = |kind, at, fields| Entry {
        id: EntryId::at(now),
        ticket_id: ticket,
        kind,
        at,
        author: None,
        text: None,
        fields,
        call_id: Some(call.id),
        edited_at: None,
    };
    if !stands {
        let fields = to_value(&started)?;
        let begun = entry(EntryKind::CallStarted, facts.started_at, fields);
        store::entries::put_of_call(tx, &begun, now).await?;
    }
    if facts.state == State::Finished {
        let ended_at = facts
            .finished_at
            .or(call.lapsed_at)
            .unwrap_or(facts.started_at);
        let fields = to_value(&FinishedFields::of(call))?;
        store::entries::put_of_call(tx, &entry(EntryKind::CallFinished, ended_at, fields), now)
            .await?;
    }
    Ok(())
}

fn to_value(fields: &impl Serialize) -> Result<serde_json::Value> {
    serde_json::to_value(fields)
        .map_err(|_| Refusal::Inside("an entry's fields could not be written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_has_hours_minutes_and_seconds() {
        assert_eq!(hh_mm_ss(45), "00:00:45");
        assert_eq!(hh_mm_ss(292), "00:04:52");
        assert_eq!(hh_mm_ss(36_000), "10:00:00");
        assert_eq!(hh_mm_ss(-3), "00:00:00");
    }
}
