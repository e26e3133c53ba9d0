//! Recordings of which no notification told: the Data API is asked for them, a few times for a call and never for long.

use std::collections::HashSet;

use domain::call::{Outcome, State};
use domain::{At, Call, Channel, NotificationId};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use store::Slice;
use store::calls::CallFilter;
use store::notifications::Arrival;
use telephony::pbx::{Addresses, Recorded};

use crate::{Desk, Refusal, Result};

/// How often this runs: each call is asked for once in each of the stretches below.
pub(crate) const EVERY: SignedDuration = SignedDuration::from_mins(15);
/// How long after a call's end its recording is asked for: soon, when it was slow, and once more before the day is over.
const AGES: [SignedDuration; 3] = [
    SignedDuration::from_mins(10),
    SignedDuration::from_hours(2),
    SignedDuration::from_hours(20),
];
/// No call lasts longer than this.
const LONGEST: SignedDuration = SignedDuration::from_hours(6);

impl Desk {
    /// Asks for recordings of calls that somebody talked in and no link came of, where the channel has an App Secret.
    pub(crate) async fn ask_for_late_recordings(&self) -> Result<()> {
        let channels = store::channels::list(&mut self.store.read().await?).await?;
        for channel in channels {
            if let Err(error) = self.ask_for_those_of(&channel).await {
                tracing::info!(
                    channel = %channel.id,
                    error = &error as &dyn std::error::Error,
                    "could not ask for recordings that no notification told of"
                );
            }
        }
        Ok(())
    }

    async fn ask_for_those_of(&self, channel: &Channel) -> Result<()> {
        let waiting = self.without_recordings(channel).await?;
        let begun = waiting.iter().map(|call| call.facts.started_at);
        let (Some(from), Some(till)) = (begun.clone().min(), begun.max()) else {
            return Ok(());
        };
        let mut conn = self.store.read().await?;
        let pbx = match self.pbx(&mut conn, channel).await {
            Ok(pbx) => pbx,
            Err(Refusal::Unready(_)) => return Ok(()),
            Err(other) => return Err(other),
        };
        drop(conn);
        let minute = SignedDuration::from_mins(1);
        let told = pbx
            .recorded(from - minute, till + minute, &channel.zone())
            .await;
        let told = told.map_err(|failure| Refusal::Upstream(failure.to_string()))?;
        let sessions: HashSet<i64> = waiting.iter().map(|call| call.session_id).collect();
        for one in told
            .into_iter()
            .filter(|one| sessions.contains(&one.session))
        {
            self.tell_itself(channel, &one).await?;
        }
        Ok(())
    }

    /// Calls of the ages at which one asks, without a recording.
    async fn without_recordings(&self, channel: &Channel) -> Result<Vec<Call>> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        let mut waiting = Vec::new();
        for age in AGES {
            let ended = now - age - EVERY..now - age;
            let filter = CallFilter {
                channel: Some(channel.id),
                state: Some(State::Finished),
                outcome: Some(Outcome::Talked),
                from: Some(ended.start - LONGEST),
                to: Some(ended.end),
                ..CallFilter::default()
            };
            let slice = Slice::first(Slice::MOST);
            let page = store::calls::list(&mut conn, &filter, &domain::Reach::All, slice).await?;
            let is_due = |call: &Call| {
                let facts = &call.facts;
                let in_time = facts.finished_at.is_some_and(|at| ended.contains(&at));
                in_time && facts.recordings.is_empty() && !call.is_test()
            };
            waiting.extend(page.items.into_iter().filter(is_due));
        }
        Ok(waiting)
    }

    /// A link that was asked for goes the way of all others: through the log, so that the call can be derived anew.
    async fn tell_itself(&self, channel: &Channel, one: &Recorded) -> Result<()> {
        let links = one.links(&self.cabinet(channel));
        let body = serde_json::json!({
            "notification_mnemonic": "talk_record_file",
            "call_session_id": one.session,
            "record_file_links": links,
        });
        let body = body.to_string().into_bytes();
        let now: At = self.now();
        let arrival = Arrival {
            id: NotificationId::at(now),
            channel_id: channel.id,
            token_id: None,
            digest: Sha256::digest(&body).into(),
            method: "POST".to_owned(),
            query: "from=data-api".to_owned(),
            content_type: Some("application/json".to_owned()),
            body,
            address: None,
            received_at: now,
        };
        let kept = self.inbox.keep(arrival).await;
        kept.map_err(|_| Refusal::Inside("a link that was asked for could not be kept"))?;
        Ok(())
    }

    /// Where the channel's recordings are: beside the APIs where those are not at the provider's own addresses.
    fn cabinet(&self, channel: &Channel) -> String {
        let set = self.options.addresses(channel.provider).data_api;
        let usual = Addresses::of(channel.provider).data_api;
        let beside = url::Url::parse(&set).ok().filter(|_| set != usual);
        let host = channel
            .provider
            .cabinets()
            .first()
            .copied()
            .unwrap_or_default();
        beside.map_or_else(
            || format!("https://{host}"),
            |url| url.origin().ascii_serialization(),
        )
    }
}
