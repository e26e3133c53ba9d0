//! What nobody needs goes, what is needed stays.

use store::jobs::{JobState, NewJob};
use tokio_util::sync::CancellationToken;

use crate::answers::Claim;
use crate::on_both;
use crate::testing::{PASSWORD, TestDesk, moment};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

async fn put(test: &TestDesk, kind: &'static str) {
    let job = NewJob {
        kind,
        payload: serde_json::json!({}),
        run_at: moment(0),
        dedupe_key: None,
    };
    let mut tx = test.store.begin().await.unwrap();
    store::jobs::enqueue(&mut tx, &job, moment(0))
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn sign_in(test: &TestDesk) {
    test.agent("anna", &[]).await;
    test.desk
        .sign_in("anna@example.ru", PASSWORD, "", None)
        .await
        .unwrap();
}

/// How many sessions are kept, expired ones too.
async fn sessions(test: &TestDesk) -> usize {
    let anna = test.agent("anna", &[]).await;
    let mut conn = test.store.read().await.unwrap();
    store::sessions::of_agent(&mut conn, anna.agent)
        .await
        .unwrap()
        .len()
}

on_both! {
    async fn expired_sessions_are_swept_and_good_ones_stay(test: &TestDesk) {
        sign_in(test).await;
        test.clock.advance(30 * DAY - 1);
        sign_in(test).await;
        test.desk.sweep().await.unwrap();
        assert_eq!(sessions(test).await, 2);
        test.clock.advance(1);
        test.desk.sweep().await.unwrap();
        test.desk.sweep().await.unwrap();
        assert_eq!(sessions(test).await, 1);
    }

    async fn answers_are_swept_after_a_day(test: &TestDesk) {
        let admin = test.admin().await;
        test.desk.claim_answer(&admin, "k", b"a").await.unwrap();
        let mut tx = test.store.begin().await.unwrap();
        store::idempotency::claim(&mut tx, admin.agent, "old", b"a", moment(-DAY - 1)).await.unwrap();
        tx.commit().await.unwrap();
        test.desk.sweep().await.unwrap();
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(store::idempotency::delete_older(&mut tx, moment(0)).await.unwrap(), 0);
        assert_eq!(store::idempotency::delete_older(&mut tx, moment(1)).await.unwrap(), 1);
        tx.roll_back().await.unwrap();
        let new = test.desk.claim_answer(&admin, "old", b"b").await.unwrap();
        assert_eq!(new, Claim::New);
    }

    async fn done_jobs_are_swept_after_a_week(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        test.desk.replay_all(&admin, channel).await.unwrap();
        test.desk.work_all().await.unwrap();
        test.clock.advance(7 * DAY);
        test.desk.sweep().await.unwrap();
        assert_eq!(test.jobs(JobState::Done).await, 1);
        test.clock.advance(1);
        test.desk.sweep().await.unwrap();
        assert_eq!(test.jobs(JobState::Done).await, 0);
    }

    async fn jobs_of_unknown_kinds_wait_an_hour_for_a_node_that_knows_them_and_are_buried(test: &TestDesk) {
        let admin = test.admin().await;
        put(test, "send_by_pigeon").await;
        assert_eq!(test.desk.work_all().await.unwrap(), 0);
        test.clock.advance(HOUR - 1);
        test.desk.bury_unknown_jobs().await.unwrap();
        assert_eq!(test.jobs(JobState::Queued).await, 1);
        test.clock.advance(1);
        put(test, "replay_channel").await;
        test.desk.bury_unknown_jobs().await.unwrap();
        test.desk.bury_unknown_jobs().await.unwrap();
        let buried = test.desk.jobs(&admin, JobState::Buried, store::Slice::first(9)).await.unwrap().items;
        assert_eq!(buried.len(), 1);
        assert!(buried[0].last_error.as_deref().unwrap().contains("`send_by_pigeon`"));
        // This one is known, and what it takes with it is not: the worker itself buries it.
        test.desk.work_all().await.unwrap();
    }

    async fn everything_is_put_right_at_the_start_and_stops_when_told(test: &TestDesk) {
        sign_in(test).await;
        test.clock.advance(30 * DAY);
        let stop = CancellationToken::new();
        let running = tokio::spawn({
            let (desk, stop) = (test.desk.clone(), stop.clone());
            async move { desk.reconcile_until(stop).await }
        });
        while sessions(test).await > 0 {
            tokio::task::yield_now().await;
        }
        stop.cancel();
        running.await.unwrap();
    }
}
