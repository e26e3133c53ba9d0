//! A call in short: asked of the service that is set, in the many ways services answer; never sent anywhere otherwise.

use std::time::Duration;

use domain::summary::{NoSummary, Stage};
use domain::{Actor, Call, Speaker};
use serde_json::{Value, json};
use store::jobs::JobState;
use wiremock::matchers::{header, method};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::{SummaryChange, SummaryView};
use crate::calls::tests::pbx::{Caller, call, tell};
use crate::testing::{TestDesk, said};
use crate::{Denied, Desk, Refusal, on_both};

const TOLD: &str =
    r#"{"topic":"Заказ","outcome":"Перезвонят","promises":["Агент перезвонит завтра"]}"#;

fn telling(content: &str) -> ResponseTemplate {
    let answer = json!({"choices": [{"message": {"role": "assistant", "content": content}}]});
    ResponseTemplate::new(200).set_body_json(answer)
}

async fn answers(service: &MockServer, answer: ResponseTemplate) {
    service.reset().await;
    Mock::given(method("POST"))
        .respond_with(answer)
        .mount(service)
        .await;
}

async fn set(test: &TestDesk, service: &MockServer) -> SummaryView {
    let change = SummaryChange {
        enabled: Some(true),
        url: Some(format!("{}/v1/chat/completions", service.uri())),
        model: Some("small".to_owned()),
        key: Some("sk-secret".to_owned()),
        version: None,
    };
    test.desk
        .change_summary(&test.admin().await, &change)
        .await
        .unwrap()
}

/// A call that was transcribed: the desk, who asks, the call.
async fn transcribed(test: &TestDesk) -> (Desk, Actor, Call) {
    let channel = test.channel().await;
    let (_, token) = test.token(channel).await;
    tell(test, &token, &Caller::new(1).all()).await;
    test.desk.work_all().await.unwrap();
    let call = call(test, channel, 1).await;
    let mut tx = test.store.begin().await.unwrap();
    let making = domain::transcript::Making {
        call_id: call.id,
        channel_id: channel,
        stage: domain::transcript::Stage::Ready,
        engine: "whisper of tests".to_owned(),
        language: "ru".to_owned(),
        asked_by: None,
        asked_at: test.desk.now(),
        finished_at: Some(test.desk.now()),
    };
    store::transcripts::put(&mut tx, &making, test.desk.now())
        .await
        .unwrap();
    let part = domain::transcript::Part {
        recording: 0,
        beside: 0,
        transcript: said(&[
            (Speaker::Agent, 0, "Компания Нитка."),
            (Speaker::Client, 3, "Где заказ? Карта 4276 3800 1234 5679."),
        ]),
    };
    let lines = domain::transcript::lines(&[part]);
    store::transcripts::put_lines(&mut tx, call.id, &lines)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    (
        test.desk.clone(),
        test.agent("anna", &[channel]).await,
        call,
    )
}

async fn asked(desk: &Desk, anna: &Actor, call: &Call) -> Stage {
    desk.ask_for_summary(anna, call.id).await.unwrap();
    desk.work_all().await.unwrap();
    desk.summary(anna, call.id).await.unwrap().stage
}

async fn requests(service: &MockServer) -> Vec<Value> {
    let all = service.received_requests().await.unwrap();
    all.iter().map(|one| one.body_json().unwrap()).collect()
}

