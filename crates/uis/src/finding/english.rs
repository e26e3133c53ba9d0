//! Findings in English.

use super::{Finding, Slip, is_never_offered};
use crate::{How, Lang};

pub(super) fn text(finding: &Finding) -> String {
    match finding {
        Finding::Empty => "The request came empty.".to_owned(),
        Finding::NotJson { at_line, near } => {
            format!("The body could not be read: line {at_line}, near “{near}”.")
        }
        Finding::TooDeep => "Too many nested brackets: such a body is not read.".to_owned(),
        Finding::Truncated { key } => {
            format!("The body breaks off after “{key}”: the rest did not come.")
        }
        Finding::FormEncodedJson => "JSON came as a web form. It was read.".to_owned(),
        Finding::InvalidUtf8 => "The text is not UTF-8: some letters may be lost.".to_owned(),
        Finding::TextAfterEnd => "There is text after the closing bracket.".to_owned(),
        Finding::SeveralCalls => {
            "One request speaks of several calls: only the first was read.".to_owned()
        }
        Finding::DoubledQuotes { key } => {
            format!("The value of “{key}” came in doubled quotes. It was read.")
        }
        Finding::Unrendered { key } => format!(
            "Instead of a value of “{key}” the placeholder {{{{…}}}} itself came: \
             this event does not offer it, or its name is misspelt."
        ),
        Finding::EmptyValue { key } => {
            format!("“{key}” has no value: nothing stands after the colon.")
        }
        Finding::Slip { key, slip } => slip_text(*slip, key),
        Finding::MissingAmpersand { key } => {
            format!(
                "There is no & after “{key}”, a fault of UIS's default template. It was mended."
            )
        }
        Finding::NumberUnreadable { key, value } => {
            format!("“{key}” should be a number, but “{value}” came.")
        }
        Finding::TimeUnreadable { key, value } => {
            format!("“{key}” should be a date and time, but “{value}” came.")
        }
        Finding::FlagUnreadable { key, value } => {
            format!("“{key}” should be true or false, but “{value}” came.")
        }
        Finding::MissingField { key } => format!("The body lacks “{key}”: {}.", loss(key)),
        Finding::MissingSession => {
            "There is no “call_session_id”: it is unknown which call this is about.".to_owned()
        }
        Finding::UnknownEvent { mnemonic } => {
            format!(
                "The event “{mnemonic}” is not about a call or is not known: only what it says of a call was taken."
            )
        }
        Finding::EventGuessed { event, how } => {
            format!(
                "The event is not named. It was taken for “{}”: {}.",
                event.name(Lang::En),
                by(*how)
            )
        }
        Finding::TokenPlaceholder => {
            "“ud_channel_token” still holds the example's words instead of the channel's token."
                .to_owned()
        }
    }
}

pub(super) fn fix(finding: &Finding) -> String {
    match finding {
        Finding::Empty => {
            in_cabinet("choose the method POST and paste the ready body of this event")
        }
        Finding::NotJson { .. } | Finding::TooDeep | Finding::Truncated { .. } => in_cabinet(
            "replace the body by the ready text of this event, all of it, brackets included",
        ),
        Finding::FormEncodedJson
        | Finding::MissingAmpersand { .. }
        | Finding::UnknownEvent { .. } => "Nothing needs to be done.".to_owned(),
        Finding::InvalidUtf8 => in_cabinet("type again the words written in the body by hand"),
        Finding::TextAfterEnd => in_cabinet("delete everything after the last closing bracket }"),
        Finding::SeveralCalls => in_cabinet("leave one call in the body"),
        Finding::DoubledQuotes { key } => in_cabinet(&format!(
            "remove the quotes round the placeholder, it should be \"{key}\":{{{{{key}}}}}"
        )),
        Finding::Unrendered { key } if is_never_offered(key) => {
            "Nothing needs to be done.".to_owned()
        }
        Finding::Unrendered { key } | Finding::EmptyValue { key } => in_cabinet(&format!(
            "compare the line “{key}” with the ready body of this event; delete it if it is not there"
        )),
        Finding::Slip { key, slip } => in_cabinet(&slip_fix(*slip, key)),
        Finding::NumberUnreadable { key, .. }
        | Finding::TimeUnreadable { key, .. }
        | Finding::FlagUnreadable { key, .. }
        | Finding::MissingField { key } => in_cabinet(&format!(
            "the body should have the line \"{key}\":{{{{{key}}}}}"
        )),
        Finding::MissingSession => {
            in_cabinet("add the line \"call_session_id\":{{call_session_id}} to the body")
        }
        Finding::EventGuessed { .. } => in_cabinet(
            "add the line \"notification_mnemonic\":{{notification_mnemonic}} to the body",
        ),
        Finding::TokenPlaceholder => in_cabinet(
            "put the token from the channel's page (Channel tokens) into “ud_channel_token”",
        ),
    }
}

fn in_cabinet(what: &str) -> String {
    format!(
        "In the UIS cabinet open «Уведомления» (Notifications), then this notification: {what}. Press «Сохранить» (Save)."
    )
}

fn slip_text(slip: Slip, key: &str) -> String {
    match slip {
        Slip::MissingComma => format!("There is no comma after “{key}”."),
        Slip::ExtraComma => format!("There is a comma too many after “{key}”."),
        Slip::InnerQuote => format!("The value of “{key}” has quotes inside."),
        Slip::UnclosedQuote => format!("The value of “{key}” lacks its closing quote."),
        Slip::NoQuotes => format!("The text of “{key}” has no quotes."),
        Slip::ControlCharacter => {
            format!("The value of “{key}” has a line break or an invisible character inside.")
        }
        Slip::Backslash => format!("The value of “{key}” has a stray backslash."),
        Slip::NoBraces => "The body has no braces round it.".to_owned(),
        Slip::NoColon => format!("There is no colon after “{key}”."),
    }
}

fn slip_fix(slip: Slip, key: &str) -> String {
    match slip {
        Slip::MissingComma => format!("put a comma at the end of the line “{key}”"),
        Slip::ExtraComma => format!("remove the extra comma after “{key}”"),
        Slip::InnerQuote | Slip::Backslash => {
            format!("remove inner quotes and backslashes from the text in the line “{key}”")
        }
        Slip::UnclosedQuote => format!("close the quote in the line “{key}”"),
        Slip::NoQuotes => format!("put the text typed by hand in the line “{key}” into quotes"),
        Slip::ControlCharacter => format!("write the value of “{key}” on one line"),
        Slip::NoBraces => "put { at the beginning of the body and } at its end".to_owned(),
        Slip::NoColon => format!("put a colon after “{key}”"),
    }
}

fn by(how: How) -> &'static str {
    match how {
        How::Mnemonic => "notification_mnemonic says so",
        How::OtherKey => "another parameter says so",
        How::Fields => "by the set of parameters",
        How::Name => "by the notification's name",
        How::Direction => "by the call's direction",
        How::LastResort => "not even the call's direction is known",
    }
}

fn loss(key: &str) -> &'static str {
    match key {
        "contact_phone_number" => "the client cannot be found by number",
        "virtual_phone_number" => "it is unknown which of the company's numbers was called",
        "direction" => "the direction is taken from the event",
        "employee_id" => "the ticket cannot be assigned to an operator",
        "start_time" => "the first notification's time is taken for the start",
        "finish_time" => "it is unknown when the call ended",
        "is_lost" => "success is judged by the length of the talk",
        "talk_time_duration" => "the length of the talk is reckoned from the times",
        "record_file_links" | "file_link" => "the recording cannot be fetched",
        _ => "this is lost",
    }
}
