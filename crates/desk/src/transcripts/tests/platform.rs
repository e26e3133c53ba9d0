//! The telephony provider as the engine: against the sandbox, which makes texts as the platform does.

use std::time::Duration;

use domain::transcript::{NoText, Speaker, Stage, making};
use domain::{Actor, CallId};
use serde_json::json;

use super::super::Reading;
use crate::calls::tests::pbx::{Caller, call, tell};
use crate::extensions::TranscriptionChange;
use crate::phone::tests::pbx::Bench;
use crate::testing::TestDesk;
use crate::{Refusal, on_both};

/// A moment in which the sandbox may have gone on.
const BEAT: Duration = Duration::from_millis(20);

async fn recognised_by_provider(test: &TestDesk) {
    let change = TranscriptionChange {
        enabled: Some(true),
        recognised_by: Some("provider".to_owned()),
        language: Some("ru".to_owned()),
        ..TranscriptionChange::default()
    };
    let admin = test.admin().await;
    test.desk
        .change_transcription(&admin, &change)
        .await
        .unwrap();
}

/// Somebody calls the sandbox and is recorded there; the session, once the desk has heard of it.
async fn talked(test: &TestDesk, bench: &Bench) -> i64 {
    let order = json!({"direction": "in", "client_number": "79160000002", "scenario": "talked", "speed": 10_000});
    bench.panel("calls", order).await;
    let mut beat = tokio::time::interval(BEAT);
    let session = loop {
        beat.tick().await;
        if let Some(session) = bench.recorded().await {
            break session;
        }
    };
    heard(test, bench, session).await;
    session
}

/// The desk is told that a call is over.
async fn heard(test: &TestDesk, bench: &Bench, session: i64) {
    let (_, token) = test.token(bench.channel).await;
    tell(test, &token, &Caller::new(session).all()).await;
    bench.desk.work_all().await.unwrap();
}

/// Works until the transcript is there or given up.
async fn ended(test: &TestDesk, bench: &Bench, id: CallId) -> Reading {
    let mut beat = tokio::time::interval(BEAT);
    loop {
        beat.tick().await;
        test.clock.advance(60);
        bench.desk.work_all().await.unwrap();
        let reading = bench.desk.transcript(&bench.anna, id).await.unwrap();
        if !reading.making.stage.is_on_its_way() {
            return reading;
        }
    }
}

async fn asked(bench: &Bench, actor: &Actor, id: CallId) -> Stage {
    let making = bench.desk.ask_for_transcript(actor, id).await.unwrap();
    assert!(making.stage.is_on_its_way(), "{making:?}");
    bench.desk.work_all().await.unwrap();
    bench.desk.transcript(actor, id).await.unwrap().making.stage
}

on_both! {
    async fn the_provider_makes_the_text_and_is_waited_for(test: &TestDesk) {
        let bench = Bench::over(test).await;
        recognised_by_provider(test).await;
        let session = talked(test, &bench).await;
        let id = call(test, bench.channel, session).await.id;
        let stage = asked(&bench, &bench.anna, id).await;
        if stage.is_on_its_way() {
            assert_eq!(stage, Stage::Waiting(making::AT_PROVIDER.to_owned()));
        }
        let reading = ended(test, &bench, id).await;
        assert_eq!(reading.making.stage, Stage::Ready);
        assert_eq!((reading.making.engine.as_str(), reading.making.language.as_str()), ("UIS VoiceNavigator", "ru"));
        let said: Vec<_> = reading.lines.iter().map(|seen| (seen.line.speaker, seen.line.text.as_str())).collect();
        assert_eq!(said[0], (Speaker::Agent, "Ромашка, добрый день, слушаю вас"));
        assert_eq!((said.len(), said[3]), (4, (Speaker::Client, "Тысяча сто двадцать один")));
        assert!(reading.lines.iter().all(|seen| seen.line.words.is_empty()));
        assert_eq!(bench.desk.work_all().await.unwrap(), 0);
    }

    async fn what_the_tariff_lacks_is_told_and_nothing_waits_for_ever(test: &TestDesk) {
        let bench = Bench::over(test).await;
        recognised_by_provider(test).await;
        let session = talked(test, &bench).await;
        let id = call(test, bench.channel, session).await.id;
        bench.panel("faults", json!({"components_off": ["data_api_settings"]})).await;
        let stage = asked(&bench, &bench.anna, id).await;
        assert_eq!(stage, Stage::Failed(NoText::NoComponent, String::new()));
        bench.panel("faults", json!({"components_off": [], "api_trouble": "token_expired"})).await;
        assert_eq!(asked(&bench, &bench.anna, id).await, Stage::Failed(NoText::NoKey, String::new()));
        bench.panel("faults", json!({"api_trouble": "html"})).await;
        let stage = asked(&bench, &bench.anna, id).await;
        assert_eq!(stage, Stage::Waiting(making::AT_PROVIDER.to_owned()));
        test.clock.advance(7 * 3600);
        bench.desk.work_all().await.unwrap();
        let stage = bench.desk.transcript(&bench.anna, id).await.unwrap().making.stage;
        assert_eq!(stage, Stage::Failed(NoText::NotInTime, String::new()));
        bench.panel("faults", json!({"api_trouble": "none"})).await;
        asked(&bench, &bench.anna, id).await;
        assert_eq!(ended(test, &bench, id).await.making.stage, Stage::Ready);
    }

    async fn a_call_of_which_the_provider_has_no_sound_has_no_text(test: &TestDesk) {
        let bench = Bench::over(test).await;
        recognised_by_provider(test).await;
        heard(test, &bench, 4_242).await;
        let id = call(test, bench.channel, 4_242).await.id;
        assert_eq!(asked(&bench, &bench.anna, id).await, Stage::Failed(NoText::Gone, String::new()));
    }

    async fn without_a_key_one_is_told_so(test: &TestDesk) {
        recognised_by_provider(test).await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &Caller::new(1).all()).await;
        test.desk.work_all().await.unwrap();
        let (anna, id) = (test.agent("anna", &[channel]).await, call(test, channel, 1).await.id);
        test.desk.ask_for_transcript(&anna, id).await.unwrap();
        test.desk.work_all().await.unwrap();
        let stage = test.desk.transcript(&anna, id).await.unwrap().making.stage;
        assert_eq!(stage, Stage::Failed(NoText::NoKey, String::new()));
        let refused = test.desk.change_transcription(&anna, &TranscriptionChange::default()).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(_))));
        let wrong = TranscriptionChange { recognised_by: Some("oracle".to_owned()), ..TranscriptionChange::default() };
        let refused = test.desk.change_transcription(&test.admin().await, &wrong).await;
        assert!(matches!(refused, Err(Refusal::Invalid(_))), "{refused:?}");
    }
}