on_both! {
    async fn a_call_is_summed_up_without_what_is_not_for_everybody(test: &TestDesk) {
        let service = MockServer::start().await;
        let (desk, anna, call) = transcribed(test).await;
        let refused = desk.ask_for_summary(&anna, call.id).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::SummariesOff))), "{refused:?}");
        Mock::given(method("POST")).and(header("authorization", "Bearer sk-secret"))
            .respond_with(telling(TOLD)).expect(1).mount(&service).await;
        assert!(set(test, &service).await.has_key);
        let Stage::Ready(told) = asked(&desk, &anna, &call).await else { panic!("no summary") };
        assert_eq!((told.topic.as_str(), told.outcome.as_str(), told.promises.len()), ("Заказ", "Перезвонят", 1));
        let sent = requests(&service).await;
        assert_eq!(sent[0]["model"], "small");
        let messages = sent[0]["messages"].to_string();
        assert!(messages.contains("Нитка") && messages.contains("по-русски") && messages.contains("••••"), "{messages}");
        assert!(!messages.contains("4276") && !messages.contains("5679"), "{messages}");
        asked(&desk, &anna, &call).await;
        assert_eq!(requests(&service).await.len(), 1, "what is there is not asked for again");
        let stranger = test.agent("stranger", &[]).await;
        assert!(matches!(desk.summary(&stranger, call.id).await, Err(Refusal::NotFound(_))));
        let internal = test.internal(&[call.channel_id]).await;
        assert!(desk.ask_for_summary(&internal, call.id).await.is_err());
    }

    async fn a_service_that_does_not_answer_well_is_asked_again_and_given_up_with_a_sentence(test: &TestDesk) {
        let service = MockServer::start().await;
        let (desk, anna, call) = transcribed(test).await;
        set(test, &service).await;
        let bad = [
            ResponseTemplate::new(500),
            ResponseTemplate::new(429).set_body_json(json!({"error": {"message": "slow down"}})),
            ResponseTemplate::new(200).set_body_raw("<!doctype html>", "text/html"),
            telling("не могу"),
            telling("{\"topic\": \"обрыв"),
        ];
        for answer in bad {
            answers(&service, answer).await;
            assert_eq!(asked(&desk, &anna, &call).await, Stage::Waiting);
            assert_eq!(test.jobs(JobState::Queued).await, 1);
            test.clock.advance(900);
        }
        answers(&service, ResponseTemplate::new(401).set_body_json(json!({"error": {"message": "no such key"}}))).await;
        let refused = NoSummary::Refused { status: 401, said: "no such key".to_owned() };
        assert_eq!(asked(&desk, &anna, &call).await, Stage::Failed(refused));
        answers(&service, telling("не могу")).await;
        assert_eq!(asked(&desk, &anna, &call).await, Stage::Waiting);
        test.clock.advance(3 * 3600);
        assert!(matches!(asked(&desk, &anna, &call).await, Stage::Failed(_)), "patience has an end");
        answers(&service, telling(TOLD)).await;
        assert!(matches!(asked(&desk, &anna, &call).await, Stage::Ready(_)));
    }

    async fn a_slow_service_is_waited_for_so_long_and_no_longer(test: &TestDesk) {
        let service = MockServer::start().await;
        answers(&service, telling(TOLD).set_delay(Duration::from_secs(60))).await;
        let (url, patience) = (service.uri(), Duration::from_millis(50));
        let asking = test.desk.outbound.ask_json(&url, None, "{}".into(), patience);
        assert!(asking.await.is_err());
    }

    async fn the_settings_are_for_administrators_and_the_key_is_never_shown(test: &TestDesk) {
        let service = MockServer::start().await;
        let admin = test.admin().await;
        let view = test.desk.summary_settings(&admin).await.unwrap();
        assert!(!view.settings.enabled && !view.has_key);
        let view = set(test, &service).await;
        assert!(view.has_key && !format!("{view:?}").contains("sk-secret"));
        let change = |url: &str, key: Option<&str>| SummaryChange {
            url: Some(url.to_owned()),
            key: key.map(str::to_owned),
            ..SummaryChange::default()
        };
        for wrong in ["ftp://host", "что-то", ""] {
            let refused = test.desk.change_summary(&admin, &change(wrong, None)).await;
            assert!(matches!(refused, Err(Refusal::Invalid(_))), "{wrong}: {refused:?}");
        }
        let view = test.desk.change_summary(&admin, &change("http://127.0.0.1:1/x", Some(""))).await.unwrap();
        assert!(!view.has_key && view.settings.enabled);
        let anna = test.agent("anna", &[]).await;
        assert!(test.desk.summary_settings(&anna).await.is_err());
        assert!(test.desk.change_summary(&anna, &SummaryChange::default()).await.is_err());
        let late = SummaryChange { version: Some(0), ..SummaryChange::default() };
        assert!(matches!(test.desk.change_summary(&admin, &late).await, Err(Refusal::Changed)));
    }

    async fn while_it_is_off_nothing_is_sent(test: &TestDesk) {
        let service = MockServer::start().await;
        answers(&service, telling(TOLD)).await;
        let (desk, anna, call) = transcribed(test).await;
        set(test, &service).await;
        desk.ask_for_summary(&anna, call.id).await.unwrap();
        let off = SummaryChange { enabled: Some(false), ..SummaryChange::default() };
        desk.change_summary(&test.admin().await, &off).await.unwrap();
        desk.work_all().await.unwrap();
        assert!(matches!(desk.summary(&anna, call.id).await.unwrap().stage, Stage::Failed(_)));
        assert!(requests(&service).await.is_empty());
    }
}
