//! Jobs are done once, again when they failed, and buried when they never will be.

use domain::notification::Verdict;
use domain::{At, ChannelId, JobId};
use serde_json::{Value, json};
use store::Slice;
use store::jobs::{Job, JobState, Limit, NewJob};
use tokio_util::sync::CancellationToken;

use super::work::{LIMITS, Work};
use crate::testing::{TestDesk, moment};
use crate::{Denied, Refusal, on_both};

async fn put(test: &TestDesk, kind: &'static str, payload: Value) -> JobId {
    let job = NewJob {
        kind,
        payload,
        run_at: test.desk.now(),
        dedupe_key: None,
    };
    let mut tx = test.store.begin().await.unwrap();
    let id = store::jobs::enqueue(&mut tx, &job, test.desk.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id.unwrap()
}

async fn found(test: &TestDesk, state: JobState, id: JobId) -> Job {
    let mut conn = test.store.read().await.unwrap();
    let page = store::jobs::list(&mut conn, state, Slice::first(50))
        .await
        .unwrap();
    let all: Vec<_> = page.items.iter().map(|job| job.id).collect();
    page.items
        .into_iter()
        .find(|job| job.id == id)
        .unwrap_or_else(|| panic!("{id} is not among {all:?}"))
}

fn replay(channel: ChannelId) -> Value {
    json!({ "channel": channel })
}

/// A notification that cannot be read.
async fn arrive(test: &TestDesk, token: &str) {
    let incoming = crate::ingest::Incoming {
        tokens: vec![token.to_owned()],
        method: "POST".to_owned(),
        query: String::new(),
        content_type: None,
        body: bytes::Bytes::from_static("не уведомление".as_bytes()),
        address: None,
    };
    test.desk.take(incoming).await.unwrap();
}

/// As another worker that then says nothing more.
async fn claim(test: &TestDesk, limits: &[Limit], until: At) {
    let mut tx = test.store.begin().await.unwrap();
    let claimed = store::jobs::claim(&mut tx, limits, "gone", test.desk.now(), until)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(claimed.len(), 1);
}

on_both! {
    async fn a_worker_does_what_it_is_rung_for_and_ends_it_before_it_stops(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let stop = CancellationToken::new();
        let worker = tokio::spawn({
            let (desk, stop) = (test.desk.clone(), stop.clone());
            async move { desk.work_until(stop).await }
        });
        test.desk.replay_all(&admin, channel).await.unwrap();
        while test.jobs(JobState::Queued).await > 0 {
            tokio::task::yield_now().await;
        }
        stop.cancel();
        worker.await.unwrap();
        assert_eq!(test.jobs(JobState::Done).await, 1);
    }

    async fn a_worker_that_is_told_to_stop_begins_nothing_more(test: &TestDesk) {
        let channel = test.channel().await;
        let stop = CancellationToken::new();
        stop.cancel();
        let id = put(test, "replay_channel", replay(channel)).await;
        test.desk.work_until(stop).await;
        found(test, JobState::Queued, id).await;
        assert_eq!(test.desk.work_all().await.unwrap(), 1);
    }

    async fn as_many_calls_are_transcribed_at_once_as_the_engine_has_workers(test: &TestDesk) {
        for _ in 0..4 {
            put(test, "transcribe", json!({ "call": domain::CallId::at(test.desk.now()) })).await;
        }
        let options = crate::Options { transcribing: 3, ..crate::Options::default() };
        let claimed = test.another_desk(options).claim("one").await.unwrap();
        assert_eq!(claimed.len(), 3);
        assert_eq!(test.desk.claim("two").await.unwrap().len(), 0, "the place is taken");
        test.clock.advance(60);
        test.desk.work_all().await.unwrap();
    }

    async fn a_job_whose_worker_went_away_is_taken_up(test: &TestDesk) {
        let channel = test.channel().await;
        let id = put(test, "replay_channel", replay(channel)).await;
        claim(test, &LIMITS, moment(60)).await;
        test.clock.advance(59);
        assert_eq!(test.desk.work_all().await.unwrap(), 0);
        test.clock.advance(1);
        assert_eq!(test.desk.work_all().await.unwrap(), 1);
        assert_eq!(found(test, JobState::Done, id).await.attempt, 2);
    }

    async fn a_desk_without_other_nodes_goes_on_at_once_after_it_was_cut_off(test: &TestDesk) {
        let channel = test.channel().await;
        let id = put(test, "replay_channel", replay(channel)).await;
        claim(test, &LIMITS, moment(60)).await;
        test.desk.take_over().await.unwrap();
        if test.desk.has_other_nodes() {
            assert_eq!(test.desk.work_all().await.unwrap(), 0, "another node may be at work");
            test.clock.advance(60);
        }
        assert_eq!(test.desk.work_all().await.unwrap(), 1);
        assert_eq!(found(test, JobState::Done, id).await.attempt, 2);
    }

    async fn a_worker_keeps_its_job_by_a_word_until_another_has_it(test: &TestDesk) {
        let channel = test.channel().await;
        let id = put(test, "replay_channel", replay(channel)).await;
        claim(test, &LIMITS, moment(60)).await;
        test.clock.advance(40);
        assert!(test.desk.say_a_word(id, "gone").await.unwrap());
        test.clock.advance(40);
        assert_eq!(test.desk.work_all().await.unwrap(), 0, "the word has kept it");
        test.clock.advance(20);
        assert_eq!(test.desk.work_all().await.unwrap(), 1);
        assert!(!test.desk.say_a_word(id, "gone").await.unwrap());
    }

    async fn a_job_that_kills_its_worker_each_time_is_buried(test: &TestDesk) {
        let channel = test.channel().await;
        let id = put(test, "replay_channel", replay(channel)).await;
        for _ in 0..15 {
            claim(test, &LIMITS, test.desk.now()).await;
        }
        test.desk.work_all().await.unwrap();
        let buried = found(test, JobState::Buried, id).await;
        assert!(buried.last_error.unwrap().contains("went away"));
    }

    async fn a_job_that_cannot_be_read_is_buried_with_the_reason_and_revived_by_hand(test: &TestDesk) {
        let admin = test.admin().await;
        let id = put(test, "replay_channel", json!({ "channel": "офис" })).await;
        test.desk.work_all().await.unwrap();
        let buried = found(test, JobState::Buried, id).await;
        assert!(buried.last_error.unwrap().contains("`replay_channel`"));
        let anna = test.agent("anna", &[]).await;
        let refused = test.desk.revive_job(&anna, id).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::AdminsOnly))), "{refused:?}");
        test.desk.revive_job(&admin, id).await.unwrap();
        assert_eq!(test.desk.jobs(&admin, JobState::Queued, Slice::first(9)).await.unwrap().items.len(), 1);
        test.desk.work_all().await.unwrap();
        let refused = test.desk.revive_job(&admin, JobId::at(moment(0))).await;
        assert!(matches!(refused, Err(Refusal::NotFound(_))), "{refused:?}");
    }

    async fn a_job_interrupted_in_the_middle_does_no_harm_when_done_again(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, secret) = test.token(channel).await;
        let admin = test.admin().await;
        arrive(test, &secret).await;
        test.desk.hear_all().await.unwrap();
        let id = put(test, "replay_channel", replay(channel)).await;
        claim(test, &LIMITS, test.desk.now()).await;
        Work::ReplayChannel { channel }.perform(&test.desk).await.unwrap();
        // The worker died before it could say that it was done.
        assert_eq!(test.desk.work_all().await.unwrap(), 1);
        found(test, JobState::Done, id).await;
        let log = test.desk.notifications(&admin, channel, Some(Verdict::Waiting), Slice::first(9)).await;
        assert_eq!(log.unwrap().items.len(), 1);
    }
}

