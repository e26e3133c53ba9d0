//! A PBX of tests: writes the article's bodies about one call.

use bytes::Bytes;
use serde_json::{Map, Value, json};

use domain::{Actor, Call, ChannelId, Entry, Ticket};
use store::Slice;
use store::calls::CallFilter;

use crate::ingest::Incoming;
use crate::testing::{BEGINNING, TestDesk};

/// One call at the PBX, told by its four notifications.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub session: i64,
    pub direction: &'static str,
    pub number: Option<&'static str>,
    pub name: Option<&'static str>,
    /// Operators in the order they talked, with the second they began.
    pub talks: Vec<(i64, i64)>,
    pub started: i64,
    pub finished: i64,
    pub recordings: usize,
}

impl Caller {
    pub(crate) fn new(session: i64) -> Self {
        Self {
            session,
            direction: "in",
            number: Some("79160000002"),
            name: None,
            talks: vec![(391_001, 11)],
            started: 0,
            finished: 56,
            recordings: 1,
        }
    }

    fn time(&self, seconds: i64) -> String {
        let at = jiff::Timestamp::from_second(BEGINNING + self.started + seconds).unwrap();
        let zoned = at.to_zoned(jiff::tz::TimeZone::get("Europe/Moscow").unwrap());
        format!("{}.000", zoned.strftime("%Y-%m-%d %H:%M:%S"))
    }

    fn told(&self, mnemonic: &str, seconds: i64, more: Value) -> String {
        let mut body = Map::new();
        let common = json!({
            "call_session_id": self.session,
            "contact_phone_number": self.number.unwrap_or("anonymous"),
            "contact_full_name": self.name,
            "direction": self.direction,
            "notification_mnemonic": mnemonic,
            "notification_time": self.time(seconds),
            "notification_timestamp": BEGINNING + self.started + seconds,
            "start_time": self.time(0),
            "virtual_phone_number": "74950000001",
        });
        for part in [common, more] {
            body.extend(part.as_object().cloned().unwrap_or_default());
        }
        Value::Object(body).to_string()
    }

    /// The call's beginning.
    pub(crate) fn start(&self) -> String {
        match self.direction {
            "out" => self.told(
                "out_call_session",
                0,
                json!({"employee_id": self.talks.first().map_or(391_001, |t| t.0)}),
            ),
            _ => self.told("in_call_session", 0, json!({})),
        }
    }

    /// One notification a talk.
    pub(crate) fn talking(&self) -> Vec<String> {
        let told = |&(operator, second): &(i64, i64)| {
            let more = json!({
                "answer_time": self.time(second),
                "employee_id": operator,
                "employee_full_name": format!("Оператор {operator}"),
                "leg_ids": [1, 2],
            });
            self.told("talk_started", second, more)
        };
        self.talks.iter().map(told).collect()
    }

    /// The call's end.
    pub(crate) fn finish(&self) -> String {
        let first = self.talks.first();
        let links: Vec<String> = (0..self.recordings)
            .map(|n| {
                format!(
                    "https://app.uiscom.ru/system/media/talk/{}/{n:032x}",
                    self.session
                )
            })
            .collect();
        let more = json!({
            "finish_time": self.time(self.finished),
            "connection_time": first.map(|(_, second)| self.time(*second)),
            "finish_reason": "subscriber_disconnects",
            "is_lost": self.talks.is_empty(),
            "is_transfer": self.talks.len() > 1,
            "last_talked_employee_id": self.talks.last().map(|talk| talk.0),
            "last_talked_employee_full_name": self.talks.last().map(|talk| format!("Оператор {}", talk.0)),
            "talk_time_duration": first.map_or(0, |(_, second)| self.finished - second),
            "total_time_duration": self.finished,
            "record_file_links": if links.is_empty() { Value::Null } else { json!(links) },
        });
        self.told("call_session_finished", self.finished, more)
    }

    /// All of them, in their order.
    pub(crate) fn all(&self) -> Vec<String> {
        let mut all = vec![self.start()];
        all.extend(self.talking());
        all.push(self.finish());
        all
    }
}

/// Sends a body with a channel's token, as UIS does.
pub(crate) async fn send(test: &TestDesk, token: &str, body: &str) {
    let incoming = Incoming {
        tokens: vec![token.to_owned()],
        method: "POST".to_owned(),
        query: String::new(),
        content_type: Some("application/json".to_owned()),
        body: Bytes::from(body.to_owned()),
        address: None,
    };
    test.desk.take(incoming).await.unwrap();
}

/// Sends and hears.
pub(crate) async fn tell(test: &TestDesk, token: &str, bodies: &[String]) {
    for body in bodies {
        send(test, token, body).await;
        test.desk.hear_all().await.unwrap();
    }
}

/// The call of a session.
pub(crate) async fn call(test: &TestDesk, channel: ChannelId, session: i64) -> Call {
    let mut conn = test.store.read().await.unwrap();
    store::calls::by_session(&mut conn, channel, session)
        .await
        .unwrap()
        .unwrap()
}

/// The ticket of a call.
pub(crate) async fn ticket(test: &TestDesk, call: &Call) -> Ticket {
    let mut conn = test.store.read().await.unwrap();
    store::tickets::find(&mut conn, call.ticket_id.unwrap())
        .await
        .unwrap()
        .unwrap()
}

/// What stands in the ticket of a call.
pub(crate) async fn timeline(test: &TestDesk, actor: &Actor, call: &Call) -> Vec<Entry> {
    test.desk
        .timeline(actor, call.ticket_id.unwrap(), Slice::first(200))
        .await
        .unwrap()
        .items
}

/// How many calls there are.
pub(crate) async fn count(test: &TestDesk, actor: &Actor) -> usize {
    test.desk
        .calls(actor, &CallFilter::default(), Slice::first(200))
        .await
        .unwrap()
        .items
        .len()
}
