//! What a notification is about.

mod names;
mod recognise;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use recognise::{How, recognise};

use crate::Lang;

/// An event of the platform that concerns calls; [`Event::Other`] for all the rest.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Event {
    /// A call has reached a virtual number.
    InCallSession,
    /// An operator has begun a call.
    OutCallSession,
    /// Both sides are connected.
    TalkStarted,
    /// The call is over for everybody.
    CallSessionFinished,
    /// The called side did not take the call.
    LostCallSession,
    /// One talk inside the call has ended; the call may go on.
    TalkFinished,
    /// A recording can be fetched.
    TalkRecordFile,
    /// The client has left a voice message.
    VoiceMessage,
    /// A fax has been received.
    FaxReceiveFinished,
    /// An incoming leg is made.
    InCall,
    /// An outgoing leg is made.
    OutCall,
    /// The called phone rings.
    CallProceeding,
    /// The called side has answered.
    CallConnected,
    /// A leg has ended.
    CallDisconnected,
    /// A call is put on hold or taken off it.
    CallHoldControl,
    /// Recording is switched.
    TalkRecordControl,
    /// A tag is set.
    SetMark,
    /// A tag is taken off.
    UnsetMark,
    /// The platform's own transcript is ready.
    CallSessionRecognized,
    /// The platform's AI has finished with a call.
    AiResultReady,
    /// Anything else, by its mnemonic.
    Other(String),
}

impl Event {
    /// The events this crate knows, without [`Event::Other`].
    pub const KNOWN: [Self; 20] = [
        Self::InCallSession,
        Self::OutCallSession,
        Self::TalkStarted,
        Self::CallSessionFinished,
        Self::LostCallSession,
        Self::TalkFinished,
        Self::TalkRecordFile,
        Self::VoiceMessage,
        Self::FaxReceiveFinished,
        Self::InCall,
        Self::OutCall,
        Self::CallProceeding,
        Self::CallConnected,
        Self::CallDisconnected,
        Self::CallHoldControl,
        Self::TalkRecordControl,
        Self::SetMark,
        Self::UnsetMark,
        Self::CallSessionRecognized,
        Self::AiResultReady,
    ];

    /// The event of a mnemonic, spelled in any case; `None` when it is not one about calls.
    #[must_use]
    pub fn from_mnemonic(mnemonic: &str) -> Option<Self> {
        let wanted = mnemonic.trim();
        Self::KNOWN
            .into_iter()
            .find(|event| event.mnemonic().eq_ignore_ascii_case(wanted))
    }

    /// The event whose default name in the platform's cabinet this is.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let wanted = name.trim().to_lowercase();
        Self::KNOWN
            .into_iter()
            .find(|event| event.name(Lang::Ru).to_lowercase() == wanted)
    }

    /// The platform's own word for the event.
    #[must_use]
    pub fn mnemonic(&self) -> &str {
        match self {
            Self::InCallSession => "in_call_session",
            Self::OutCallSession => "out_call_session",
            Self::TalkStarted => "talk_started",
            Self::CallSessionFinished => "call_session_finished",
            Self::LostCallSession => "lost_call_session",
            Self::TalkFinished => "talk_finished",
            Self::TalkRecordFile => "talk_record_file",
            Self::VoiceMessage => "voice_message",
            Self::FaxReceiveFinished => "fax_receive_finished",
            Self::InCall => "in_call",
            Self::OutCall => "out_call",
            Self::CallProceeding => "call_proceeding",
            Self::CallConnected => "call_connected",
            Self::CallDisconnected => "call_disconnected",
            Self::CallHoldControl => "call_hold_control",
            Self::TalkRecordControl => "talk_record_control",
            Self::SetMark => "set_mark",
            Self::UnsetMark => "unset_mark",
            Self::CallSessionRecognized => "call_session_recognized",
            Self::AiResultReady => "ai_result_ready",
            Self::Other(mnemonic) => mnemonic,
        }
    }

    /// The event's name: in Russian as the platform's cabinet has it.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ru => names::russian(self),
            Lang::En => names::english(self),
        }
    }
}

impl From<String> for Event {
    fn from(mnemonic: String) -> Self {
        Self::from_mnemonic(&mnemonic).unwrap_or(Self::Other(mnemonic))
    }
}

impl From<Event> for String {
    fn from(event: Event) -> Self {
        event.mnemonic().to_owned()
    }
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.mnemonic())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_is_found_by_its_mnemonic_and_by_its_name() {
        for event in Event::KNOWN {
            assert_eq!(Event::from_mnemonic(event.mnemonic()), Some(event.clone()));
            assert_eq!(Event::from_name(event.name(Lang::Ru)), Some(event.clone()));
            let kept = serde_json::to_string(&event).unwrap();
            assert_eq!(serde_json::from_str::<Event>(&kept).unwrap(), event);
        }
    }

    #[test]
    fn an_event_not_about_calls_keeps_its_mnemonic() {
        let event = Event::from("chat_finished".to_owned());
        assert_eq!(event, Event::Other("chat_finished".to_owned()));
        assert_eq!(event.to_string(), "chat_finished");
    }
}
