//! What the body lacks for the event it is about.

use super::sheet::Sheet;
use crate::{Event, Finding, How, recognise};

/// Recognises the event and notes what is missing for it.
pub(super) fn check(sheet: &mut Sheet) -> Option<Event> {
    let (event, how) = recognise(&sheet.notification);
    let is_call = sheet.notification.call_session_id.is_some();
    if let Event::Other(mnemonic) = &event {
        sheet.findings.add(Finding::UnknownEvent {
            mnemonic: super::findings::clipped(mnemonic, 80),
        });
        return Some(event);
    }
    if !is_call {
        sheet.findings.add(Finding::MissingSession);
    }
    match how {
        How::Mnemonic => {}
        How::Direction | How::LastResort if !is_call => return None,
        How::OtherKey | How::Fields | How::Name | How::Direction | How::LastResort => {
            sheet.findings.add(Finding::EventGuessed {
                event: event.clone(),
                how,
            });
        }
    }
    for key in needed(&event)
        .iter()
        .filter(|key| !sheet.given.contains(**key))
    {
        sheet.findings.add(Finding::MissingField {
            key: (*key).to_owned(),
        });
    }
    Some(event)
}

/// The parameters a call cannot be told well without.
fn needed(event: &Event) -> &'static [&'static str] {
    match event {
        Event::InCallSession => &[
            "contact_phone_number",
            "virtual_phone_number",
            "direction",
            "start_time",
        ],
        Event::OutCallSession | Event::TalkStarted => &[
            "contact_phone_number",
            "virtual_phone_number",
            "direction",
            "employee_id",
            "start_time",
        ],
        Event::CallSessionFinished => &[
            "contact_phone_number",
            "virtual_phone_number",
            "direction",
            "start_time",
            "finish_time",
            "is_lost",
            "talk_time_duration",
            "record_file_links",
        ],
        Event::LostCallSession => &["contact_phone_number", "virtual_phone_number"],
        Event::TalkRecordFile | Event::VoiceMessage | Event::FaxReceiveFinished => &["file_link"],
        Event::TalkFinished
        | Event::InCall
        | Event::OutCall
        | Event::CallProceeding
        | Event::CallConnected
        | Event::CallDisconnected
        | Event::CallHoldControl
        | Event::TalkRecordControl
        | Event::SetMark
        | Event::UnsetMark
        | Event::CallSessionRecognized
        | Event::AiResultReady
        | Event::Other(_) => &[],
    }
}
