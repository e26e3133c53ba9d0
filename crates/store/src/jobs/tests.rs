//! The queue keeps its promises on both engines.

use serde_json::json;

use super::*;
use crate::on_both;
use crate::people::at;
use crate::testing::TestStore;
use crate::{Slice, Tx};

const TWO_CALLS: [Limit; 1] = [Limit {
    kind: "call",
    at_once: 2,
}];

fn call(n: i64) -> NewJob {
    NewJob {
        kind: "call",
        payload: json!({ "n": n }),
        run_at: at(n),
        dedupe_key: None,
    }
}

fn only(key: &str, run_at: i64) -> NewJob {
    NewJob {
        dedupe_key: Some(key.to_owned()),
        ..call(run_at)
    }
}

async fn enqueued(tx: &mut Tx, job: NewJob) -> JobId {
    enqueue(tx, &job, at(0)).await.unwrap().unwrap()
}

async fn claimed(tx: &mut Tx, now: i64) -> Vec<JobId> {
    let jobs = claim(tx, &TWO_CALLS, "me", at(now), at(now + 60)).await;
    jobs.unwrap().iter().map(|job| job.id).collect()
}

async fn claimed_alone(test: &TestStore) -> usize {
    let mut tx = test.store.begin().await.unwrap();
    let jobs = claimed(&mut tx, 10).await;
    tx.commit().await.unwrap();
    jobs.len()
}

async fn found(tx: &mut Tx, state: JobState, id: JobId) -> Job {
    let page = list(tx, state, Slice::first(50)).await.unwrap();
    page.items.into_iter().find(|job| job.id == id).unwrap()
}

