//! What the connection doctor finds out, outside: refusals, tests, rehearsals.

use desk::channels::Differing;
use domain::channel::{Refused, Stage};
use domain::policy::rehearsal::Fates;
use jiff::Timestamp;
use serde::Serialize;
use store::rehearsals::Rehearsal;
use utoipa::ToSchema;

use super::channel::Policy;
use super::text;

/// Requests of one sender that were turned away for one reason.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChannelRefusal {
    /// Who sent them.
    #[schema(example = "203.0.113.40")]
    address: Option<String>,
    /// `no_token`, `unknown_token`, `revoked_token`, `elsewhere` (not from the provider's networks) or `too_large`.
    #[schema(example = "unknown_token")]
    reason: &'static str,
    /// A few characters of the token they came with.
    #[schema(example = "dzv_7Hq2…9c1e")]
    token_hint: Option<String>,
    count: i64,
    first_at: Timestamp,
    last_at: Timestamp,
}

pub(crate) fn shape_refusal(refused: Refused) -> ChannelRefusal {
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    ChannelRefusal {
        address: some(refused.address),
        reason: refused.because.as_str(),
        token_hint: some(refused.hint),
        count: refused.count,
        first_at: refused.first_at,
        last_at: refused.last_at,
    }
}

/// Test notifications on their way.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChannelTest {
    #[schema(example = "tst_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    channel_id: String,
    token_id: String,
    /// `running` or `finished`.
    state: &'static str,
    /// Whether all went the whole way.
    passed: bool,
    steps: Vec<ChannelTestStep>,
    created_at: Timestamp,
    finished_at: Option<Timestamp>,
}

/// One test notification.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChannelTestStep {
    #[schema(example = "in_call_session")]
    event: String,
    /// Below zero: a test's.
    session_id: i64,
    /// Where it was sent.
    address: Option<String>,
    /// Why it was not sent to the public address, when it was not.
    instead_because: Option<String>,
    milliseconds: Option<i64>,
    notification_id: Option<String>,
    call_id: Option<String>,
    ticket_id: Option<String>,
    /// `waiting`, `done`, `not_needed` or `failed`, for each of: `reached`, `accepted`, `durable`, `heard`, `call`, `ticket`.
    stages: Vec<ChannelTestStage>,
}

/// A stage of a test notification.
#[derive(Debug, Serialize, ToSchema)]
struct ChannelTestStage {
    #[schema(example = "reached")]
    name: &'static str,
    #[schema(example = "done")]
    state: &'static str,
    /// What went wrong: `unreachable`, `redirected`, `not_the_desk`, `token_refused`, `later`, `not_kept`, `not_heard`, `unreadable`.
    #[schema(value_type = Option<String>)]
    because: Option<domain::channel::Trouble>,
    /// In the words of whoever said so.
    said: Option<String>,
}

const STAGES: [&str; 6] = ["reached", "accepted", "durable", "heard", "call", "ticket"];

pub(crate) fn shape_test(test: &domain::channel::ChannelTest) -> ChannelTest {
    ChannelTest {
        id: text(test.id),
        channel_id: text(test.channel_id),
        token_id: text(test.token_id),
        state: if test.finished_at.is_some() {
            "finished"
        } else {
            "running"
        },
        passed: test
            .steps
            .iter()
            .all(domain::channel::TestStep::went_through),
        steps: test.steps.iter().map(shape_step).collect(),
        created_at: test.created_at,
        finished_at: test.finished_at,
    }
}

fn shape_step(step: &domain::channel::TestStep) -> ChannelTestStep {
    let stages = STAGES.into_iter().zip(step.stages());
    ChannelTestStep {
        event: step.event.clone(),
        session_id: step.session_id,
        address: step.address.clone(),
        instead_because: step.instead_because.clone(),
        milliseconds: step.milliseconds,
        notification_id: step.notification.map(text),
        call_id: step.call.map(text),
        ticket_id: step.ticket.map(text),
        stages: stages
            .map(|(name, stage)| shape_stage(name, stage))
            .collect(),
    }
}

fn shape_stage(name: &'static str, stage: &Stage) -> ChannelTestStage {
    let (state, because, said) = match stage {
        Stage::Waiting => ("waiting", None, None),
        Stage::Done => ("done", None, None),
        Stage::NotNeeded => ("not_needed", None, None),
        Stage::Failed { because, said } => ("failed", Some(*because), Some(said.clone())),
    };
    ChannelTestStage {
        name,
        state,
        because,
        said: said.filter(|said| !said.is_empty()),
    }
}

/// A rehearsal of a ticket policy.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PolicyRehearsal {
    #[schema(example = "reh_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    channel_id: String,
    /// `running` or `finished`.
    state: &'static str,
    /// Calls gone through.
    done: i64,
    /// Calls there are.
    total: i64,
    /// The calls begun since then.
    since: Timestamp,
    /// The policy as it was when the rehearsal began.
    #[schema(inline)]
    present_policy: Policy,
    #[schema(inline)]
    proposed_policy: Policy,
    /// What becomes of the calls by the present policy.
    present: RehearsalCounts,
    /// By the proposed one.
    proposed: RehearsalCounts,
    /// Calls that would have gone elsewhere.
    differing: i64,
    created_at: Timestamp,
    finished_at: Option<Timestamp>,
}

/// What becomes of calls, counted.
#[derive(Debug, Serialize, ToSchema)]
struct RehearsalCounts {
    /// Tickets made.
    made: i64,
    /// Calls that joined an open ticket.
    joined: i64,
    /// Solved tickets opened again.
    reopened: i64,
    /// Calls without a ticket.
    none: i64,
}

impl From<Fates> for RehearsalCounts {
    fn from(fates: Fates) -> Self {
        Self {
            made: fates.made,
            joined: fates.joined,
            reopened: fates.reopened,
            none: fates.none,
        }
    }
}

pub(crate) fn shape_rehearsal(rehearsal: Rehearsal) -> PolicyRehearsal {
    PolicyRehearsal {
        id: text(rehearsal.id),
        channel_id: text(rehearsal.channel_id),
        state: if rehearsal.finished_at.is_some() {
            "finished"
        } else {
            "running"
        },
        done: rehearsal.done,
        total: rehearsal.total,
        since: rehearsal.since,
        present_policy: Policy(rehearsal.present),
        proposed_policy: Policy(rehearsal.proposed),
        present: rehearsal.counts.present.into(),
        proposed: rehearsal.counts.proposed.into(),
        differing: rehearsal.counts.differing,
        created_at: rehearsal.created_at,
        finished_at: rehearsal.finished_at,
    }
}

/// A call that would have gone elsewhere.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DifferingCall {
    call_id: String,
    started_at: Timestamp,
    /// `made`, `joined`, `reopened` or `none`: by the present policy.
    #[schema(example = "made")]
    present: &'static str,
    /// By the proposed one.
    #[schema(example = "none")]
    proposed: &'static str,
}

pub(crate) fn shape_differing(one: &Differing) -> DifferingCall {
    let difference = &one.difference;
    DifferingCall {
        call_id: text(difference.call),
        started_at: difference.started_at,
        present: difference.present.as_str(),
        proposed: difference.proposed.as_str(),
    }
}
