//! What test notifications say: the ready bodies, filled in as the platform fills them in.

use domain::{At, Channel};
use jiff::SignedDuration;
use serde_json::{Map, Value, json};
use uis::Four;

/// How long the call of a test is.
const TALK_SECONDS: i64 = 42;
/// How long it rings.
const RING_SECONDS: i64 = 6;

/// The call session that a test notification tells of: the incoming call with its talk and end is one, the outgoing
/// another. Below zero, where no provider counts.
pub(crate) fn session_of(four: Four, asked_at: At) -> i64 {
    let base = -2 * asked_at.as_microsecond();
    match four {
        Four::Incoming | Four::TalkStarted | Four::Finished => base,
        Four::Outgoing => base - 1,
    }
}

/// The body of a test notification, the same whenever it is asked for.
pub(crate) fn body(four: Four, token: &str, channel: &Channel, asked_at: At) -> String {
    let mut offered = said_by_all(four, channel, asked_at);
    let own = match four {
        Four::Incoming | Four::Outgoing => json!({}),
        Four::TalkStarted => json!({
            "answer_time": time(channel, asked_at, RING_SECONDS),
            "leg_ids": [1, 2],
        }),
        Four::Finished => said_at_the_end(channel, asked_at),
    };
    offered.extend(own.as_object().cloned().unwrap_or_default());
    uis::render(&uis::body(four, token), &offered)
}

fn said_by_all(four: Four, channel: &Channel, asked_at: At) -> Map<String, Value> {
    let direction = match four {
        Four::Outgoing => "out",
        Four::Incoming | Four::TalkStarted | Four::Finished => "in",
    };
    let after = match four {
        Four::Incoming | Four::Outgoing => 0,
        Four::TalkStarted => RING_SECONDS,
        Four::Finished => RING_SECONDS + TALK_SECONDS,
    };
    let session = session_of(four, asked_at);
    // Whatever the platform may fill in and does not know it fills in with nothing.
    let mut offered: Map<String, Value> = four
        .parameters()
        .map(|name| (name.to_owned(), Value::Null))
        .collect();
    let said = json!({
        "call_session_id": session,
        "communication_id": session,
        "communication_type": "call",
        "call_source": "va",
        "direction": direction,
        "contact_phone_number": CLIENT,
        "calling_phone_number": if direction == "in" { CLIENT } else { OURS },
        "called_phone_number": if direction == "in" { OURS } else { CLIENT },
        "virtual_phone_number": virtual_number(channel),
        "contact_full_name": "Дозвон",
        "notification_mnemonic": four.event().mnemonic(),
        "notification_name": four.name(uis::Lang::Ru),
        "notification_time": time(channel, asked_at, after),
        "notification_timestamp": asked_at.as_second() + after,
        "start_time": time(channel, asked_at, 0),
        "employee_id": 0,
        "employee_full_name": "Дозвон",
        "tp_project": channel.provider.as_str(),
    });
    let known = said.as_object().cloned().unwrap_or_default();
    let asked = |(name, _): &(String, Value)| offered.contains_key(name);
    let known: Vec<(String, Value)> = known.into_iter().filter(asked).collect();
    offered.extend(known);
    offered
}

fn said_at_the_end(channel: &Channel, asked_at: At) -> Value {
    let end = RING_SECONDS + TALK_SECONDS;
    json!({
        "finish_time": time(channel, asked_at, end),
        "connection_time": time(channel, asked_at, RING_SECONDS),
        "finish_reason": "subscriber_disconnects",
        "is_lost": false,
        "is_transfer": false,
        "last_talked_employee_id": 0,
        "last_talked_employee_full_name": "Дозвон",
        "talk_time_duration": TALK_SECONDS,
        "clean_talk_time_duration": TALK_SECONDS,
        "wait_time_duration": RING_SECONDS,
        "total_wait_time_duration": RING_SECONDS,
        "total_time_duration": end,
        "record_file_links": [],
    })
}

/// A number that is nobody's, as the platform writes it.
const CLIENT: &str = "79990000000";
/// Another, for ours.
const OURS: &str = "74950000000";

/// Ours, or one that the policy asks for: the test shows what happens to the calls that matter.
fn virtual_number(channel: &Channel) -> String {
    let wanted = channel.policy.virtual_numbers.first();
    wanted.map_or_else(|| OURS.to_owned(), |number| number.digits().to_owned())
}

/// The account's clock.
fn time(channel: &Channel, asked_at: At, after: i64) -> String {
    let at = asked_at + SignedDuration::from_secs(after);
    let local = at.to_zoned(channel.zone());
    local.strftime("%Y-%m-%d %H:%M:%S.000").to_string()
}