on_both! {
    async fn of_five_due_jobs_only_as_many_run_as_the_limit_allows(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let mut ids = Vec::new();
        for n in 1..=5 {
            ids.push(enqueued(&mut tx, call(n)).await);
        }
        assert_eq!(claimed(&mut tx, 10).await, ids[..2]);
        assert!(claimed(&mut tx, 11).await.is_empty());
        assert!(finish(&mut tx, ids[1], at(12)).await.unwrap());
        assert_eq!(claimed(&mut tx, 13).await, ids[2..3]);
        assert_eq!(found(&mut tx, JobState::Done, ids[1]).await.finished_at, Some(at(12)));
    }

    async fn workers_that_claim_together_stay_within_the_limit(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        for n in 1..=5 {
            enqueued(&mut tx, call(n)).await;
        }
        tx.commit().await.unwrap();
        let each = tokio::join!(claimed_alone(test), claimed_alone(test), claimed_alone(test));
        assert_eq!(each.0 + each.1 + each.2, 2, "{each:?}");
    }

    async fn a_job_is_claimed_when_due_and_only_by_its_kind(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let id = enqueued(&mut tx, call(5)).await;
        let mail = NewJob { kind: "mail", ..call(1) };
        enqueued(&mut tx, mail).await;
        assert!(claimed(&mut tx, 4).await.is_empty());
        let jobs = claim(&mut tx, &TWO_CALLS, "me", at(5), at(65)).await.unwrap();
        assert_eq!(jobs.len(), 1);
        let job = Job {
            id,
            kind: "call".to_owned(),
            payload: json!({ "n": 5 }),
            dedupe_key: None,
            state: JobState::Running,
            run_at: at(5),
            attempt: 1,
            worker: Some("me".to_owned()),
            lease_until: Some(at(65)),
            last_error: None,
            created_at: at(0),
            finished_at: None,
        };
        assert_eq!(jobs[0], job);
    }

    async fn a_job_whose_worker_went_away_is_claimed_again(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let id = enqueued(&mut tx, call(0)).await;
        assert_eq!(claimed(&mut tx, 0).await, [id]);
        assert!(heartbeat(&mut tx, id, "me", at(90)).await.unwrap());
        assert!(!heartbeat(&mut tx, id, "another", at(900)).await.unwrap());
        assert!(claimed(&mut tx, 89).await.is_empty());
        let again = claim(&mut tx, &TWO_CALLS, "another", at(90), at(150)).await.unwrap();
        assert_eq!((again[0].id, again[0].attempt), (id, 2));
        assert!(!heartbeat(&mut tx, id, "me", at(200)).await.unwrap());
    }

    async fn a_lease_that_ran_out_and_a_due_job_share_the_limit(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let mut ids = Vec::new();
        for n in 1..=4 {
            ids.push(enqueued(&mut tx, call(n)).await);
        }
        assert_eq!(claimed(&mut tx, 10).await, ids[..2]);
        assert!(heartbeat(&mut tx, ids[0], "me", at(500)).await.unwrap());
        assert_eq!(claimed(&mut tx, 100).await, ids[1..2], "the other place is taken");
        assert!(finish(&mut tx, ids[0], at(101)).await.unwrap());
        assert_eq!(claimed(&mut tx, 200).await, ids[1..3]);
    }

    async fn a_failed_job_is_tried_again_and_a_buried_one_revived(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let id = enqueued(&mut tx, call(0)).await;
        claimed(&mut tx, 0).await;
        assert!(retry(&mut tx, id, "refused", at(5)).await.unwrap());
        assert!(!finish(&mut tx, id, at(1)).await.unwrap(), "it does not run");
        assert!(claimed(&mut tx, 4).await.is_empty());
        assert_eq!(claimed(&mut tx, 5).await, [id]);
        assert!(!revive(&mut tx, id, at(6)).await.unwrap());
        assert!(bury(&mut tx, id, "gone", at(7)).await.unwrap());
        let buried = found(&mut tx, JobState::Buried, id).await;
        assert_eq!(buried.last_error.as_deref(), Some("gone"));
        assert_eq!(buried.attempt, 2);
        assert!(claimed(&mut tx, 1000).await.is_empty());
        assert!(revive(&mut tx, id, at(8)).await.unwrap());
        assert_eq!(found(&mut tx, JobState::Queued, id).await.attempt, 0);
        assert_eq!(claimed(&mut tx, 8).await, [id]);
    }

    async fn only_one_job_with_a_key_waits(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let first = enqueued(&mut tx, only("k", 0)).await;
        assert_eq!(enqueue(&mut tx, &only("k", 0), at(1)).await.unwrap(), None);
        enqueued(&mut tx, only("other", 100)).await;
        claimed(&mut tx, 0).await;
        let second = enqueued(&mut tx, only("k", 100)).await;
        // The second waits under the key, so the first goes back into the queue without it.
        assert!(retry(&mut tx, first, "refused", at(5)).await.unwrap());
        assert_eq!(found(&mut tx, JobState::Queued, first).await.dedupe_key, None);
        let kept = found(&mut tx, JobState::Queued, second).await;
        assert_eq!(kept.dedupe_key.as_deref(), Some("k"));
    }

    async fn a_job_tried_again_keeps_its_key(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let id = enqueued(&mut tx, only("k", 0)).await;
        claimed(&mut tx, 0).await;
        retry(&mut tx, id, "refused", at(5)).await.unwrap();
        assert_eq!(enqueue(&mut tx, &only("k", 0), at(1)).await.unwrap(), None);
        bury(&mut tx, id, "gone", at(6)).await.unwrap();
        enqueued(&mut tx, only("k", 100)).await;
        assert!(revive(&mut tx, id, at(7)).await.unwrap());
    }

    async fn jobs_are_counted_listed_by_pages_and_swept(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let mut ids = Vec::new();
        for n in 0..5 {
            ids.push(enqueue(&mut tx, &call(n), at(n)).await.unwrap().unwrap());
        }
        let mut slice = Slice::first(2);
        let mut seen = Vec::new();
        loop {
            let page = list(&mut tx, JobState::Queued, slice).await.unwrap();
            seen.extend(page.items.iter().map(|job| job.id));
            slice.after = page.next;
            if page.next.is_none() {
                break;
            }
        }
        ids.reverse();
        assert_eq!(seen, ids);
        for id in claimed(&mut tx, 10).await {
            finish(&mut tx, id, at(20)).await.unwrap();
        }
        let count = |state, jobs| Count { kind: "call".to_owned(), state, jobs };
        let expected = [count(JobState::Done, 2), count(JobState::Queued, 3)];
        assert_eq!(counts(&mut tx).await.unwrap(), expected);
        assert_eq!(delete_done(&mut tx, at(20)).await.unwrap(), 0);
        assert_eq!(delete_done(&mut tx, at(21)).await.unwrap(), 2);
    }
}
