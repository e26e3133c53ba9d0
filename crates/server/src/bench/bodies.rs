//! Bodies of notifications: the article's own, about calls that never were.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use uis::Four;

/// Where the call's session stands in a body.
const SESSION: &str = "\"call_session_id\":5139032001";
/// Where the number stands.
const NUMBER: &str = "79160000002";
/// Moments that stand in a body.
const START: &str = "2026-03-28 16:29:07.341";
const ANSWER: &str = "2026-03-28 16:29:18.398";
const FINISH: &str = "2026-03-28 16:30:03.901";
/// How they are written.
const FORMAT: &str = "%Y-%m-%d %H:%M:%S.%3f";
const ZONE: &str = "Europe/Moscow";
/// Sessions of calls that begin now count from here.
const FIRST_SESSION: i64 = 6_000_000_000;
/// How many clients call: numbers are used again and again, as in life.
const CLIENTS: i64 = 2000;

/// Makes bodies, each another one: a call's start, talk and end, then the next call's.
pub struct Bodies {
    shapes: [String; 3],
    next: AtomicI64,
}

/// A call that rings until it is given up.
pub struct Ringing {
    /// Its first notification.
    pub begins: String,
    /// Its last.
    pub ends: String,
    /// The client's number, as pages show it.
    pub shown: String,
}

impl Bodies {
    /// With this token inside.
    #[must_use]
    pub fn new(token: &str) -> Self {
        let shape = |four: Four| uis::render(&uis::body(four, token), &values(four));
        Self {
            shapes: [
                shape(Four::Incoming),
                shape(Four::TalkStarted),
                shape(Four::Finished),
            ],
            next: AtomicI64::new(0),
        }
    }

    /// Call `n` of another client; it rings at this operator, or nobody tells at whom.
    #[must_use]
    pub fn ringing(n: u64, token: &str, operator: Option<i64>) -> Ringing {
        let number = 79_260_000_000 + n;
        let told = |mnemonic: &str, lost: Option<bool>| {
            json!({
                "ud_channel_token": token, "call_session_id": 8_000_000_000_u64 + n, "direction": "in",
                "notification_mnemonic": mnemonic, "contact_phone_number": number.to_string(),
                "virtual_phone_number": "74950000001", "employee_id": operator, "is_lost": lost,
            })
            .to_string()
        };
        let begins = operator.map_or("in_call_session", |_| "call_proceeding");
        let number: Option<domain::PhoneNumber> = format!("+{number}").parse().ok();
        Ringing {
            begins: told(begins, None),
            ends: told("call_session_finished", Some(true)),
            shown: number.map_or_else(String::new, |number| number.pretty()),
        }
    }

    /// The next body, and the session it tells of.
    pub fn next(&self) -> (i64, String) {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        let session = FIRST_SESSION + n / 3;
        let shape = &self.shapes[usize::try_from(n % 3).unwrap_or_default()];
        (
            session,
            shape
                .replace(SESSION, &format!("\"call_session_id\":{session}"))
                .replace(NUMBER, &client_of(session).to_string()),
        )
    }

    /// The end of call `n`, with this client, begun at this moment: all that is to be known of it.
    #[must_use]
    pub fn finished(&self, n: u64, client: u64, began: Timestamp) -> String {
        let [_, _, shape] = &self.shapes;
        let local = began.in_tz(ZONE).map_or_else(
            |_| began.strftime(FORMAT).to_string(),
            |local| local.strftime(FORMAT).to_string(),
        );
        let day_of_talk = |second: &str| format!("{}{second}", &local[..local.len() - 6]);
        shape
            .replace(
                SESSION,
                &format!("\"call_session_id\":{}", 7_000_000_000 + n),
            )
            .replace(NUMBER, &(79_200_000_000 + client).to_string())
            .replace(START, &day_of_talk("07.341"))
            .replace(ANSWER, &day_of_talk("18.398"))
            .replace(FINISH, &day_of_talk("59.901"))
    }

    /// The next call's start alone.
    pub fn next_start(&self) -> (i64, String) {
        loop {
            let (session, body) = self.next();
            if body.contains("in_call_session") {
                return (session, body);
            }
        }
    }

    /// The first notification of a call by somebody who has not called yet, and their number as pages show it.
    pub fn next_caller(&self) -> (String, String) {
        let (session, body) = self.next_start();
        let number: Option<domain::PhoneNumber> = format!("+{}", client_of(session)).parse().ok();
        (
            body,
            number.map_or_else(String::new, |number| number.pretty()),
        )
    }

    /// Their usual size in bytes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.shapes.iter().map(String::len).sum::<usize>() / self.shapes.len()
    }
}

/// Whose number calls in this session.
fn client_of(session: i64) -> i64 {
    79_160_000_000 + (session - FIRST_SESSION) % CLIENTS
}

fn values(four: Four) -> Map<String, Value> {
    let all = json!({
        "app_id": 4735, "call_session_id": 5_139_032_001_i64, "call_source": "va", "communication_id": 5_139_032_001_i64,
        "communication_type": "call", "contact_phone_number": NUMBER, "calling_phone_number": NUMBER,
        "called_phone_number": "74950000001", "virtual_phone_number": "74950000001", "direction": "in",
        "notification_mnemonic": four.event().mnemonic(), "notification_name": "Звонок",
        "notification_time": "2026-03-28 16:29:18.702", "notification_timestamp": 1_774_704_558,
        "start_time": START, "answer_time": ANSWER,
        "connection_time": ANSWER, "finish_time": FINISH,
        "finish_reason": "subscriber_disconnects", "is_lost": false, "is_transfer": false,
        "employee_id": 391_001, "employee_full_name": "Иванова Мария", "last_talked_employee_id": 391_001,
        "last_talked_employee_full_name": "Иванова Мария", "leg_ids": [1, 2], "talk_time_duration": 45,
        "total_time_duration": 56, "wait_time_duration": 11, "postprocess_time_duration": 0,
        "record_file_links": ["https://app.uiscom.ru/system/media/talk/5139032001/0123456789abcdef0123456789abcdef"],
        "scenario_name": "Поддержка", "cpn_region_name": "г. Москва и Московская область"
    });
    let mut values = all.as_object().cloned().unwrap_or_default();
    for key in four.parameters() {
        values.entry(key).or_insert(Value::Null);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_body_is_another_and_three_tell_of_one_call() {
        let bodies = Bodies::new("dzv_x");
        let told: Vec<_> = (0..6).map(|_| bodies.next()).collect();
        assert_eq!(told[0].0, told[2].0);
        assert_ne!(told[2].0, told[3].0);
        for (session, body) in &told {
            let read: Value = serde_json::from_str(body).unwrap();
            assert_eq!(read["call_session_id"], *session);
            assert_eq!(read["ud_channel_token"], "dzv_x");
        }
    }
}
