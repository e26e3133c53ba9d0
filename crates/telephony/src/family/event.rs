//! The platform's parameters in the desk's words.

use domain::call::{Aside, Direction};
use domain::{At, CallEvent, EventKind, Operator, Party};
use uis::{Event, LocalTime, Notification};

use crate::hearing::Place;

/// What one notification says about its call.
pub(super) fn of(said: &Notification, event: &Event, received_at: At, place: &Place) -> CallEvent {
    let moment = |time: &Option<LocalTime>| time.map(|time| micros(said.moment(time, &place.zone)));
    let party = |text: &Option<String>| {
        text.as_deref()
            .and_then(|text| Party::read(text, place.country))
    };
    let direction = direction(said, event);
    CallEvent {
        at: at(said, received_at, place),
        direction,
        client: client(said, direction, place),
        client_name: said
            .contact_full_name
            .clone()
            .filter(|name| !name.trim().is_empty()),
        virtual_number: party(&said.virtual_phone_number),
        operator: Operator::from_parts(said.employee_id, said.employee_full_name.clone()),
        last_talked: Operator::from_parts(
            said.last_talked_employee_id,
            said.last_talked_employee_full_name.clone(),
        ),
        first_answered: Operator::from_parts(
            said.first_answered_employee_id,
            said.first_answered_employee_full_name.clone(),
        ),
        talked: said.talked_employee_full_names.clone().unwrap_or_default(),
        unanswered: said
            .noanswered_employee_full_names
            .clone()
            .unwrap_or_default(),
        started_at: moment(&said.start_time),
        // In a talk's notification `answer_time` is its beginning; at the end only `connection_time` tells the pick-up.
        answered_at: moment(&said.answer_time).or_else(|| moment(&said.connection_time)),
        finished_at: moment(&said.finish_time),
        is_lost: said.is_lost,
        is_transfer: said.is_transfer.or(said.is_transferred),
        talk_seconds: plausible(said.talk_time_duration),
        wait_seconds: plausible(said.wait_time_duration),
        total_seconds: plausible(said.total_time_duration),
        postprocess_seconds: plausible(said.postprocess_time_duration),
        finish_reason: said
            .finish_reason
            .clone()
            .or_else(|| said.lost_reason.clone()),
        recordings: recordings(said),
        tags: said.tag_names.clone().unwrap_or_default(),
        rating: said.operator_rating,
        external_id: said.external_id.clone(),
        groups: said.group_ids.clone().unwrap_or_default(),
        aside: aside(event, said),
        ..CallEvent::bare(kind(event, said), received_at)
    }
}

/// An event of a name we do not know may nevertheless tell the call's end.
fn kind(event: &Event, said: &Notification) -> EventKind {
    match event {
        Event::InCallSession => EventKind::Incoming,
        Event::OutCallSession => EventKind::Outgoing,
        Event::TalkStarted => EventKind::TalkStarted,
        Event::TalkFinished => EventKind::TalkEnded,
        Event::CallSessionFinished => EventKind::Finished,
        Event::LostCallSession => EventKind::Lost,
        Event::Other(_) if says_the_end(said) => EventKind::Finished,
        Event::Other(_)
        | Event::TalkRecordFile
        | Event::VoiceMessage
        | Event::FaxReceiveFinished
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
        | Event::AiResultReady => EventKind::Aside,
    }
}

/// What an event tells that does not move the call.
fn aside(event: &Event, said: &Notification) -> Option<Aside> {
    match event {
        Event::CallProceeding => Some(Aside::Rings),
        Event::CallConnected => Some(Aside::Lifted),
        Event::CallDisconnected => Some(Aside::LegEnded),
        Event::CallHoldControl if is_off(said.status.as_deref()) => Some(Aside::Resumed),
        Event::CallHoldControl => Some(Aside::Held),
        Event::TalkRecordFile => Some(Aside::Recorded),
        Event::SetMark => Some(Aside::Tagged),
        Event::UnsetMark => Some(Aside::Untagged),
        Event::InCallSession
        | Event::OutCallSession
        | Event::TalkStarted
        | Event::TalkFinished
        | Event::CallSessionFinished
        | Event::LostCallSession
        | Event::VoiceMessage
        | Event::FaxReceiveFinished
        | Event::InCall
        | Event::OutCall
        | Event::TalkRecordControl
        | Event::CallSessionRecognized
        | Event::AiResultReady
        | Event::Other(_) => None,
    }
}

/// The words of the hold's status are not documented; these end one.
fn is_off(status: Option<&str>) -> bool {
    let status = status.unwrap_or_default().trim().to_lowercase();
    ["off", "unhold", "stop", "end", "false", "0", "disabled"].contains(&status.as_str())
}

fn says_the_end(said: &Notification) -> bool {
    said.finish_time.is_some() && said.total_time_duration.is_some() && said.leg_id.is_none()
}

fn direction(said: &Notification, event: &Event) -> Option<Direction> {
    match said.direction.as_deref().map(str::trim) {
        Some("in") => Some(Direction::In),
        Some("out") => Some(Direction::Out),
        _ if *event == Event::InCallSession => Some(Direction::In),
        _ if *event == Event::OutCallSession => Some(Direction::Out),
        _ => None,
    }
}

/// `contact_phone_number` is the client's in both directions; without it, the end that is not ours.
fn client(said: &Notification, direction: Option<Direction>, place: &Place) -> Option<Party> {
    let read = |text: &Option<String>| {
        text.as_deref()
            .and_then(|text| Party::read(text, place.country))
    };
    read(&said.contact_phone_number).or_else(|| match direction? {
        Direction::In => read(&said.calling_phone_number),
        Direction::Out => read(&said.called_phone_number),
    })
}

fn recordings(said: &Notification) -> Vec<String> {
    let several = said.record_file_links.iter().flatten().cloned();
    several
        .chain(said.file_link.clone())
        .filter(|link| link.starts_with("http"))
        .collect()
}

fn at(said: &Notification, received_at: At, place: &Place) -> At {
    let by_clock = said
        .notification_time
        .map(|time| micros(said.moment(time, &place.zone)));
    let by_stamp = || {
        said.notification_timestamp
            .and_then(|seconds| At::from_second(seconds).ok())
    };
    by_clock.or_else(by_stamp).unwrap_or(received_at)
}

/// The longest call that is believed: a week, in seconds.
const LONGEST: i64 = 7 * 24 * 3600;

/// Seconds that a call can have; anything else is a slip of the sender.
fn plausible(seconds: Option<i64>) -> Option<i64> {
    seconds.filter(|seconds| (0..=LONGEST).contains(seconds))
}

/// Both databases keep whole microseconds.
fn micros(at: At) -> At {
    At::from_microsecond(at.as_microsecond()).unwrap_or(at)
}
