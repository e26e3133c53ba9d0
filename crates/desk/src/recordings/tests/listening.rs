//! Who may listen, to what, and that it is written down.

use domain::recording::{Listening, Rules};
use domain::{Actor, Call};
use futures_util::TryStreamExt;
use store::recordings::{self, Deed};
use wiremock::ResponseTemplate;

use super::{SOUND, Scene, sound};
use crate::recordings::How;
use crate::testing::moment;
use crate::{Denied, Refusal, Result, on_both};

const PLAYED: How<'_> = How {
    range: None,
    deed: Deed::Played,
};

async fn heard(
    scene: &Scene<'_>,
    actor: &Actor,
    call: &Call,
    how: How<'_>,
) -> Result<(Vec<u8>, Option<String>, String)> {
    let sound = scene.desk.recording(actor, call.id, 0, how).await?;
    let pieces: Vec<_> = sound.bytes.try_collect().await.unwrap();
    Ok((pieces.concat(), sound.content_range, sound.name))
}

async fn kept(scene: &Scene<'_>) -> Call {
    scene.answers(0, sound()).await;
    let call = scene.call_ends().await;
    scene.desk.work_all().await.unwrap();
    // From here on nothing but the storage has it.
    scene.answers(0, ResponseTemplate::new(404)).await;
    call
}

on_both! {
    async fn what_is_kept_is_heard_when_the_provider_has_it_no_more(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let call = kept(&scene).await;
        let anna = test.agent("anna", &[scene.channel]).await;
        let (whole, range, name) = heard(&scene, &anna, &call, PLAYED).await.unwrap();
        assert!(whole == SOUND);
        assert_eq!((range, name.as_str()), (None, "2026-03-28_16-29_79160000002.mp3"));
        let part = How { range: Some("bytes=100-199"), deed: Deed::Played };
        let (part, range, _) = heard(&scene, &anna, &call, part).await.unwrap();
        assert_eq!((&part[..], range), (&SOUND[100..200], Some(format!("bytes 100-199/{}", SOUND.len()))));
        assert!(scene.provider.received_requests().await.unwrap().is_empty());
    }

    async fn until_it_is_kept_it_is_heard_from_the_provider(test: &TestDesk) {
        let scene = Scene::set(test).await;
        scene.answers(0, sound()).await;
        let call = scene.call_ends().await;
        let admin = test.admin().await;
        assert!(heard(&scene, &admin, &call, PLAYED).await.unwrap().0 == SOUND);
        scene.desk.work_all().await.unwrap();
    }

    async fn listening_is_a_right_of_its_own(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let call = kept(&scene).await;
        let anna = test.agent("anna", &[scene.channel]).await;
        let stranger = test.agent("boris", &[]).await;
        let internal = test.internal(&[scene.channel]).await;
        let refused = heard(&scene, &internal, &call, PLAYED).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::MayNotListen))), "{refused:?}");
        let refused = heard(&scene, &stranger, &call, PLAYED).await;
        assert!(matches!(refused, Err(Refusal::NotFound(_))), "{refused:?}");
        assert!(heard(&scene, &anna, &call, PLAYED).await.is_ok());
        let mut tx = test.store.begin().await.unwrap();
        let rules = Rules { listening: Listening::OwnCalls, ..Rules::default() };
        recordings::set_rules(&mut tx, scene.channel, &rules).await.unwrap();
        tx.commit().await.unwrap();
        assert!(heard(&scene, &anna, &call, PLAYED).await.is_err());
        assert!(!scene.desk.call(&anna, call.id).await.unwrap().is_audible);
        assert!(heard(&scene, &test.supervisor().await, &call, PLAYED).await.is_ok());
        let refused = scene.desk.retry_recording(&anna, call.id, 0).await;
        assert!(refused.is_err());
    }

    async fn who_listened_and_who_took_it_away_is_known(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let call = kept(&scene).await;
        let (anna, admin) = (test.agent("anna", &[scene.channel]).await, test.admin().await);
        let as_file = How { range: None, deed: Deed::Downloaded };
        heard(&scene, &anna, &call, PLAYED).await.unwrap();
        heard(&scene, &anna, &call, How { range: Some("bytes=5000-"), deed: Deed::Played }).await.unwrap();
        heard(&scene, &admin, &call, How { range: Some("bytes=0-0"), deed: Deed::Played }).await.unwrap();
        test.clock.advance(5);
        heard(&scene, &admin, &call, as_file).await.unwrap();
        let mut conn = test.store.read().await.unwrap();
        let listens = recordings::listens_of(&mut conn, call.id, 10).await.unwrap();
        let told: Vec<_> = listens.iter().map(|one| (one.agent, one.deed, one.at)).collect();
        assert_eq!(told, [(admin.agent, Deed::Downloaded, moment(5)), (anna.agent, Deed::Played, moment(0))]);
    }

    async fn what_is_not_there_is_gone_even_when_the_storage_lost_it(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let call = kept(&scene).await;
        let admin = test.admin().await;
        std::fs::remove_dir_all(test.folder().join("recordings").join(scene.channel.to_string())).unwrap();
        let lost = heard(&scene, &admin, &call, PLAYED).await;
        assert!(matches!(lost, Err(Refusal::Gone)), "{lost:?}");
        let nowhere = scene.desk.recording(&admin, call.id, 7, PLAYED).await;
        assert!(matches!(nowhere.map(drop), Err(Refusal::NotFound(_))));
    }
}
