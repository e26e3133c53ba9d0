//! The kinds of work there are: what each takes with it, how many run at once, which one is enough.

use domain::{
    AgentId, At, CallId, ChannelId, ChannelTestId, ImportId, RecordingId, RehearsalId, TicketId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use store::jobs::{Job, Limit, NewJob};

use crate::{Desk, Result};

/// Work to be done later. Doing it twice does what doing it once does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "with", rename_all = "snake_case")]
pub(crate) enum Work {
    /// Has a channel's notifications be heard again that could not be read or kept.
    ReplayChannel {
        /// Which.
        channel: ChannelId,
    },
    /// Reminds of a ticket.
    Remind {
        /// Which.
        ticket: TicketId,
        /// When: with another time by then it is not done.
        at: At,
        /// Who wanted it.
        by: AgentId,
    },
    /// Tries a table of clients or takes it in.
    ImportClients {
        /// Which.
        import: ImportId,
    },
    /// Sends a channel's test notifications and follows them.
    TestChannel {
        /// Which.
        test: ChannelTestId,
    },
    /// Tries a ticket policy out on past calls.
    RehearsePolicy {
        /// Which.
        rehearsal: RehearsalId,
    },
    /// Fetches a recording from the provider.
    FetchRecording {
        /// Which.
        recording: RecordingId,
    },
    /// Takes a file out of the storage of recordings.
    RemoveSound {
        /// Its name there.
        place: String,
    },
    /// Draws how loud a recording is when.
    DrawWave {
        /// Which.
        recording: RecordingId,
    },
    /// Copies a recording without what is not for everybody.
    HushSound {
        /// Which.
        recording: RecordingId,
    },
    /// Sums a call up.
    Summarise {
        /// Which.
        call: CallId,
    },
    /// Writes down what was said in a call.
    Transcribe {
        /// Which.
        call: CallId,
    },
    /// Writes what was said of a call back to the provider.
    WriteBack {
        /// Which.
        call: CallId,
    },
}

/// How many jobs of each kind run at once, over all nodes; what is not here is not claimed.
pub(super) const LIMITS: [Limit; 12] = [
    // It writes many rows at once, and another channel's can wait.
    Limit {
        kind: "replay_channel",
        at_once: 1,
    },
    // Small, and many are set for nine in the morning.
    Limit {
        kind: "remind",
        at_once: 4,
    },
    // It writes many rows too: rows are many, and one table after the other is soon enough.
    Limit {
        kind: "import_clients",
        at_once: 1,
    },
    // Each waits for the network, and for hearing.
    Limit {
        kind: "test_channel",
        at_once: 4,
    },
    // It reads many rows; hearing comes first.
    Limit {
        kind: "rehearse_policy",
        at_once: 1,
    },
    // Each waits for the network; the provider is not to be pestered.
    Limit {
        kind: "fetch_recording",
        at_once: 4,
    },
    // Many come at once, at night.
    Limit {
        kind: "remove_sound",
        at_once: 2,
    },
    // It takes a processor for itself.
    Limit {
        kind: "draw_wave",
        at_once: 1,
    },
    // It takes a processor for itself, too.
    Limit {
        kind: "hush_sound",
        at_once: 1,
    },
    // Each waits for a service, which has others to answer too.
    Limit {
        kind: "summarise",
        at_once: 2,
    },
    // It keeps a core busy for as long as it takes; calls and pages need the others.
    Limit {
        kind: "transcribe",
        at_once: 1,
    },
    // Two at once would not know of each other's remarks.
    Limit {
        kind: "write_back",
        at_once: 1,
    },
];

/// The same where an engine transcribes so many calls at once: more jobs would only wait for it, fewer would leave it idle.
pub(super) fn limits(transcribing: usize) -> [Limit; LIMITS.len()] {
    let at_once = i64::try_from(transcribing.max(1)).unwrap_or(1);
    LIMITS.map(|limit| match limit.kind {
        "transcribe" => Limit { at_once, ..limit },
        _ => limit,
    })
}

/// Whether this version of the desk does work of this kind.
pub(crate) fn is_known(kind: &str) -> bool {
    LIMITS.iter().any(|limit| limit.kind == kind)
}

impl Work {
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::ReplayChannel { .. } => "replay_channel",
            Self::Remind { .. } => "remind",
            Self::ImportClients { .. } => "import_clients",
            Self::TestChannel { .. } => "test_channel",
            Self::RehearsePolicy { .. } => "rehearse_policy",
            Self::FetchRecording { .. } => "fetch_recording",
            Self::DrawWave { .. } => "draw_wave",
            Self::HushSound { .. } => "hush_sound",
            Self::RemoveSound { .. } => "remove_sound",
            Self::Transcribe { .. } => "transcribe",
            Self::WriteBack { .. } => "write_back",
            Self::Summarise { .. } => "summarise",
        }
    }

    /// While a job with the same key waits, that one is enough.
    pub(super) fn key(&self) -> Option<String> {
        match self {
            Self::ReplayChannel { channel } => Some(format!("{}:{channel}", self.kind())),
            Self::Remind { ticket, at, .. } => Some(format!("{}:{ticket}:{at}", self.kind())),
            Self::ImportClients { import } => Some(format!("{}:{import}", self.kind())),
            Self::TestChannel { test } => Some(format!("{}:{test}", self.kind())),
            Self::RehearsePolicy { rehearsal } => Some(format!("{}:{rehearsal}", self.kind())),
            Self::RemoveSound { place } => Some(format!("{}:{place}", self.kind())),
            Self::FetchRecording { recording }
            | Self::DrawWave { recording }
            | Self::HushSound { recording } => Some(format!("{}:{recording}", self.kind())),
            Self::Transcribe { call } | Self::Summarise { call } => {
                Some(format!("{}:{call}", self.kind()))
            }
            Self::WriteBack { call } => Some(format!("{}:{call}", self.kind())),
        }
    }

    pub(super) fn payload(&self) -> Value {
        match self {
            Self::ReplayChannel { channel } => serde_json::json!({ "channel": channel }),
            Self::Remind { ticket, at, by } => {
                serde_json::json!({ "ticket": ticket, "at": at, "by": by })
            }
            Self::ImportClients { import } => serde_json::json!({ "import": import }),
            Self::TestChannel { test } => serde_json::json!({ "test": test }),
            Self::RehearsePolicy { rehearsal } => serde_json::json!({ "rehearsal": rehearsal }),
            Self::RemoveSound { place } => serde_json::json!({ "place": place }),
            Self::FetchRecording { recording }
            | Self::DrawWave { recording }
            | Self::HushSound { recording } => {
                serde_json::json!({ "recording": recording })
            }
            Self::Transcribe { call } | Self::Summarise { call } | Self::WriteBack { call } => {
                serde_json::json!({ "call": call })
            }
        }
    }

    /// Reads a job; nothing when its kind or what it takes with it is not known here.
    pub(super) fn of(job: &Job) -> Option<Self> {
        let told = serde_json::json!({ "kind": job.kind, "with": job.payload });
        serde_json::from_value(told).ok()
    }

    /// Does it.
    pub(super) async fn perform(&self, desk: &Desk) -> Result<()> {
        match self {
            Self::ReplayChannel { channel } => desk.replay_channel(*channel).await,
            Self::Remind { ticket, at, by } => desk.remind(*ticket, *at, *by).await,
            Self::ImportClients { import } => desk.import_clients(*import).await,
            Self::TestChannel { test } => desk.send_test(*test).await,
            Self::RehearsePolicy { rehearsal } => desk.rehearse_policy(*rehearsal).await,
            Self::FetchRecording { recording } => desk.fetch_recording(*recording).await,
            Self::DrawWave { recording } => desk.draw_wave(*recording).await,
            Self::HushSound { recording } => desk.hush_sound(*recording).await,
            Self::RemoveSound { place } => desk.remove_sound(place).await,
            Self::Transcribe { call } => desk.transcribe(*call).await,
            Self::WriteBack { call } => desk.write_back(*call).await,
            Self::Summarise { call } => desk.summarise(*call).await,
        }
    }

    /// What is to be said of work that is given up: its worker went away each time.
    pub(super) async fn give_up(&self, desk: &Desk) -> Result<()> {
        match self {
            Self::Transcribe { call } => desk.give_up_transcript(*call).await,
            Self::Summarise { call } => desk.give_up_summary(*call).await,
            Self::ReplayChannel { .. }
            | Self::Remind { .. }
            | Self::ImportClients { .. }
            | Self::TestChannel { .. }
            | Self::RehearsePolicy { .. }
            | Self::FetchRecording { .. }
            | Self::DrawWave { .. }
            | Self::HushSound { .. }
            | Self::RemoveSound { .. }
            | Self::WriteBack { .. } => Ok(()),
        }
    }
}

/// Puts work into the queue within the transaction that wants it; the worker is rung after the commit.
pub(crate) async fn enqueue(tx: &mut Tx, work: &Work, now: At) -> Result<()> {
    enqueue_at(tx, work, now, now).await
}

/// Has work that waits in the queue be done at once.
pub(crate) async fn hurry(tx: &mut Tx, work: &Work, now: At) -> Result<()> {
    match work.key() {
        Some(key) => Ok(store::jobs::hurry(tx, &key, now).await?),
        None => Ok(()),
    }
}

/// The same for work that is not to be done before a certain time.
pub(crate) async fn enqueue_at(tx: &mut Tx, work: &Work, run_at: At, now: At) -> Result<()> {
    let job = NewJob {
        kind: work.kind(),
        payload: work.payload(),
        run_at,
        dedupe_key: work.key(),
    };
    store::jobs::enqueue_later(tx, &job, now);
    Ok(())
}
