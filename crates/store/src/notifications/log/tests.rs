//! The log is looked through alike on both engines.

use domain::CallEvent;
use domain::EventKind;

use super::super::{Settled, append, settle};
use super::*;
use crate::on_both;
use crate::samples::{arrival, call, channel, moment};
use crate::testing::TestStore;

/// Four requests: an incoming call and its end, one about no call, one that cannot be read.
async fn a_log(test: &TestStore) -> (ChannelId, Vec<domain::NotificationId>) {
    let channel = channel(&test.store).await;
    let told = [
        ("in_call_session", Verdict::Heard, Some(7)),
        ("call_session_finished", Verdict::Heard, Some(7)),
        ("chat_finished", Verdict::Aside, None),
        ("unknown", Verdict::Unreadable, None),
    ];
    let mut tx = test.store.begin().await.unwrap();
    let call = call(channel, 7, 0);
    crate::calls::put(&mut tx, &call).await.unwrap();
    let mut ids = Vec::new();
    for (second, (event, verdict, session_id)) in (0..).zip(told) {
        let came = arrival(channel, &format!("{{\"n\":{second}}}"), second);
        let settled = Settled {
            id: came.id,
            verdict,
            event: Some(event.to_owned()),
            session_id,
            findings: serde_json::json!([]),
            error: None,
        };
        ids.push(came.id);
        append(&mut tx, vec![(came, 0)]).await.unwrap();
        settle(&mut tx, settled).await.unwrap();
        if session_id.is_some() {
            let said = CallEvent::bare(EventKind::Incoming, moment(second));
            crate::calls::put_event(&mut tx, call.id, ids[ids.len() - 1], &said)
                .await
                .unwrap();
        }
    }
    tx.commit().await.unwrap();
    (channel, ids)
}

on_both! {
    async fn a_log_is_narrowed_by_verdict_event_session_and_moment(test: &TestStore) {
        let (channel, ids) = a_log(test).await;
        let mut conn = test.store.read().await.unwrap();
        let mut found = async |wanted: LogFilter| {
            let page = list(&mut conn, channel, wanted, Slice::first(9)).await.unwrap();
            page.items.iter().map(|one| ids.iter().position(|id| *id == one.id).unwrap()).collect::<Vec<_>>()
        };
        let event = |event: &str| LogFilter { event: Some(event.to_owned()), ..LogFilter::default() };
        assert_eq!(found(LogFilter::default()).await, [3, 2, 1, 0]);
        assert_eq!(found(Some(Verdict::Unreadable).into()).await, [3]);
        assert_eq!(found(Some(Verdict::Heard).into()).await, [1, 0]);
        assert_eq!(found(event("in_call_session")).await, [0]);
        assert_eq!(found(event("chat_finished")).await, [2]);
        assert_eq!(found(event("lost_call_session")).await, [0; 0]);
        assert_eq!(found(LogFilter { session: Some(7), ..LogFilter::default() }).await, [1, 0]);
        assert_eq!(found(LogFilter { session: Some(8), ..LogFilter::default() }).await, [0; 0]);
        assert_eq!(found(LogFilter { session: Some(7), ..event("in_call_session") }).await, [0]);
        let between = LogFilter { from: Some(moment(1)), to: Some(moment(3)), ..LogFilter::default() };
        assert_eq!(found(between).await, [2, 1]);
    }

    async fn unread_requests_count_as_faults_until_they_are_read(test: &TestStore) {
        let (channel, ids) = a_log(test).await;
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(unheard(&mut tx, channel, 9).await.unwrap(), (1, Some(moment(3))));
        crate::channels::count_event(&mut tx, channel, "unknown", moment(3), 5, true).await.unwrap();
        assert_eq!(crate::channels::tally(&mut tx, channel).await.unwrap()[0].faults, 1);
        let read = Settled {
            id: ids[3],
            verdict: Verdict::Heard,
            event: Some("in_call_session".to_owned()),
            session_id: Some(9),
            findings: serde_json::json!([]),
            error: None,
        };
        settle(&mut tx, read).await.unwrap();
        assert_eq!(crate::channels::tally(&mut tx, channel).await.unwrap()[0].faults, 0);
    }
}