#[tokio::test]
async fn a_job_that_fails_for_the_moment_is_tried_again_later_and_then_buried() {
    let test = TestDesk::sqlite().await;
    let channel = test.channel().await;
    let id = put(&test, "replay_channel", replay(channel)).await;
    let mut attempts = 0;
    loop {
        let claimed = test.desk.claim("me").await.unwrap();
        let Some(job) = claimed.into_iter().next() else {
            test.clock.advance(6000);
            continue;
        };
        attempts += 1;
        let passing = Refusal::Storage(store::Error::Stopped);
        let failed = Err(super::worker::Failure::of(&passing));
        test.desk.settle(&job, failed).await.unwrap();
        if test.jobs(JobState::Buried).await == 1 {
            break;
        }
        let waits = found(&test, JobState::Queued, id).await;
        assert!(waits.run_at > test.desk.now());
        assert_eq!(
            waits.last_error.as_deref(),
            Some("storage could not do it: the inbox has stopped")
        );
    }
    assert_eq!(attempts, 15);
    test.finish().await;
}

#[test]
fn every_kind_of_work_reads_back_from_its_job_and_has_a_limit() {
    let channel = ChannelId::at(moment(0));
    let reminder = Work::Remind {
        ticket: domain::TicketId::at(moment(0)),
        at: moment(60),
        by: domain::AgentId::at(moment(0)),
    };
    let all = [
        Work::ReplayChannel { channel },
        reminder,
        Work::TestChannel {
            test: domain::ChannelTestId::at(moment(0)),
        },
        Work::RehearsePolicy {
            rehearsal: domain::RehearsalId::at(moment(0)),
        },
        Work::FetchRecording {
            recording: domain::RecordingId::at(moment(0)),
        },
        Work::RemoveSound {
            place: "chan/2026-03/rec.mp3".to_owned(),
        },
        Work::DrawWave {
            recording: domain::RecordingId::at(moment(0)),
        },
        Work::HushSound {
            recording: domain::RecordingId::at(moment(0)),
        },
        Work::Transcribe {
            call: domain::CallId::at(moment(0)),
        },
        Work::Summarise {
            call: domain::CallId::at(moment(0)),
        },
        Work::WriteBack {
            call: domain::CallId::at(moment(0)),
        },
        Work::ImportClients {
            import: domain::ImportId::at(moment(0)),
        },
    ];
    assert_eq!(all.len(), LIMITS.len());
    for work in all {
        let job = Job {
            id: JobId::at(moment(0)),
            kind: work.kind().to_owned(),
            payload: work.payload(),
            dedupe_key: work.key(),
            state: JobState::Running,
            run_at: moment(0),
            attempt: 1,
            worker: None,
            lease_until: None,
            last_error: None,
            created_at: moment(0),
            finished_at: None,
        };
        assert_eq!(Work::of(&job), Some(work));
        assert!(super::is_known(&job.kind));
    }
}
