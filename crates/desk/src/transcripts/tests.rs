//! Transcripts are asked for, made, and read; without sound, engine or leave one is told why.

mod platform;

use std::sync::Arc;

use domain::{Actor, CallId};

use crate::calls::tests::pbx::{Caller, call, tell};
use crate::extensions::TranscriptionChange;
use crate::refusal::Clash;
use crate::testing::{Engine, TestDesk};
use crate::{Denied, Refusal, on_both};

/// A call without recordings that an agent has talked in.
async fn called(test: &TestDesk, recordings: usize) -> (Actor, CallId) {
    let channel = test.channel().await;
    let (_, token) = test.token(channel).await;
    let caller = Caller {
        recordings,
        ..Caller::new(1)
    };
    tell(test, &token, &caller.all()).await;
    (
        test.agent("anna", &[channel]).await,
        call(test, channel, 1).await.id,
    )
}

pub(crate) async fn turn_on(test: &TestDesk) {
    let on = TranscriptionChange {
        enabled: Some(true),
        ..TranscriptionChange::default()
    };
    test.desk
        .change_transcription(&test.admin().await, &on)
        .await
        .unwrap();
}

on_both! {
    async fn whoever_may_not_or_asks_for_nothing_is_told_why(test: &TestDesk) {
        let (anna, call) = called(test, 0).await;
        let refused = test.desk.ask_for_transcript(&anna, call).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::ExtensionOff))), "{refused:?}");
        turn_on(test).await;
        let refused = test.desk.ask_for_transcript(&anna, call).await;
        assert!(matches!(refused, Err(Refusal::Conflict(Clash::NoEngine))), "{refused:?}");
        let internal = test.internal(&[]).await;
        let refused = test.desk.ask_for_transcript(&internal, call).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::InternalOnly))), "{refused:?}");
        let stranger = test.agent("stranger", &[]).await;
        assert!(matches!(test.desk.ask_for_transcript(&stranger, call).await, Err(Refusal::NotFound(_))));
        assert!(matches!(test.desk.transcript(&stranger, call).await, Err(Refusal::NotFound(_))));
        let engine: Arc<dyn domain::Transcriber> = Arc::new(Engine::default());
        let desk = test.desk.clone().with_transcriber(Some(engine));
        assert!(matches!(desk.ask_for_transcript(&anna, call).await, Err(Refusal::Gone)));
    }
}
