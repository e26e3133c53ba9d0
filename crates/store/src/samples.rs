//! Things to keep, for the tests of this crate.

use domain::call::derive;
use domain::client::Phone;
use domain::text::Subject;
use domain::ticket::Assigner;
use domain::{
    At, Call, CallEvent, CallId, ChannelId, Client, ClientId, EventKind, NotificationId, Priority,
    Status, Ticket, TicketId,
};

use crate::args::{Args, args};
use crate::notifications::Arrival;
use crate::{Conn, Store, tickets};

/// A moment in the story of a test.
pub(crate) fn moment(seconds: i64) -> At {
    At::from_second(1_774_704_547 + seconds).unwrap()
}

/// How SQLite means to run a statement, step by step.
pub(crate) async fn plan(conn: &mut Conn, sql: &str, args: Args) -> String {
    type Step = (i64, i64, i64, String);
    let sql = format!("EXPLAIN QUERY PLAN {sql}");
    let steps: Vec<Step> = conn.rows(sql, args).await.unwrap();
    let steps: Vec<String> = steps.into_iter().map(|(.., step)| step).collect();
    steps.join("\n")
}

/// A channel that is there.
pub(crate) async fn channel(store: &Store) -> ChannelId {
    let id = ChannelId::at(moment(0));
    let mut tx = store.begin().await.unwrap();
    let sql = "INSERT INTO channels (id, name, provider, policy, country, time_zone, close_after_minutes, created_at, updated_at)
               VALUES ($1, 'Отдел доставки', 'uis', '{}', 'RU', 'Europe/Moscow', 240, $2, $2)";
    tx.run(sql, args![id, moment(0)]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A request with this body.
pub(crate) fn arrival(channel: ChannelId, body: &str, seconds: i64) -> Arrival {
    let mut digest = [0; 32];
    for (place, byte) in body.bytes().enumerate() {
        digest[place % 32] ^= byte.rotate_left(u32::try_from(place % 7).unwrap());
    }
    Arrival {
        id: NotificationId::at(moment(seconds)),
        channel_id: channel,
        token_id: None,
        digest,
        method: "POST".to_owned(),
        query: String::new(),
        content_type: None,
        body: body.as_bytes().to_vec(),
        address: Some("127.0.0.1".to_owned()),
        received_at: moment(seconds),
    }
}

/// A client with one number.
pub(crate) fn client(name: &str, number: &str) -> Client {
    Client {
        id: ClientId::at(moment(0)),
        name: name.to_owned(),
        named: true,
        phones: vec![Phone {
            number: number.parse().unwrap(),
            kind: domain::client::PhoneKind::Mobile,
        }],
        emails: vec!["anna@example.ru".parse().unwrap()],
        company: Some("Ателье «Нитка»".to_owned()),
        note: None,
        vip: false,
        spammer: false,
        responsible_id: None,
        created_at: moment(0),
        updated_at: moment(0),
        last_contact_at: None,
        version: 1,
    }
}

/// A ticket, kept.
pub(crate) async fn ticket(
    store: &Store,
    channel: Option<ChannelId>,
    subject: &str,
    seconds: i64,
) -> Ticket {
    let mut tx = store.begin().await.unwrap();
    let ticket = Ticket {
        id: TicketId::at(moment(seconds)),
        number: tickets::next_number(&mut tx).await.unwrap(),
        subject: Subject::parse(subject).unwrap(),
        status: Status::New,
        priority: Priority::Normal,
        channel_id: channel,
        client_id: None,
        assignee_id: None,
        assigned_by: Assigner::Call,
        group_id: None,
        tags: vec!["доставка".to_owned()],
        opened_by_call: None,
        touched: false,
        merged_into: None,
        version: 1,
        created_at: moment(seconds),
        updated_at: moment(seconds),
        solved_at: None,
        reminder_at: None,
    };
    tickets::insert(&mut tx, &ticket).await.unwrap();
    tx.commit().await.unwrap();
    ticket
}

/// A call that rings.
pub(crate) fn call(channel: ChannelId, session: i64, seconds: i64) -> Call {
    let event = CallEvent {
        client: domain::Party::read("79160000002", domain::Country::default()),
        ..CallEvent::bare(EventKind::Incoming, moment(seconds))
    };
    Call {
        id: CallId::at(moment(seconds)),
        channel_id: channel,
        session_id: session,
        facts: derive(&[event], false).unwrap(),
        client_id: None,
        ticket_id: None,
        agent_id: None,
        moved_by_hand: false,
        lapsed_at: None,
        last_notified_at: moment(seconds),
        decisions: Vec::new(),
        version: 1,
    }
}
