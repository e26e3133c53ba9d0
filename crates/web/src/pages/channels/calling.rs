//! How soon missed callers are to be called back, whether the PBX asks at whom to ring, whether outcomes are written into it.

use desk::channels::ChannelChange;
use domain::Channel;

use super::super::typed::Typed;
use super::settings::number;

/// The form: what was typed, else what is kept.
pub(super) struct CallingFields {
    /// Minutes, or "" for no aim.
    pub(super) callback_minutes: String,
    /// Whether the PBX may ask.
    pub(super) routes: bool,
    /// Whether outcomes are written into the telephony.
    pub(super) writes_back: bool,
    /// Of how many calls they are not, and what the telephony has said last.
    pub(super) not_written: Option<(usize, String, String)>,
    /// Where it asks, with the channel's newest token; nothing while there is none.
    pub(super) address: Option<String>,
}

impl CallingFields {
    /// The form over a channel; `hook` is where its notifications go, `token` its newest.
    pub(super) fn over(channel: &Channel, typed: &Typed) -> Self {
        let kept = channel.callback_minutes;
        let kept = kept.map_or_else(String::new, |minutes| minutes.to_string());
        Self {
            callback_minutes: typed.sent("callback_minutes").map_or(kept, str::to_owned),
            routes: match typed.sent("callback_minutes") {
                Some(_) => typed.ticked("routes"),
                None => channel.routes,
            },
            writes_back: match typed.sent("callback_minutes") {
                Some(_) => typed.ticked("writes_back"),
                None => channel.writes_back,
            },
            not_written: None,
            address: None,
        }
    }
}

/// What was typed, when it was this form that was sent.
pub(super) fn read(typed: &Typed, change: ChannelChange) -> ChannelChange {
    let Some(sent) = typed.sent("callback_minutes") else {
        return change;
    };
    let some = Some(sent.trim()).filter(|sent| !sent.is_empty());
    let minutes = some.map(|_| number(typed, "callback_minutes").unwrap_or(i64::MIN));
    ChannelChange {
        callback_minutes: Some(minutes),
        routes: Some(typed.ticked("routes")),
        writes_back: Some(typed.ticked("writes_back")),
        ..change
    }
}
