//! What was said: asked for, read as a dialogue, corrected, found, and what was promised in it.

mod after;
mod short;

use std::collections::HashMap;
use std::sync::Arc;

use desk::Options;
use desk::extensions::TranscriptionChange;
use desk::options::ProviderOptions;
use desk::testing::{Engine, TestDesk, said};
use domain::{Provider, Speaker};
use store::testing::TestStore;
use wiremock::matchers::method;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::*;

/// An address of the search.
fn sought(text: &str, more: &str) -> String {
    let text: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    format!("/search?q={text}{more}")
}

/// A provider whose every address is a recording.
async fn provider() -> MockServer {
    let provider = MockServer::start().await;
    let sound = ResponseTemplate::new(200).set_body_raw(&b"ID3 sound"[..], "audio/mpeg");
    Mock::given(method("GET"))
        .respond_with(sound)
        .mount(&provider)
        .await;
    provider
}

/// Desks on both engines of storage, each with an engine of speech and transcription on.
async fn desks(provider: &MockServer) -> Vec<TestDesk> {
    let uis = ProviderOptions {
        media_hosts: vec![provider.address().to_string()],
        ..ProviderOptions::default()
    };
    let options = Options {
        providers: HashMap::from([(Provider::Uis, uis)]),
        ..Options::default()
    };
    let dialogue = said(&[
        (Speaker::Agent, 0, "Компания Нитка, добрый день!"),
        (
            Speaker::Client,
            3,
            "Не приехал [заком] карта 4276 3800 1234 5679.",
        ),
        (Speaker::Agent, 9, "Уточню и перезвоню вам завтра."),
    ]);
    let mut desks = Vec::new();
    for store in [Some(TestStore::sqlite().await), TestStore::postgres().await]
        .into_iter()
        .flatten()
    {
        let engine = Arc::new(Engine::answering([Ok(dialogue.clone())]));
        let test = TestDesk::over(store, options.clone()).with_engine(&engine);
        let on = TranscriptionChange {
            enabled: Some(true),
            ..TranscriptionChange::default()
        };
        test.desk
            .change_transcription(&test.admin().await, &on)
            .await
            .unwrap();
        desks.push(test);
    }
    desks
}

/// A call that was recorded there; Anna, who talked, at her browser; the call's path.
async fn recorded<'a>(web: &'a TestWeb<'a>, provider: &MockServer) -> (Actor, Browser<'a>, String) {
    let channel = web.test.channel().await;
    let (_, token) = web.test.token(channel).await;
    let (actor, anna) = anna(web, channel).await;
    web.test.telephone(actor.agent, "391001", None).await;
    let link = format!("{}/sound", provider.uri());
    web.notify(&token, &finished(1, NUMBER, &[link])).await;
    let path = format!("/calls/call_{}", call_id(&anna).await);
    (actor, anna, path)
}

#[tokio::test]
async fn what_was_said_is_asked_for_and_read_in_the_call_and_in_its_ticket() {
    let provider = provider().await;
    for test in desks(&provider).await {
        let web = TestWeb::over(&test);
        let (actor, anna, path) = recorded(&web, &provider).await;
        for page in [path.as_str(), "/tickets/1"] {
            says(&anna.read(page).await, &["Расшифровать"]);
        }
        let answer = anna
            .send(&format!("{path}/transcript"), &[("next", "/tickets/1")])
            .await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/tickets/1")
        );
        let page = anna.read_after(&answer, "/tickets/1").await;
        says(&page, &["<progress"]);
        says(&page, &["Расшифровка запущена"]);
        let id = path.strip_prefix("/calls/").unwrap();
        says(&page, &[&format!("transcript:{id}")]);
        test.desk.work_all().await.unwrap();

        let page = anna.read(&path).await;
        says(
            &page,
            &[
                "<call-transcript",
                "lang=\"ru\"",
                "data-side=\"operator\"",
                "data-at=\"0\"",
                "0:00",
                "Агент",
                "Нитка",
                "data-side=\"client\"",
                "0:03",
                "class=\"doubtful\">заком",
                "••••",
                "0:09",
                "завтра",
                "распознан автоматически (whisper of tests)",
                "Номера карт",
                "format=srt",
            ],
        );
        assert!(
            !page.contains("Расшифровать<") && !page.contains("5679"),
            "{page}"
        );
        let page = anna.read("/tickets/1").await;
        says(
            &page,
            &[
                "<call-transcript",
                "data-kind=\"transcript\"",
                "Расшифровка звонка",
                "Внутренний",
                "[0:00] Агент: Компания Нитка",
            ],
        );
        let admin = Browser::of(&web, &test.admin().await).await;
        says(&admin.read(&path).await, &["4276", "5679"]);
        let file = anna.open(&format!("{path}/transcript?format=srt")).await;
        assert!(
            file.header("content-disposition").contains(".srt") && file.text().contains("••••"),
            "{file:?}"
        );
        anna.in_english(&actor).await;
        says(
            &anna.read(&path).await,
            &["Recognised automatically", "Numbers of cards"],
        );

        let off = TranscriptionChange {
            enabled: Some(false),
            ..TranscriptionChange::default()
        };
        test.desk
            .change_transcription(&test.admin().await, &off)
            .await
            .unwrap();
        says(&anna.read(&path).await, &["<call-transcript"]);
        test.finish().await;
    }
}
