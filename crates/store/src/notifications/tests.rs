//! The log keeps everything once and hands each out once.

use super::*;
use crate::Slice;
use crate::inbox::Inbox;
use crate::on_both;
use crate::samples::{arrival, channel, moment};

fn settled(id: NotificationId, verdict: Verdict) -> Settled {
    Settled {
        id,
        verdict,
        event: Some("talk_started".to_owned()),
        session_id: Some(5_139_032_001),
        findings: serde_json::json!([{"finding": "doubled_quotes"}]),
        error: None,
    }
}

on_both! {
    async fn the_same_request_is_one_row_with_a_counter(test: &TestStore) {
        let channel = channel(&test.store).await;
        let (inbox, _running) = Inbox::open(test.store.clone());
        let mut senders = tokio::task::JoinSet::new();
        for n in 0..200 {
            let inbox = inbox.clone();
            let request = arrival(channel, &format!("body {}", n % 50), n);
            senders.spawn(async move { inbox.keep(request).await });
        }
        while let Some(kept) = senders.join_next().await {
            kept.unwrap().unwrap();
        }
        let mut conn = test.store.read().await.unwrap();
        let page = list(&mut conn, channel, None, Slice::first(200)).await.unwrap();
        assert_eq!(page.items.len(), 50);
        assert_eq!(page.items.iter().map(|n| n.repeats + 1).sum::<i64>(), 200);
        assert_eq!(waiting(&mut conn).await.unwrap(), 50);
    }

    async fn an_inbox_ends_when_told_to_and_has_kept_what_it_took(test: &TestStore) {
        let channel = channel(&test.store).await;
        let (inbox, keeping) = Inbox::open(test.store.clone());
        let others = inbox.clone();
        let taken = tokio::spawn(async move { others.keep(arrival(channel, "taken", 1)).await });
        inbox.keep(arrival(channel, "first", 0)).await.unwrap();
        keeping.end().await;
        let late = inbox.keep(arrival(channel, "late", 2)).await;
        assert!(matches!(late, Err(crate::Error::Stopped)));
        let kept = 1 + i64::from(taken.await.unwrap().is_ok());
        let mut conn = test.store.read().await.unwrap();
        assert_eq!(waiting(&mut conn).await.unwrap(), kept);
    }

    async fn the_same_body_to_another_channel_is_another_request(test: &TestStore) {
        let (one, other) = (channel(&test.store).await, channel(&test.store).await);
        let mut tx = test.store.begin().await.unwrap();
        append(&mut tx, vec![(arrival(one, "x", 0), 0), (arrival(other, "x", 0), 0)]).await.unwrap();
        tx.commit().await.unwrap();
        let mut conn = test.store.read().await.unwrap();
        assert_eq!(waiting(&mut conn).await.unwrap(), 2);
    }

    async fn what_was_settled_is_not_handed_out_again_until_put_back(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        append(&mut tx, (0..40).map(|n| (arrival(channel, &format!("{n}"), n), 0)).collect()).await.unwrap();
        tx.commit().await.unwrap();

        let mut tx = test.store.begin().await.unwrap();
        let claimed = claim_waiting(&mut tx, 10).await.unwrap();
        assert_eq!(claimed.len(), 10);
        assert!(claimed.is_sorted_by_key(|n| n.id));
        for notification in &claimed {
            settle(&mut tx, settled(notification.id, Verdict::Unreadable)).await.unwrap();
        }
        tx.commit().await.unwrap();

        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(claim_waiting(&mut tx, 100).await.unwrap().len(), 30);
        assert_eq!(put_back_all(&mut tx, Some(channel), &[Verdict::Unreadable]).await.unwrap(), 10);
        assert_eq!(claim_waiting(&mut tx, 100).await.unwrap().len(), 40);
        put_back(&mut tx, claimed[0].id).await.unwrap();
        tx.commit().await.unwrap();

        let mut conn = test.store.read().await.unwrap();
        let again = find(&mut conn, claimed[0].id).await.unwrap().unwrap();
        assert_eq!((again.body, again.received_at), (claimed[0].body.clone(), moment(0)));
        assert_eq!(again.findings[0]["finding"], "doubled_quotes");
    }

    async fn the_log_is_read_page_by_page_newest_first(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        append(&mut tx, (0..7).map(|n| (arrival(channel, &format!("{n}"), n / 2), 0)).collect()).await.unwrap();
        tx.commit().await.unwrap();
        let mut conn = test.store.read().await.unwrap();
        let mut seen = Vec::new();
        let mut slice = Slice::first(3);
        loop {
            let page = list(&mut conn, channel, Some(Verdict::Waiting), slice).await.unwrap();
            seen.extend(page.items.into_iter().map(|n| n.body));
            let Some(next) = page.next else { break };
            slice.after = Some(next);
        }
        assert_eq!(seen.len(), 7);
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 7, "no row twice");
    }
}
