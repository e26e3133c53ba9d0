//! A call that is told anew: each recording that was not known before is expected, and a job fetches it.

use domain::recording::{Mishap, State, same, voices};
use domain::{Call, Recording, RecordingId};
use store::{Tx, recordings};
use telephony::recording::is_allowed;

use crate::Result;
use crate::calls::{Lore, Story};
use crate::jobs::{Work, enqueue};

impl Story<'_> {
    /// Expects what the call has and had not before; in whatever order links become known, each is there once.
    pub(crate) async fn expect_recordings(
        &self,
        tx: &mut Tx,
        before: &[String],
        call: &Call,
    ) -> Result<()> {
        let links = &call.facts.recordings;
        if links.is_empty() || call.is_test() || links == before {
            return Ok(());
        }
        // Nothing was known of a call without links, and nothing need be asked for.
        let known = match before.is_empty() {
            true => Vec::new(),
            false => recordings::of_calls(tx, &[call.id]).await?,
        };
        self.desk
            .expect_recordings(tx, call, &known, self.channel, self.lore)
            .await
    }
}

impl crate::Desk {
    /// Writes the recordings of a call in their places; a new one is to be fetched, unless its host is a stranger.
    pub(super) async fn expect_recordings(
        &self,
        tx: &mut Tx,
        call: &Call,
        known: &[Recording],
        channel: &domain::Channel,
        lore: &Lore,
    ) -> Result<()> {
        let now = self.now();
        let hosts = self.options.provider(channel.provider).media_hosts;
        let rules = lore.recording_rules(tx, channel.id).await?;
        let links = &call.facts.recordings;
        for ((n, link), voices) in (0..).zip(links).zip(voices(links, rules.agent_side)) {
            let may_come = is_allowed(link, &hosts);
            let new = Recording {
                id: RecordingId::at(now),
                call_id: call.id,
                channel_id: call.channel_id,
                n,
                link: link.clone(),
                voices,
                state: match may_come {
                    true => State::Expected(None),
                    false => State::Failed(Mishap::HostNotAllowed, now),
                },
                tries: 0,
                since: now,
                called_at: call.facts.started_at,
            };
            recordings::expect(tx, &new);
            let is_known = known.iter().any(|known| same(&known.link, link));
            if may_come && !is_known {
                enqueue(tx, &Work::FetchRecording { recording: new.id }, now).await?;
            }
        }
        Ok(())
    }
}
