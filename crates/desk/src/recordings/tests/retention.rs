//! What was kept long enough goes at night, unless it must stay.

use domain::recording::{Listening, State};
use domain::{Actor, Call};

use super::{SOUND, Scene, sound};
use crate::calls::tests::pbx::{Caller, call};
use crate::recordings::RulesForm;
use crate::testing::moment;
use crate::{Denied, Refusal, Why, on_both};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// The test begins at 16:29 by the channel's clock: so long until three at night.
const UNTIL_NIGHT: i64 = 10 * HOUR + 40 * 60;

/// A call of today with a kept recording.
async fn kept(scene: &Scene<'_>) -> Call {
    scene.answers(0, sound()).await;
    let call = scene.call_ends().await;
    scene.desk.work_all().await.unwrap();
    call
}

async fn keep_for(scene: &Scene<'_>, admin: &Actor, days: i64) {
    let form = RulesForm {
        keep_days: Some(Some(days)),
        ..RulesForm::default()
    };
    scene
        .desk
        .set_recording_rules(admin, scene.channel, &form)
        .await
        .unwrap();
}

on_both! {
    async fn what_is_old_goes_at_night_and_what_is_held_stays(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let (admin, call) = (test.admin().await, kept(&scene).await);
        keep_for(&scene, &admin, 1).await;
        scene.desk.hold_recordings(&admin, call.id, true, "спор с клиентом").await.unwrap();
        test.clock.advance(2 * DAY);
        let going = scene.desk.what_would_go(&admin, scene.channel, 1).await.unwrap();
        assert_eq!((going.goes, going.stays.unwrap().count), (None, 1));
        test.clock.advance(UNTIL_NIGHT);
        scene.desk.remove_old_recordings().await.unwrap();
        assert!(scene.the_one(call.id).await.kept().is_some(), "it must stay");

        scene.desk.release_recordings(&admin, call.id).await.unwrap();
        let going = scene.desk.what_would_go(&admin, scene.channel, 1).await.unwrap();
        let goes = going.goes.unwrap();
        assert_eq!((goes.count, goes.bytes), (1, SOUND.len() as i64));
        test.clock.advance(-HOUR);
        scene.desk.remove_old_recordings().await.unwrap();
        assert!(scene.the_one(call.id).await.kept().is_some(), "it is not night");
        test.clock.advance(HOUR);
        scene.desk.remove_old_recordings().await.unwrap();
        scene.desk.work_all().await.unwrap();
        let one = scene.the_one(call.id).await;
        assert_eq!((one.state, scene.files()), (State::Removed(moment(2 * DAY + UNTIL_NIGHT)), 0));
        let gone = scene.desk.sound_file(one.id).await;
        assert!(gone.is_err());
        assert!(matches!(scene.desk.wave(&admin, call.id, 0).await, Err(Refusal::NotFound(_))));
        let again = scene.desk.retry_recording(&admin, call.id, 0).await;
        again.unwrap();
        assert_eq!(scene.desk.work_all().await.unwrap(), 0, "what was removed is not fetched again");
    }

    async fn young_recordings_and_channels_without_a_rule_keep_all(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let (admin, call) = (test.admin().await, kept(&scene).await);
        test.clock.advance(UNTIL_NIGHT + 400 * DAY);
        scene.desk.remove_old_recordings().await.unwrap();
        keep_for(&scene, &admin, 401).await;
        scene.desk.remove_old_recordings().await.unwrap();
        assert!(scene.the_one(call.id).await.kept().is_some());
    }

    async fn rules_are_the_administrators_and_wrong_ones_are_told_apart(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let admin = test.admin().await;
        let wrong = RulesForm {
            listening: Some("всем".to_owned()), keep_days: Some(Some(0)), provider_days: Some(99_999), agent_side: Some(2),
        };
        let refused = scene.desk.set_recording_rules(&admin, scene.channel, &wrong).await;
        let Err(Refusal::Invalid(faults)) = refused else { panic!("{refused:?}") };
        let fields: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["listening", "keep_days", "provider_days", "agent_side"]);
        let boss = test.supervisor().await;
        let refused = scene.desk.set_recording_rules(&boss, scene.channel, &RulesForm::default()).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::AdminsOnly))), "{refused:?}");
        let right = RulesForm {
            listening: Some("own_calls".to_owned()), keep_days: Some(None), provider_days: Some(90), agent_side: Some(1),
        };
        let call = kept(&scene).await;
        let rules = scene.desk.set_recording_rules(&admin, scene.channel, &right).await.unwrap();
        assert_eq!((rules.listening, rules.keep_days, rules.provider_days), (Listening::OwnCalls, None, 90));
        assert_eq!(scene.the_one(call.id).await.voices, domain::Voices::AgentIn(1), "those that are there too");
        let before = scene.desk.wave(&admin, call.id, 0).await.unwrap();
        keep_for(&scene, &admin, 5).await;
        assert!(before.agent != before.client);
    }

    async fn what_only_the_provider_has_is_counted(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let admin = test.admin().await;
        scene.answers(0, wiremock::ResponseTemplate::new(400)).await;
        scene.call_ends().await;
        let board = scene.desk.recordings_board(&admin, scene.channel).await.unwrap();
        assert_eq!((board.only_there, board.lost_at), (1, Some(moment(30 * DAY))));
        scene.answers(0, sound()).await;
        scene.desk.work_all().await.unwrap();
        let board = scene.desk.recordings_board(&admin, scene.channel).await.unwrap();
        assert_eq!((board.only_there, board.lost_at), (0, None));
        assert_eq!((board.standing.len(), board.standing[0].count), (1, 1));
    }

    async fn who_listened_and_what_is_held_is_for_supervisors(test: &TestDesk) {
        let scene = Scene::set(test).await;
        let call = kept(&scene).await;
        let (anna, boss) = (test.agent("anna", &[scene.channel]).await, test.supervisor().await);
        let played = crate::recordings::How { range: None, deed: store::recordings::Deed::Played };
        scene.desk.recording(&anna, call.id, 0, played).await.unwrap();
        let listens = scene.desk.listeners(&boss, call.id).await.unwrap();
        assert_eq!((listens.len(), listens[0].agent.name.as_str()), (1, anna.name.as_str()));
        assert!(scene.desk.listeners(&anna, call.id).await.is_err());
        assert!(scene.desk.hold_recordings(&anna, call.id, false, "x").await.is_err());
        let empty = scene.desk.hold_recordings(&boss, call.id, false, " ").await;
        let Err(Refusal::Invalid(faults)) = empty else { panic!("{empty:?}") };
        assert_eq!((faults[0].field.as_str(), &faults[0].why), ("reason", &Why::Required));
        scene.desk.hold_recordings(&boss, call.id, false, "суд").await.unwrap();
        let held = scene.desk.recordings_hold(&boss, call.id).await.unwrap().unwrap();
        assert_eq!((held.hold.reason.as_str(), held.whole_ticket), ("суд", false));
        let other = Caller { recordings: 0, ..Caller::new(2) };
        scene.tell(&other.finish()).await;
        let other = self::call(test, scene.channel, 2).await;
        assert_eq!(scene.desk.recordings_hold(&boss, other.id).await.unwrap(), None);
    }
}
