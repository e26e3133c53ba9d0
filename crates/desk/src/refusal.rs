//! Why a verb was not done.

use crate::Fault;
use crate::phone::{PbxRefusal, Unready};
use crate::secrets::WrongKey;
use crate::sign_in::Unfinished;

/// Why a verb was not done. Status codes and words are decided by who asked.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such thing, or it is out of the asker's reach: both look the same from outside.
    #[error("there is no such {0:?}")]
    NotFound(Thing),
    /// The asker may not.
    #[error("not allowed: {0:?}")]
    NotAllowed(Denied),
    /// Nobody is signed in, or the key is not known.
    #[error("nobody is signed in")]
    SignedOut,
    /// The password was right, and a code is wanted too.
    #[error("a code of the second factor is wanted")]
    Unfinished(Unfinished),
    /// Fields were not taken.
    #[error("{} field(s) were not taken", .0.len())]
    Invalid(Vec<Fault>),
    /// Somebody else has changed it in the meantime.
    #[error("it was changed by somebody else in the meantime")]
    Changed,
    /// It was done already, or stands in the way.
    #[error("it stands in the way: {0:?}")]
    Conflict(Clash),
    /// Too many tries.
    #[error("too many tries, again in {0} s")]
    TooMany(u64),
    /// The provider no longer has it.
    #[error("the provider no longer has it")]
    Gone,
    /// The provider does not have it yet.
    #[error("the provider does not have it yet")]
    NotReady,
    /// The provider did not answer as it should.
    #[error("the provider did not answer as it should: {0}")]
    Upstream(String),
    /// What calling takes is not there.
    #[error("what calling takes is not there: {0:?}")]
    Unready(Unready),
    /// The PBX did not do it.
    #[error("the PBX did not do it: {0:?}")]
    Pbx(Box<PbxRefusal>),
    /// Storage could not do it.
    #[error("storage could not do it")]
    Storage(#[from] store::Error),
    /// Something inside went wrong that should not.
    #[error("{0}")]
    Inside(&'static str),
}

/// What was not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// An agent.
    Agent,
    /// A group.
    Group,
    /// A channel.
    Channel,
    /// A channel's token.
    Token,
    /// A notification.
    Notification,
    /// A channel's test notifications.
    ChannelTest,
    /// A rehearsal of a policy.
    Rehearsal,
    /// A client.
    Client,
    /// A field of clients.
    ClientField,
    /// Something that moved between clients.
    Move,
    /// A table of clients on its way in.
    Import,
    /// A ticket.
    Ticket,
    /// A call.
    Call,
    /// A caller who was missed.
    Missed,
    /// A recording.
    Recording,
    /// A call's transcript.
    Transcript,
    /// A call in short.
    Summary,
    /// A line of a transcript.
    Line,
    /// Something that was promised in a call.
    Promise,
    /// An extension.
    Extension,
    /// A session.
    Session,
    /// An invitation, or one that is no more.
    Invitation,
    /// A job.
    Job,
    /// A key of the API.
    ApiKey,
    /// Something one was told.
    Notice,
    /// A second factor.
    SecondFactor,
    /// Somebody's days off.
    Absence,
    /// A view of the list of tickets.
    View,
    /// A change of many tickets that can be taken back.
    Bulk,
    /// A comment.
    Comment,
    /// A ready text.
    Macro,
    /// What can have come of a call.
    OutcomeCode,
    /// What of a call is written back to the provider.
    WriteBack,
}

/// Why somebody may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// Only administrators.
    AdminsOnly,
    /// Only administrators and supervisors.
    SupervisorsOnly,
    /// They may see the call, and not listen to it.
    MayNotListen,
    /// They may listen, but not to numbers that are said in it, and those could not be taken out.
    NotHushed,
    /// The channel is not one of theirs.
    NotYourChannel,
    /// Internal employees write no more than comments.
    InternalOnly,
    /// Internal employees make no calls.
    NoCalls,
    /// A call is steered by whose it is.
    NotYourCall,
    /// What came of a call is said by whose it was.
    NotYourOutcome,
    /// Nobody takes the last administrator away.
    LastAdmin,
    /// The desk is set up already.
    SetUpAlready,
    /// Nobody changes their own role or shuts themselves out.
    Yourself,
    /// Their role must have a second factor.
    FactorRequired,
    /// They have a second factor already.
    FactorThere,
    /// Whoever asks it of others has one themselves.
    OwnFactorFirst,
    /// Somebody else has written it.
    NotYours,
    /// The extension is off, for the desk or in this channel.
    ExtensionOff,
    /// «Сводка разговора» is off.
    SummariesOff,
    /// Numbers of cards or documents stand there, which are not for them.
    Masked,
}

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// The same key came with another request.
    KeyReused,
    /// The same request is being answered.
    StillRunning,
    /// A thing cannot be merged into itself.
    IntoItself,
    /// The ticket has gone into another.
    Merged,
    /// The ticket has not gone into another, or is parted from it again.
    NotMerged,
    /// The other ticket has itself gone into a third.
    MergedOn,
    /// A call that went along was put elsewhere since.
    MovedOn,
    /// People of one channel would see what belongs to another.
    OtherChannel,
    /// It was undone already.
    UndoneAlready,
    /// What came of the merging has itself been merged since: that has to be undone first.
    CardMergedOn,
    /// What moved has been moved on since.
    CardMovedOn,
    /// The table is being taken in right now.
    ImportRuns,
    /// The call is over.
    CallOver,
    /// The call goes on.
    CallGoesOn,
    /// The PBX is being asked for a call of theirs.
    Dialling,
    /// The same call may be ringing already: the PBX has not said.
    MayRing,
    /// There is no engine of speech here.
    NoEngine,
    /// This month's minutes are used up.
    MinutesUsed,
}

impl From<WrongKey> for Refusal {
    fn from(_: WrongKey) -> Self {
        Self::Inside(
            "a secret cannot be opened: it was sealed with another key, give the desk its first `secret_key` back",
        )
    }
}

impl Refusal {
    /// One field that was not taken.
    #[must_use]
    pub fn field(field: &str, why: crate::Why) -> Self {
        Self::Invalid(vec![Fault::new(field, why)])
    }
}

/// A name that somebody took this very moment is a fault of its field.
pub(crate) fn free_name<T>(written: store::Result<T>) -> crate::Result<T> {
    match written {
        Err(store::Error::Taken { .. }) => Err(Refusal::field("name", crate::Why::Taken)),
        written => Ok(written?),
    }
}
