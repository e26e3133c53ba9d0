//! What is no recording does no harm, and is told in a word.

use domain::recording::{Mishap, State};
use wiremock::ResponseTemplate;

use super::{SOUND, Scene, sound};
use crate::on_both;
use crate::testing::moment;

/// Until patience with it is over.
async fn given_up(scene: &Scene<'_>, answer: ResponseTemplate) -> State {
    scene.answers(0, answer).await;
    let call = scene.call_ends().await;
    scene.desk.work_all().await.unwrap();
    for _ in 0..100 {
        if scene.the_one(call.id).await.is_awaited() {
            scene.test.clock.advance(3600);
            scene.desk.work_all().await.unwrap();
        }
    }
    assert_eq!(scene.files(), 0);
    scene.the_one(call.id).await.state
}

fn body(content: &[u8], content_type: &str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(content, content_type)
}

on_both! {
    async fn a_page_that_calls_itself_sound_is_none(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let state = given_up(&scene, body(b"<!doctype html><script>alert(1)</script>", "audio/mpeg")).await;
        assert_eq!(state, State::Failed(Mishap::NotSound, moment(3600)));
    }

    async fn nothing_at_all_is_none(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let state = given_up(&scene, body(b"", "audio/mpeg")).await;
        assert_eq!(state, State::Failed(Mishap::Empty, moment(3600)));
    }

    async fn a_packed_file_is_none(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let packed = body(b"\x1f\x8b\x08\0\0\0\0\0\0\x03aaaaaaaaaaaaaaaaaaaaaaaaaaa", "audio/mpeg");
        let state = given_up(&scene, packed.insert_header("content-encoding", "gzip")).await;
        assert_eq!(state, State::Failed(Mishap::NotSound, moment(3600)));
    }

    async fn one_larger_than_allowed_is_refused_at_once(test: &TestDesk) {
        let scene = Scene::with_largest(test, 1000).await;
        assert_eq!(given_up(&scene, sound()).await, State::Failed(Mishap::TooLarge, moment(0)));
    }

    async fn a_provider_that_refuses_is_asked_for_days(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let state = given_up(&scene, ResponseTemplate::new(503)).await;
        let State::Failed(Mishap::Refused(503), at) = state else { panic!("{state:?}") };
        assert!(at >= moment(72 * 3600));
    }

    async fn a_way_to_a_stranger_is_not_taken(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let away = ResponseTemplate::new(302).insert_header("location", "http://127.0.0.1:9/secret");
        assert_eq!(given_up(&scene, away).await, State::Failed(Mishap::HostNotAllowed, moment(0)));
    }

    async fn a_link_to_a_stranger_is_not_even_tried(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let body = crate::calls::tests::pbx::Caller::new(1).finish();
        scene.tell(&body.replace("https://app.uiscom.ru", "http://169.254.169.254")).await;
        let call = crate::calls::tests::pbx::call(test, scene.channel, 1).await;
        assert_eq!(scene.the_one(call.id).await.state, State::Failed(Mishap::HostNotAllowed, moment(0)));
        assert_eq!(scene.desk.work_all().await.unwrap(), 0);
    }

    async fn a_broken_sound_is_kept_and_plays_without_a_drawing(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let mut broken = SOUND[..4].to_vec();
        broken.extend(std::iter::repeat_n(0u8, 5000));
        scene.answers(0, body(&broken, "text/plain")).await;
        let call = scene.call_ends().await;
        scene.desk.work_all().await.unwrap();
        let one = scene.the_one(call.id).await;
        assert_eq!((one.kept().unwrap().bytes, one.kept().unwrap().milliseconds), (5004, None));
    }

    async fn a_storage_that_fails_is_tried_again(test: &TestDesk) {
        let scene = Scene::set(test).await;
        scene.answers(0, sound()).await;
        let folder = test.folder().join("recordings");
        std::fs::remove_dir(&folder).unwrap();
        std::fs::write(&folder, "a file in its place").unwrap();
        let call = scene.call_ends().await;
        scene.desk.work_all().await.unwrap();
        let waits = scene.the_one(call.id).await;
        assert!(matches!(waits.state, State::Expected(Some((Mishap::Storage, _)))), "{waits:?}");
        std::fs::remove_file(&folder).unwrap();
        std::fs::create_dir(&folder).unwrap();
        test.clock.advance(60);
        scene.desk.work_all().await.unwrap();
        assert!(scene.the_one(call.id).await.kept().is_some());
    }
}
