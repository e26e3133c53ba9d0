//! Transcripts: asked for, made by an engine of tests out of the provider's sound, read in every shape.

mod trouble;

use std::collections::HashMap;
use std::sync::Arc;

use desk::Options;
use desk::options::ProviderOptions;
use desk::testing::{Engine, TestDesk, said};
use domain::{NotTranscribed, Provider, Speaker};
use serde_json::json;
use store::testing::TestStore;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::testing::{Caller, TestWeb, finished};

const SOUND: &[u8] = b"ID3 how it sounds";

/// A provider that has a recording at `/sound`, has lost the one at `/gone` and has not made the one at `/soon` yet.
async fn provider() -> MockServer {
    let provider = MockServer::start().await;
    let sound = ResponseTemplate::new(200).set_body_raw(SOUND, "audio/mpeg");
    for (link, answer) in [
        ("/second", sound.clone()),
        ("/sound", sound),
        ("/gone", ResponseTemplate::new(404)),
        ("/soon", ResponseTemplate::new(400)),
    ] {
        Mock::given(method("GET"))
            .and(path(link))
            .respond_with(answer)
            .mount(&provider)
            .await;
    }
    provider
}

fn options(provider: &MockServer) -> Options {
    let uis = ProviderOptions {
        media_hosts: vec![provider.address().to_string()],
        ..ProviderOptions::default()
    };
    Options {
        providers: HashMap::from([(Provider::Uis, uis)]),
        ..Options::default()
    }
}

/// Both engines of storage, one after another.
async fn desks(provider: &MockServer, engine: &Arc<Engine>) -> Vec<TestDesk> {
    let stores = [Some(TestStore::sqlite().await), TestStore::postgres().await];
    let desk = |store| TestDesk::over(store, options(provider)).with_engine(engine);
    stores.into_iter().flatten().map(desk).collect()
}

/// A call with these recordings; its path in the API.
async fn called(web: &TestWeb<'_>, admin: &Caller<'_>, links: &[String]) -> String {
    let (_, token) = web.test.token(web.test.channel().await).await;
    web.notify(&token, &finished(1, "79160000002", links)).await;
    let call = admin.get("/calls").await.good()["items"][0]["id"].clone();
    format!("/calls/{}", call.as_str().unwrap())
}

/// «Расшифровка звонка» is on for the whole desk.
async fn switch_on(admin: &Caller<'_>) {
    let on = json!({"enabled": true});
    admin.patch("/extensions/transcription", on).await.good();
}

fn dialogue() -> domain::Transcript {
    said(&[
        (Speaker::Agent, 0, "Добрый день, слушаю вас."),
        (Speaker::Client, 2, "Карта 4276 3800 1234 [5679] записали?"),
    ])
}

#[tokio::test]
async fn a_call_is_transcribed_once_and_read_in_every_shape() {
    let provider = provider().await;
    let engine = Arc::new(Engine::answering([Ok(dialogue())]));
    for test in desks(&provider, &engine).await {
        let web = TestWeb::over(&test);
        let admin = web.admin().await;
        let call = called(&web, &admin, &[format!("{}/sound", provider.uri())]).await;
        let path = format!("{call}/transcript");
        admin.post(&path, json!({})).await.problem(403);
        admin.get(&path).await.problem(404);
        assert_eq!(admin.get(&call).await.good()["transcript"]["state"], "none");
        let on = admin
            .patch(
                "/extensions/transcription",
                json!({"enabled": true, "names": ["Дозвон"]}),
            )
            .await
            .good();
        assert_eq!(
            (on["enabled"].clone(), on["engine"].clone()),
            (json!(true), json!("whisper of tests"))
        );
        admin
            .patch("/extensions/transcription", json!({"enabled": "maybe"}))
            .await
            .faults();
        admin.get("/extensions/teleport").await.problem(404);

        test.desk.work_all().await.unwrap();
        for _ in 0..2 {
            let begun = admin.post(&path, json!({})).await;
            assert_eq!(begun.status, 202, "{begun:?}");
            assert_eq!(begun.good()["state"], "waiting");
        }
        let before = engine.asked().len();
        assert_eq!(
            test.desk.work_all().await.unwrap(),
            2,
            "two clicks are one transcript, after which the sound is copied without the card's number"
        );
        let asked = engine.asked().split_off(before);
        assert_eq!((asked.len(), asked[0].sound.as_slice()), (1, SOUND));
        assert_eq!(asked[0].wishes.names, ["Дозвон"]);

        let read = admin.get(&path).await.good();
        assert_eq!(
            (&read["state"], &read["language"], &read["engine"]),
            (&json!("ready"), &json!("ru"), &json!("whisper of tests"))
        );
        let segments = read["segments"].as_array().unwrap();
        assert_eq!(segments.len(), 2);
        assert_eq!(
            (&segments[1]["speaker"], &segments[1]["start"]),
            (&json!("client"), &json!(2.0))
        );
        assert_eq!(segments[1]["text"], "Карта 4276 3800 1234 5679 записали?");
        assert_eq!(
            admin.get(&call).await.good()["transcript"]["state"],
            "ready"
        );
        assert_eq!(
            admin.post(&path, json!({})).await.good()["state"],
            "ready",
            "what is done is not begun anew"
        );
        let text = admin.get(&format!("{path}?format=txt")).await;
        assert_eq!(
            text.text(),
            "[0:00] Агент: Добрый день, слушаю вас.\n[0:02] Клиент: Карта 4276 3800 1234 5679 записали?\n"
        );
        assert!(
            admin
                .get(&format!("{path}?format=vtt"))
                .await
                .text()
                .starts_with("WEBVTT")
        );
        assert!(
            admin
                .get(&format!("{path}?format=srt"))
                .await
                .text()
                .starts_with("1\n00:00:00,000 -->")
        );
        admin.get(&format!("{path}?format=doc")).await.faults();

        let anna = web.agent(&[test.channel().await]).await;
        anna.get(&path).await.problem(404);
        let used = admin.get("/extensions/transcription").await.good();
        assert_eq!(used["used_minutes"], 1);
        in_the_timeline(&web, &admin, &call).await;
        test.finish().await;
    }
}

/// The text stands in the ticket as an internal entry; numbers are masked for those who may not see them.
async fn in_the_timeline(web: &TestWeb<'_>, admin: &Caller<'_>, call: &str) {
    let told = admin.get(call).await.good();
    let timeline = format!("/tickets/{}/timeline", told["ticket_id"].as_str().unwrap());
    let entry = async |who: &Caller<'_>| {
        let page = who.get(&timeline).await.good();
        let entries = page["items"].as_array().unwrap().clone();
        let mut said: Vec<_> = entries
            .into_iter()
            .filter(|one| one["kind"] == "transcript")
            .collect();
        assert_eq!(said.len(), 1);
        said.remove(0)
    };
    let text = entry(admin).await["text"].as_str().unwrap().to_owned();
    assert!(text.contains("4276 3800 1234 5679"), "{text}");
    let channel = told["channel_id"].as_str().unwrap().parse().unwrap();
    let anna = web.agent(&[channel]).await;
    let text = entry(&anna).await["text"].as_str().unwrap().to_owned();
    assert!(
        text.contains("Карта •••• записали?") && !text.contains("5679"),
        "{text}"
    );
    let read = anna.get(&format!("{call}/transcript")).await.good();
    assert_eq!(
        (&read["segments"][1]["masked"], &read["segments"][1]["text"]),
        (&json!(true), &json!("Карта •••• записали?"))
    );
}
