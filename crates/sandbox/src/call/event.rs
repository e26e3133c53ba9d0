//! What the platform tells about: the events a notification can be made for.

use jiff::Timestamp;

/// An event of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Event {
    InCallSession,
    OutCallSession,
    TalkStarted,
    CallSessionFinished,
    LostCallSession,
    TalkFinished,
    TalkRecordFile,
    VoiceMessage,
    InCall,
    OutCall,
    CallProceeding,
    CallConnected,
    CallDisconnected,
    CallHoldControl,
    TalkRecordControl,
    SetMark,
    UnsetMark,
}

impl Event {
    pub(crate) const ALL: [Self; 17] = [
        Self::InCallSession,
        Self::OutCallSession,
        Self::TalkStarted,
        Self::CallSessionFinished,
        Self::LostCallSession,
        Self::TalkFinished,
        Self::TalkRecordFile,
        Self::VoiceMessage,
        Self::InCall,
        Self::OutCall,
        Self::CallProceeding,
        Self::CallConnected,
        Self::CallDisconnected,
        Self::CallHoldControl,
        Self::TalkRecordControl,
        Self::SetMark,
        Self::UnsetMark,
    ];

    /// `notification_mnemonic`, and the key of the event's template.
    pub(crate) const fn mnemonic(self) -> &'static str {
        match self {
            Self::InCallSession => "in_call_session",
            Self::OutCallSession => "out_call_session",
            Self::TalkStarted => "talk_started",
            Self::CallSessionFinished => "call_session_finished",
            Self::LostCallSession => "lost_call_session",
            Self::TalkFinished => "talk_finished",
            Self::TalkRecordFile => "talk_record_file",
            Self::VoiceMessage => "voice_message",
            Self::InCall => "in_call",
            Self::OutCall => "out_call",
            Self::CallProceeding => "call_proceeding",
            Self::CallConnected => "call_connected",
            Self::CallDisconnected => "call_disconnected",
            Self::CallHoldControl => "call_hold_control",
            Self::TalkRecordControl => "talk_record_control",
            Self::SetMark => "set_mark",
            Self::UnsetMark => "unset_mark",
        }
    }

    /// The event's name in the account, which `notification_name` carries unless it is changed there.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::InCallSession => "Входящий звонок на виртуальный номер",
            Self::OutCallSession => "Исходящий звонок",
            Self::TalkStarted => "Начало разговора",
            Self::CallSessionFinished => "Завершение звонка",
            Self::LostCallSession => "Потерянный звонок",
            Self::TalkFinished => "Окончание разговора",
            Self::TalkRecordFile => "Записанный разговор",
            Self::VoiceMessage => "Голосовое сообщение",
            Self::InCall => "Входящее плечо",
            Self::OutCall => "Исходящее плечо",
            Self::CallProceeding => "Ожидание ответа",
            Self::CallConnected => "Поднятие трубки",
            Self::CallDisconnected => "Завершение плеча",
            Self::CallHoldControl => "Удержание вызова",
            Self::TalkRecordControl => "Управление записью разговора",
            Self::SetMark => "Проставление тега",
            Self::UnsetMark => "Снятие тега",
        }
    }

    pub(crate) fn of_mnemonic(mnemonic: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|event| event.mnemonic() == mnemonic)
    }
}

/// An event that has just happened, and what it happened to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Occasion {
    pub(crate) event: Event,
    pub(crate) at: Timestamp,
    /// Index of the leg, for events of legs.
    pub(crate) leg: Option<usize>,
    /// Index of the talk, for events of talks.
    pub(crate) talk: Option<usize>,
    /// Index of the recording, for events of files.
    pub(crate) record: Option<usize>,
    /// Why nobody talked, in the platform's words.
    pub(crate) lost: Option<&'static str>,
    /// Id of the tag, for events of tags.
    pub(crate) tag: Option<i64>,
}

impl Occasion {
    pub(crate) const fn of_call(event: Event, at: Timestamp) -> Self {
        Self {
            event,
            at,
            leg: None,
            talk: None,
            record: None,
            lost: None,
            tag: None,
        }
    }

    pub(crate) const fn of_tag(event: Event, at: Timestamp, tag: i64) -> Self {
        Self {
            tag: Some(tag),
            ..Self::of_call(event, at)
        }
    }

    pub(crate) const fn of_leg(event: Event, at: Timestamp, leg: usize) -> Self {
        Self {
            leg: Some(leg),
            ..Self::of_call(event, at)
        }
    }

    pub(crate) const fn of_talk(event: Event, at: Timestamp, talk: usize) -> Self {
        Self {
            talk: Some(talk),
            ..Self::of_call(event, at)
        }
    }

    pub(crate) const fn of_record(event: Event, at: Timestamp, record: usize) -> Self {
        Self {
            record: Some(record),
            ..Self::of_call(event, at)
        }
    }

    pub(crate) const fn of_loss(at: Timestamp, reason: &'static str) -> Self {
        Self {
            lost: Some(reason),
            ..Self::of_call(Event::LostCallSession, at)
        }
    }
}
