//! The desk of the tests has what tests stand on.

use domain::{Reach, Role};
use store::jobs::{JobState, NewJob, enqueue};

use super::*;
use crate::on_both;

on_both! {
    async fn people_are_real_rows_with_their_reach(test: &TestDesk) {
        let (one, other) = (test.channel().await, test.channel().await);
        let anna = test.agent("anna", &[one]).await;
        assert_eq!(anna.reach, Reach::Only(vec![one]));
        let again = test.agent("anna", &[other]).await;
        assert_eq!(again.agent, anna.agent);
        assert!(again.reach.covers(Some(one)) && again.reach.covers(Some(other)));
        assert_eq!(test.admin().await.reach, Reach::All);
        assert_eq!(test.supervisor().await.role, Role::Supervisor);
        assert_eq!(test.internal(&[one]).await.role, Role::Internal);
    }

    async fn jobs_left_over_are_seen(test: &TestDesk) {
        let mut tx = test.store.begin().await.unwrap();
        let job = NewJob {
            kind: "nothing",
            payload: serde_json::Value::Null,
            run_at: moment(0),
            dedupe_key: None,
        };
        let id = enqueue(&mut tx, &job, moment(0)).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        assert_eq!(test.jobs(JobState::Queued).await, 1);
        let mut tx = test.store.begin().await.unwrap();
        store::jobs::bury(&mut tx, id, "seen", moment(0)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(test.jobs(JobState::Queued).await, 0);
    }
}
