//! Recordings are fetched, kept, listened to by those who may, and given up when nothing helps.

mod fetching;
mod hostile;
mod hushed;
mod late;
mod listening;
mod retention;

use std::collections::HashMap;

use domain::{Call, CallId, ChannelId, Recording};
use store::recordings;
use wiremock::matchers::{method, path_regex};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::calls::tests::pbx::{Caller, call};
use crate::ingest::Incoming;
use crate::options::ProviderOptions;
use crate::testing::TestDesk;
use crate::{Desk, Options};

/// A real call of two voices.
pub(super) const SOUND: &[u8] = include_bytes!("../../../sandbox/assets/sounds/en_call_stereo.mp3");

/// A provider that keeps recordings, and a desk that may fetch them there.
pub(super) struct Scene<'a> {
    pub(super) test: &'a TestDesk,
    pub(super) desk: Desk,
    pub(super) provider: MockServer,
    pub(super) channel: ChannelId,
    token: String,
}

impl<'a> Scene<'a> {
    pub(super) async fn set(test: &'a TestDesk) -> Self {
        Self::with_largest(test, Options::LARGEST_RECORDING).await
    }

    pub(super) async fn with_largest(test: &'a TestDesk, largest_recording: u64) -> Self {
        let provider = MockServer::start().await;
        let uis = ProviderOptions {
            media_hosts: vec![provider.address().to_string()],
            ..ProviderOptions::default()
        };
        let options = Options {
            providers: HashMap::from([(domain::Provider::Uis, uis)]),
            largest_recording,
            ..Options::default()
        };
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        Self {
            test,
            desk: test.another_desk(options),
            provider,
            channel,
            token,
        }
    }

    /// What the provider answers to the `n`th recording of session 1 from now on.
    pub(super) async fn answers(&self, n: usize, answer: ResponseTemplate) {
        self.provider.reset().await;
        self.adds(n, answer).await;
    }

    pub(super) async fn adds(&self, n: usize, answer: ResponseTemplate) {
        Mock::given(method("GET"))
            .and(path_regex(format!("^/system/media/talk/1/{n:032x}/?$")))
            .respond_with(answer)
            .mount(&self.provider)
            .await;
    }

    /// Sends a body of the PBX and hears it; links lead to this provider.
    pub(super) async fn tell(&self, body: &str) {
        let body = body.replace("https://app.uiscom.ru", &self.provider.uri());
        let incoming = Incoming {
            tokens: vec![self.token.clone()],
            method: "POST".to_owned(),
            query: String::new(),
            content_type: Some("application/json".to_owned()),
            body: body.into(),
            address: None,
        };
        self.desk.take(incoming).await.unwrap();
        self.desk.hear_all().await.unwrap();
    }

    /// A call of session 1 with one recording is over.
    pub(super) async fn call_ends(&self) -> Call {
        self.tell(&Caller::new(1).finish()).await;
        call(self.test, self.channel, 1).await
    }

    pub(super) async fn recordings(&self, call: CallId) -> Vec<Recording> {
        let mut conn = self.test.store.read().await.unwrap();
        recordings::of_calls(&mut conn, &[call]).await.unwrap()
    }

    pub(super) async fn the_one(&self, call: CallId) -> Recording {
        let mut all = self.recordings(call).await;
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    /// How many files lie in the storage.
    pub(super) fn files(&self) -> usize {
        let walk =
            |folder: std::path::PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
        let kept = self.test.folder().join("recordings");
        walk(kept)
            .flat_map(|channel| walk(channel.path()))
            .flat_map(|month| walk(month.path()))
            .count()
    }
}

/// A sound, as the provider sends it.
pub(super) fn sound() -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(SOUND, "audio/mpeg")
}
