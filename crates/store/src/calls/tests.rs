//! Calls read back as they were written; lists are narrowed and paged.

use super::*;
use crate::Slice;
use crate::on_both;
use crate::samples::{arrival, call, channel, moment, ticket};
use domain::{EventKind, Reach, State};

on_both! {
    async fn a_call_reads_back_as_it_was_written(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut kept = call(channel, 5_139_032_001, 0);
        let mut tx = test.store.begin().await.unwrap();
        put(&mut tx, &kept).await.unwrap();
        assert_eq!(find(&mut tx, kept.id).await.unwrap().as_ref(), Some(&kept));
        kept.lapsed_at = Some(moment(9));
        kept.version = 2;
        put(&mut tx, &kept).await.unwrap();
        assert_eq!(by_session(&mut tx, channel, 5_139_032_001).await.unwrap(), Some(kept));
        tx.commit().await.unwrap();
    }

    async fn one_session_of_a_channel_is_one_call(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        put(&mut tx, &call(channel, 1, 0)).await.unwrap();
        put(&mut tx, &call(channel, 1, 0)).await.unwrap();
        assert!(matches!(tx.commit().await, Err(crate::Error::Taken { .. })));
    }

    async fn a_notification_says_one_thing_about_a_call(test: &TestStore) {
        let channel = channel(&test.store).await;
        let call = call(channel, 1, 0);
        let request = arrival(channel, "x", 0);
        let mut tx = test.store.begin().await.unwrap();
        crate::notifications::append(&mut tx, vec![(request.clone(), 0)]).await.unwrap();
        put(&mut tx, &call).await.unwrap();
        let event = CallEvent::bare(EventKind::Incoming, moment(0));
        put_event(&mut tx, call.id, request.id, &event).await.unwrap();
        let event = CallEvent::bare(EventKind::Finished, moment(0));
        put_event(&mut tx, call.id, request.id, &event).await.unwrap();
        assert_eq!(events_of(&mut tx, &[call.id]).await.unwrap(), [(call.id, request.id, event)]);
        remove_event(&mut tx, request.id).await.unwrap();
        assert!(events_of(&mut tx, &[call.id]).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn silent_calls_are_those_unfinished_and_long_unheard(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        put(&mut tx, &call(channel, 1, 0)).await.unwrap();
        put(&mut tx, &call(channel, 2, 100)).await.unwrap();
        let mut over = call(channel, 3, 0);
        over.facts.state = State::Finished;
        put(&mut tx, &over).await.unwrap();
        let silent = silent_since(&mut tx, channel, moment(50), 10).await.unwrap();
        assert_eq!(silent.iter().map(|c| c.session_id).collect::<Vec<_>>(), [1]);
        tx.commit().await.unwrap();
    }

    async fn a_list_is_narrowed_and_paged(test: &TestStore) {
        let channel = channel(&test.store).await;
        let ticket = ticket(&test.store, Some(channel), "Звонок", 0).await;
        let mut tx = test.store.begin().await.unwrap();
        for n in 0..5 {
            let mut kept = call(channel, n, n);
            kept.ticket_id = (n % 2 == 0).then_some(ticket.id);
            put(&mut tx, &kept).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut conn = test.store.read().await.unwrap();
        let filter = CallFilter { number: Some("+79160000002".to_owned()), ..CallFilter::default() };
        let first = list(&mut conn, &filter, &Reach::All, Slice::first(3)).await.unwrap();
        let rest = list(&mut conn, &filter, &Reach::All, Slice { limit: 3, after: first.next }).await.unwrap();
        let sessions: Vec<i64> = first.items.iter().chain(&rest.items).map(|c| c.session_id).collect();
        assert_eq!(sessions, [4, 3, 2, 1, 0]);
        let of_ticket = CallFilter { ticket: Some(ticket.id), from: Some(moment(1)), ..CallFilter::default() };
        let page = list(&mut conn, &of_ticket, &Reach::All, Slice::first(3)).await.unwrap();
        assert_eq!(page.items.iter().map(|c| c.session_id).collect::<Vec<_>>(), [4, 2]);
        let nowhere = list(&mut conn, &filter, &Reach::Only(Vec::new()), Slice::first(3)).await.unwrap();
        assert!(nowhere.items.is_empty());
        assert_eq!(super::of_ticket(&mut conn, ticket.id, 9).await.unwrap().len(), 3);
        assert_eq!(latest_agent(&mut conn, ticket.id).await.unwrap(), None);
    }

    async fn a_list_is_narrowed_by_tag_digits_and_durations(test: &TestStore) {
        let channel = channel(&test.store).await;
        let client = crate::samples::client("Анна", "+79160000002");
        let mut tx = test.store.begin().await.unwrap();
        crate::clients::insert(&mut tx, &client).await.unwrap();
        let mut ids = Vec::new();
        for n in 0..3 {
            let mut kept = call(channel, n, n);
            kept.client_id = (n > 0).then_some(client.id);
            kept.facts.talk_seconds = Some(n * 30);
            kept.facts.tags = vec!["Жалоба".to_owned(); usize::from(n == 1)];
            put(&mut tx, &kept).await.unwrap();
            ids.push(kept.id.0);
        }
        tx.commit().await.unwrap();
        crate::search::tests::written(&test.store, crate::search::Kind::Call, &ids).await;
        crate::search::tests::written(&test.store, crate::search::Kind::Client, &[client.id.0]).await;
        let sessions = async |filter: CallFilter| {
            let mut conn = test.store.read().await.unwrap();
            let page = list(&mut conn, &filter, &Reach::All, Slice::first(9)).await.unwrap();
            page.items.iter().map(|call| call.session_id).collect::<Vec<_>>()
        };
        assert_eq!(sessions(CallFilter { tag: Some("жалоба".to_owned()), ..CallFilter::default() }).await, [1]);
        assert_eq!(sessions(CallFilter { tag: Some("жал".to_owned()), ..CallFilter::default() }).await, Vec::<i64>::new());
        assert_eq!(sessions(CallFilter { digits: Some("0002".to_owned()), ..CallFilter::default() }).await, [2, 1]);
        let between = CallFilter { talk_from: Some(30), talk_to: Some(59), ..CallFilter::default() };
        assert_eq!(sessions(between).await, [1]);
    }
}

#[tokio::test]
async fn a_session_leads_to_its_call_without_reading_the_others() {
    let test = crate::testing::TestStore::sqlite().await;
    let mut conn = test.store.read().await.unwrap();
    let filter = CallFilter {
        session: Some(5_139_032_001),
        ..CallFilter::default()
    };
    let plan = list::plan(&mut conn, &filter).await;
    assert!(plan.contains("calls_by_session"), "{plan}");
    assert!(!plan.contains("SCAN"), "{plan}");
}
