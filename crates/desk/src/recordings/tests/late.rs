//! Recordings of which no notification told are asked for, against the sandbox.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use crate::calls::tests::pbx::{Caller, call, tell};
use crate::on_both;
use crate::phone::tests::pbx::Bench;
use crate::testing::{BEGINNING, TestDesk};

/// Somebody calls the sandbox now and is recorded there; the desk is told of the call without its recording.
async fn talked(test: &TestDesk, bench: &Bench) -> i64 {
    #[expect(
        clippy::disallowed_methods,
        reason = "the sandbox lives in the real time"
    )]
    let now = Timestamp::now().as_second();
    let order = json!({"direction": "in", "client_number": "79160000002", "scenario": "talked", "speed": 10_000});
    bench.panel("calls", order).await;
    let mut beat = tokio::time::interval(Duration::from_millis(20));
    let session = loop {
        beat.tick().await;
        if let Some(session) = bench.recorded().await {
            break session;
        }
    };
    let caller = Caller {
        recordings: 0,
        started: now - BEGINNING,
        ..Caller::new(session)
    };
    test.clock.advance(now - BEGINNING + caller.finished);
    let (_, token) = test.token(bench.channel).await;
    tell(test, &token, &caller.all()).await;
    session
}

on_both! {
    async fn a_recording_of_which_nobody_told_is_asked_for(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let session = talked(test, &bench).await;
        assert!(call(test, bench.channel, session).await.facts.recordings.is_empty());
        bench.desk.ask_for_late_recordings().await.unwrap();
        bench.desk.hear_all().await.unwrap();
        assert!(call(test, bench.channel, session).await.facts.recordings.is_empty(), "it may still come by itself");

        test.clock.advance(SignedDuration::from_mins(12).as_secs());
        bench.desk.ask_for_late_recordings().await.unwrap();
        bench.desk.hear_all().await.unwrap();
        let heard = call(test, bench.channel, session).await;
        assert_eq!(heard.facts.recordings.len(), 1);
        assert!(heard.facts.recordings[0].contains(&format!("/system/media/talk/{session}/")), "{heard:?}");
        assert_eq!(heard.facts.talk_seconds, Some(45), "nothing else has changed");
        bench.desk.work_all().await.unwrap();
        test.clock.advance(SignedDuration::from_mins(110).as_secs());
        bench.desk.ask_for_late_recordings().await.unwrap();
        bench.desk.hear_all().await.unwrap();
        assert_eq!(call(test, bench.channel, session).await.facts.recordings.len(), 1);
    }
}
