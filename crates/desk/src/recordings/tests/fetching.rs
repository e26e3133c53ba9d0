//! A recording's way into the desk's own storage.

use domain::recording::{Mishap, State};
use domain::{SoundKind, Voices};
use sha2::{Digest, Sha256};
use store::recordings;
use wiremock::ResponseTemplate;

use super::{SOUND, Scene, sound};
use crate::calls::tests::pbx::{Caller, call};
use crate::on_both;
use crate::testing::moment;

const HOUR: i64 = 3600;

on_both! {
    async fn a_recording_is_kept_measured_and_drawn(test: &TestDesk) {
        let scene = Scene::set(test).await;
        scene.answers(0, sound()).await;
        let call = scene.call_ends().await;
        assert_eq!(scene.the_one(call.id).await.state, State::Expected(None));
        scene.desk.work_all().await.unwrap();
        let one = scene.the_one(call.id).await;
        let kept = one.kept().unwrap();
        assert_eq!((kept.kind, kept.bytes, one.voices), (SoundKind::Mp3, SOUND.len() as i64, Voices::AgentIn(0)));
        assert_eq!(kept.sha256, hex::encode(Sha256::digest(SOUND)));
        assert!(kept.milliseconds.unwrap().abs_diff(47_700) < 1000, "{kept:?}");
        let wave = recordings::wave_of(&mut test.store.read().await.unwrap(), one.id).await.unwrap();
        assert_eq!(wave.unwrap().len(), 2);
        let file = scene.desk.sound_file(one.id).await.unwrap();
        assert_eq!(std::fs::read(file.path()).unwrap(), SOUND);
    }

    async fn one_that_is_not_ready_is_asked_for_again_and_again_and_then_given_up(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let early = || ResponseTemplate::new(400).set_body_string("no files to concat");
        scene.answers(0, early()).await;
        let call = scene.call_ends().await;
        scene.desk.work_all().await.unwrap();
        let waits = scene.the_one(call.id).await;
        let State::Expected(Some((Mishap::NotReady, next))) = waits.state else { panic!("{waits:?}") };
        assert!((4..=6).contains(&(next.as_second() - moment(0).as_second())), "{next}");
        while scene.the_one(call.id).await.is_awaited() {
            test.clock.advance(HOUR);
            scene.desk.work_all().await.unwrap();
        }
        let given_up = scene.the_one(call.id).await;
        assert_eq!(given_up.state, State::Failed(Mishap::NotReady, moment(12 * HOUR)));

        scene.answers(0, sound()).await;
        let admin = test.admin().await;
        scene.desk.retry_recording(&admin, call.id, 0).await.unwrap();
        scene.desk.retry_recording(&admin, call.id, 0).await.unwrap();
        scene.desk.work_all().await.unwrap();
        assert!(scene.the_one(call.id).await.kept().is_some());
        scene.desk.retry_recording(&admin, call.id, 0).await.unwrap();
        assert!(scene.the_one(call.id).await.kept().is_some(), "what is kept stays");
    }

    async fn one_that_is_gone_is_gone_at_once(test: &TestDesk) {
        let scene = Scene::set(test).await;
        scene.answers(0, ResponseTemplate::new(404)).await;
        let call = scene.call_ends().await;
        scene.desk.work_all().await.unwrap();
        assert_eq!(scene.the_one(call.id).await.state, State::Gone(moment(0)));
        assert_eq!(scene.files(), 0);
    }

    async fn a_link_that_comes_late_or_twice_or_first_is_one_recording(test: &TestDesk) {
        let scene = Scene::set(test).await;
        scene.answers(0, sound()).await;
        scene.adds(1, sound()).await;
        let recorded = |n: usize, ending: &str| {
            format!(r#"{{"call_session_id":1,"notification_mnemonic":"talk_record_file","contact_phone_number":"79160000002","direction":"in",
                "file_link":"https://app.uiscom.ru/system/media/talk/1/{n:032x}{ending}"}}"#)
        };
        scene.tell(&recorded(1, "/")).await;
        scene.desk.work_all().await.unwrap();
        let first = call(test, scene.channel, 1).await;
        let early = scene.the_one(first.id).await;
        scene.tell(&Caller { recordings: 2, ..Caller::new(1) }.finish()).await;
        scene.tell(&recorded(0, "")).await;
        scene.tell(&recorded(0, "/")).await;
        scene.desk.work_all().await.unwrap();
        let all = scene.recordings(first.id).await;
        assert_eq!(all.iter().map(|one| (one.n, one.kept().is_some())).collect::<Vec<_>>(), [(0, true), (1, true)]);
        assert_eq!(all[1].id, early.id, "it has only moved to its place");
        assert_eq!(scene.provider.received_requests().await.unwrap().len(), 2, "each was fetched once");
    }

    async fn a_worker_that_dies_in_the_middle_loses_nothing_and_repeats_nothing(test: &TestDesk) {
        let scene = Scene::set(test).await;
        scene.answers(0, sound()).await;
        let call = scene.call_ends().await;
        let one = scene.the_one(call.id).await;
        // It had put the file into the storage, and was killed before it could say so.
        let claimed = scene.desk.claim("killed").await.unwrap();
        assert_eq!(claimed.len(), 1);
        scene.desk.fetch_and_forget(one.id).await;
        assert_eq!((scene.the_one(call.id).await.state, scene.files()), (State::Fetching(None), 1));
        assert_eq!(scene.desk.work_all().await.unwrap(), 0, "it is still the dead one's");
        test.clock.advance(61);
        scene.desk.work_all().await.unwrap();
        assert!(scene.the_one(call.id).await.kept().is_some());
        assert_eq!(scene.files(), 1);
        scene.desk.fetch_recording(one.id).await.unwrap();
        assert_eq!(scene.provider.received_requests().await.unwrap().len(), 2);
    }

    async fn one_whose_job_went_under_is_looked_after(test: &TestDesk) {
        let scene = Scene::set(test).await;
        scene.answers(0, sound()).await;
        let call = scene.call_ends().await;
        let claimed = scene.desk.claim("killed").await.unwrap();
        let mut tx = test.store.begin().await.unwrap();
        store::jobs::bury(&mut tx, claimed[0].id, "too often", moment(0)).await.unwrap();
        tx.commit().await.unwrap();
        scene.desk.look_after_recordings().await.unwrap();
        assert_eq!(scene.desk.work_all().await.unwrap(), 0, "not so soon");
        test.clock.advance(3 * HOUR);
        scene.desk.look_after_recordings().await.unwrap();
        scene.desk.work_all().await.unwrap();
        assert!(scene.the_one(call.id).await.kept().is_some());
    }

    async fn calls_from_before_get_their_recordings_once(test: &TestDesk) {
        let scene = Scene::set(test).await;
        scene.answers(0, sound()).await;
        let mut old = scene.call_ends().await;
        scene.desk.work_all().await.unwrap();
        let mut tx = test.store.begin().await.unwrap();
        old.id = domain::CallId::at(moment(0));
        old.session_id = 2;
        store::calls::put(&mut tx, &old).await.unwrap();
        tx.commit().await.unwrap();
        scene.desk.look_after_recordings().await.unwrap();
        scene.desk.look_after_recordings().await.unwrap();
        scene.desk.work_all().await.unwrap();
        assert!(scene.the_one(old.id).await.kept().is_some());
    }
}
