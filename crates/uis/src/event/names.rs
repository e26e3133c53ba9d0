//! Names of events, as people know them.

use super::Event;

/// As the platform's cabinet lists them; default names of notifications too.
pub(super) fn russian(event: &Event) -> &str {
    match event {
        Event::InCallSession => "Входящий звонок на виртуальный номер",
        Event::OutCallSession => "Исходящий звонок",
        Event::TalkStarted => "Начало разговора",
        Event::CallSessionFinished => "Завершение звонка",
        Event::LostCallSession => "Потерянный звонок",
        Event::TalkFinished => "Окончание разговора",
        Event::TalkRecordFile => "Записанный разговор",
        Event::VoiceMessage => "Голосовое сообщение",
        Event::FaxReceiveFinished => "Принятый факс",
        Event::InCall => "Входящее плечо",
        Event::OutCall => "Исходящее плечо",
        Event::CallProceeding => "Ожидание ответа",
        Event::CallConnected => "Поднятие трубки",
        Event::CallDisconnected => "Завершение плеча",
        Event::CallHoldControl => "Удержание вызова",
        Event::TalkRecordControl => "Управление записью разговора",
        Event::SetMark => "Проставление тега",
        Event::UnsetMark => "Снятие тега",
        Event::CallSessionRecognized => "Текст распознанного звонка",
        Event::AiResultReady => "Результат ИИ",
        Event::Other(mnemonic) => mnemonic,
    }
}

pub(super) fn english(event: &Event) -> &str {
    match event {
        Event::InCallSession => "Incoming call to a virtual number",
        Event::OutCallSession => "Outgoing call",
        Event::TalkStarted => "Talk started",
        Event::CallSessionFinished => "Call finished",
        Event::LostCallSession => "Lost call",
        Event::TalkFinished => "Talk finished",
        Event::TalkRecordFile => "Talk recorded",
        Event::VoiceMessage => "Voice message",
        Event::FaxReceiveFinished => "Fax received",
        Event::InCall => "Incoming leg",
        Event::OutCall => "Outgoing leg",
        Event::CallProceeding => "Waiting for an answer",
        Event::CallConnected => "Receiver lifted",
        Event::CallDisconnected => "Leg finished",
        Event::CallHoldControl => "Hold",
        Event::TalkRecordControl => "Recording control",
        Event::SetMark => "Tag set",
        Event::UnsetMark => "Tag removed",
        Event::CallSessionRecognized => "Call transcript",
        Event::AiResultReady => "AI result",
        Event::Other(mnemonic) => mnemonic,
    }
}
