//! Things as the API gives them out. Ids have their kind's prefix, moments are UTC by RFC 3339, numbers are E.164.

mod agent;
mod call;
mod channel;
mod client;
mod doctor;
mod entry;
mod found;
mod group;
mod look_up;
mod macros;
mod notification;
mod recording;
mod ticket;
mod transcript;
mod wrap_up;

pub(super) use agent::{Agent, InvitedAgent, shape_invited, shape_member};
pub(super) use call::{Call, shape_call};
pub(super) use channel::{
    Channel, ChannelToken, NotificationBody, shape_body, shape_channel, shape_token,
};
pub(super) use client::{Client, shape_client};
pub(super) use doctor::{
    ChannelRefusal, ChannelTest, DifferingCall, PolicyRehearsal, shape_differing, shape_refusal,
    shape_rehearsal, shape_test,
};
pub(super) use entry::{Entry, shape_entry};
pub(super) use found::{Found, FoundKind, shape_found};
pub(super) use group::{Group, shape_group};
pub(super) use look_up::{LookUp, shape_look_up};
pub(super) use macros::{Macro, shape_macro};
pub(super) use notification::{Notification, shape_notification};
pub(super) use ticket::{Ticket, shape_ticket};
pub(super) use transcript::{
    CallTranscript, TranscriptSegment, shape_making, shape_segment, shape_transcript,
};
pub(super) use wrap_up::{OutcomeCode, shape_outcome_code};

/// An id as it stands outside.
#[expect(
    clippy::needless_pass_by_value,
    reason = "reads well in `map`, and ids are small"
)]
pub(super) fn text(id: impl ToString) -> String {
    id.to_string()
}
