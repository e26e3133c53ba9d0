//! What is said and not for everybody is not heard by everybody: not played, not downloaded, not drawn.

use std::sync::Arc;

use domain::{Actor, Call, Speaker};
use futures_util::TryStreamExt;
use jiff::SignedDuration;
use store::recordings::Deed;

use super::{SOUND, Scene, sound};
use crate::on_both;
use crate::recordings::How;
use crate::testing::{Engine, TestDesk, said};
use crate::transcripts::tests::turn_on;

const PLAYED: How<'_> = How {
    range: None,
    deed: Deed::Played,
};
/// The number is said from the fourth second to the end of the fifth, with what an engine may be wrong by.
const HUSHED: std::ops::Range<usize> = 23_000..34_000;

/// A call in which the number of a card was said, transcribed.
async fn said_a_number<'a>(test: &'a TestDesk) -> (Scene<'a>, Call) {
    let mut scene = Scene::set(test).await;
    let dialogue = said(&[
        (Speaker::Agent, 0, "Слушаю вас."),
        (Speaker::Client, 3, "Карта 4276 3800 1234 5679."),
    ]);
    let engine = Arc::new(Engine::answering([Ok(dialogue)]));
    scene.desk = scene.desk.with_transcriber(Some(engine));
    turn_on(test).await;
    scene.answers(0, sound()).await;
    let call = scene.call_ends().await;
    scene.desk.work_all().await.unwrap();
    let admin = test.admin().await;
    scene
        .desk
        .ask_for_transcript(&admin, call.id)
        .await
        .unwrap();
    scene.desk.work_all().await.unwrap();
    (scene, call)
}

async fn heard(scene: &Scene<'_>, actor: &Actor, call: &Call, how: How<'_>) -> (String, Vec<u8>) {
    let sound = scene.desk.recording(actor, call.id, 0, how).await.unwrap();
    let pieces: Vec<_> = sound.bytes.try_collect().await.unwrap();
    (sound.content_type, pieces.concat())
}

/// Samples of a WAV file of two voices, both of a moment together; 8000 moments a second.
fn loudest(wav: &[u8], from: usize, to: usize) -> u16 {
    let samples = wav[44 + from * 4..44 + to * 4].chunks_exact(2);
    let loudness = samples.map(|one| i16::from_le_bytes([one[0], one[1]]).unsigned_abs());
    loudness.max().unwrap()
}

on_both! {
    async fn whoever_may_not_see_a_number_hears_a_tone_in_its_place(test: &TestDesk) {
        let (scene, call) = said_a_number(test).await;
        let (admin, anna) = (test.admin().await, test.agent("anna", &[scene.channel]).await);
        assert!(heard(&scene, &admin, &call, PLAYED).await.1 == SOUND);
        let (kind, whole) = heard(&scene, &anna, &call, PLAYED).await;
        assert_eq!((kind.as_str(), &whole[..4]), ("audio/wav", &b"RIFF"[..]));
        assert!(loudest(&whole, HUSHED.start, HUSHED.end) < 1_000);
        assert!(loudest(&whole, 0, whole.len() / 4 - 11) > 5_000, "the rest is heard");
        let downloaded = How { range: None, deed: Deed::Downloaded };
        assert!(heard(&scene, &anna, &call, downloaded).await.1 == whole);
        let part = How { range: Some("bytes=100000-100099"), deed: Deed::Played };
        let part = scene.desk.recording(&anna, call.id, 0, part).await.unwrap();
        let range = format!("bytes 100000-100099/{}", whole.len());
        assert_eq!((part.content_range.as_deref(), part.length), (Some(range.as_str()), Some(100)));
        assert!(part.name.ends_with(".wav"), "{}", part.name);

        let drawn = scene.desk.wave(&anna, call.id, 0).await.unwrap();
        let open = scene.desk.wave(&admin, call.id, 0).await.unwrap();
        assert_ne!(drawn, open);
        let client = drawn.client.unwrap();
        let column = |moment: usize| moment * client.len() / (whole.len() / 4);
        let quiet = &client[column(HUSHED.start) + 1..column(HUSHED.end)];
        assert!(!quiet.is_empty() && quiet.iter().all(|column| *column < 9), "{quiet:?}");
        let reading = scene.desk.transcript(&anna, call.id).await.unwrap();
        assert_eq!(reading.hushed, [0]);
        assert!(scene.desk.transcript(&admin, call.id).await.unwrap().hushed.is_empty());
        assert_eq!(scene.desk.work_all().await.unwrap(), 0, "the copy is made once");
        assert_eq!(scene.files(), 2);
    }

    async fn a_number_that_was_corrected_away_is_not_heard_either(test: &TestDesk) {
        let (scene, call) = said_a_number(test).await;
        let (admin, anna) = (test.admin().await, test.agent("anna", &[scene.channel]).await);
        scene.desk.correct_line(&admin, call.id, 1, "Номер карты назван.", None).await.unwrap();
        let early = scene.desk.recording(&anna, call.id, 0, PLAYED).await;
        assert!(matches!(early.map(drop), Err(crate::Refusal::NotReady)), "the copy there is may be too open");
        scene.desk.work_all().await.unwrap();
        let (_, whole) = heard(&scene, &anna, &call, PLAYED).await;
        assert!(loudest(&whole, HUSHED.start + 4_000, HUSHED.end - 4_000) < 1_000);
        assert_eq!(scene.files(), 2, "the copy there was is gone");
    }

    async fn the_copy_goes_with_its_recording(test: &TestDesk) {
        let (scene, _) = said_a_number(test).await;
        let form = crate::recordings::RulesForm { keep_days: Some(Some(1)), ..Default::default() };
        scene.desk.set_recording_rules(&test.admin().await, scene.channel, &form).await.unwrap();
        // Three at night by the channel's clock, two days later.
        let night = SignedDuration::from_hours(48) + SignedDuration::from_mins(640);
        test.clock.advance(night.as_secs());
        scene.desk.remove_old_recordings().await.unwrap();
        scene.desk.work_all().await.unwrap();
        assert_eq!(scene.files(), 0);
    }
}
