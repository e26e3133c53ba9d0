//! Recordings on pages: how far each is, who may listen, what supervisors see, a channel's rules.

use desk::on_both;
use desk::testing::TestDesk;
use domain::SoundKind;
use domain::recording::{Kept, Mishap, State};
use store::recordings;

use super::*;

/// The recording of the one call there is becomes this, as far as a page can see.
pub(super) async fn becomes(test: &TestDesk, state: State) {
    let mut tx = test.store.begin().await.unwrap();
    let slice = store::Slice::first(1);
    let filter = store::calls::CallFilter::default();
    let calls = store::calls::list(&mut tx, &filter, &domain::Reach::All, slice);
    let call = calls.await.unwrap().items[0].id;
    let mut all = recordings::of_calls(&mut tx, &[call]).await.unwrap();
    all[0].state = state;
    recordings::save(&mut tx, &all[0]).await.unwrap();
    tx.commit().await.unwrap();
}

pub(super) fn kept(test: &TestDesk) -> State {
    State::Kept(Kept {
        place: "rec.mp3".to_owned(),
        kind: SoundKind::Mp3,
        bytes: 3 << 20,
        sha256: String::new(),
        at: test.desk.now(),
        milliseconds: Some(45_000),
    })
}

on_both! {
    async fn each_state_is_told_in_words(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (actor, anna) = anna(&web, channel).await;
        let path = format!("/calls/call_{}", call_id(&anna).await);
        let now = test.desk.now();
        let states = [
            (State::Expected(None), "Запись скоро появится"),
            (State::Expected(Some((Mishap::NotReady, now))), "Провайдер ещё готовит запись. Следующая попытка в 16:29:07"),
            (State::Expected(Some((Mishap::Storage, now))), "хранилище записей не приняло файл. Следующая попытка"),
            (State::Fetching(Some(62)), "Сохраняем запись, 62 %"),
            (State::Gone(now), "Записи больше нет"),
            (State::Failed(Mishap::Refused(503), now), "Запись не сохранена: провайдер ответил кодом 503"),
            (State::Removed(now), "вышел срок хранения"),
        ];
        for (state, said) in states {
            let (plays, retries) = (matches!(state, State::Fetching(_) | State::Expected(Some((Mishap::Storage, _)))), matches!(state, State::Gone(_) | State::Failed(..)));
            becomes(test, state).await;
            let page = anna.read(&path).await;
            says(&page, &[said]);
            assert_eq!((page.contains("<sound-player"), page.contains("Повторить")), (plays, retries), "{said}");
        }
        becomes(test, kept(test)).await;
        let page = anna.read(&path).await;
        says(&page, &["Скачать", "data-wave=", "/recordings/0/wave", "data-seconds=\"45\"", "preload=\"none\"", "Вперёд на 10 секунд"]);
        anna.in_english(&actor).await;
        says(&anna.read(&path).await, &["Download", "Forward 10 seconds"]);
        becomes(test, State::Failed(Mishap::NotSound, now)).await;
        says(&anna.read(&path).await, &["The recording is not kept: something else came in place of sound.", "Try again"]);
        assert_eq!(anna.done(&format!("{path}/recordings/0/fetch"), &[]).await, path);
        says(&anna.read(&path).await, &["The recording will be here soon"]);
        test.desk.work_all().await.unwrap();
    }

    async fn whoever_may_not_listen_gets_no_player(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        becomes(test, kept(test)).await;
        let (_, anna) = anna(&web, channel).await;
        let path = format!("/calls/call_{}", call_id(&anna).await);
        let pavel = Browser::of(&web, &test.internal(&[channel]).await).await;
        let page = pavel.read(&path).await;
        says(&page, &["Слушать записи этого звонка вам нельзя"]);
        for part in ["<sound-player", "Скачать", "data-wave", "Кто слушал"] {
            assert!(!page.contains(part), "{part}");
        }
        for end in ["recordings/0", "recordings/0?file", "recordings/0/wave"] {
            assert_eq!(pavel.open(&format!("{path}/{end}")).await.status, 403, "{end}");
        }
        let page = anna.read(&path).await;
        assert!(page.contains("<sound-player") && !page.contains("Кто слушал"));
    }

    async fn supervisors_forbid_deleting_and_see_who_listened(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        becomes(test, kept(test)).await;
        let (anna, browser) = anna(&web, channel).await;
        let path = format!("/calls/call_{}", call_id(&browser).await);
        let boss = Browser::of(&web, &test.supervisor().await).await;
        says(&boss.read(&path).await, &["Запретить удаление", "Кто слушал", "ещё никто не слушал"]);
        let mut tx = test.store.begin().await.unwrap();
        let one = recordings::of_calls(&mut tx, &[path.trim_start_matches("/calls/").parse().unwrap()]).await.unwrap().remove(0);
        let listen = recordings::Listen { recording: one.id, agent: anna.agent, deed: recordings::Deed::Downloaded, at: test.desk.now() };
        recordings::heard(&mut tx, &listen).await.unwrap();
        tx.commit().await.unwrap();
        says(&boss.read(&path).await, &[anna.name.as_str(), "скачал(а)"]);
        let page = boss.refused(&format!("{path}/recordings/hold"), &[("reason", " ")]).await;
        says(&page, &["aria-invalid=\"true\"", "Заполните это поле"]);
        boss.done(&format!("{path}/recordings/hold"), &[("reason", "спор с клиентом"), ("whole_ticket", "on")]).await;
        says(&boss.read(&path).await, &["Удалять нельзя:", "спор с клиентом", "для всего запроса", "Снять запрет"]);
        boss.done(&format!("{path}/recordings/release"), &[]).await;
        says(&boss.read(&path).await, &["Запретить удаление"]);
    }

    async fn a_channels_rules_are_tried_out_and_changed(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let admin = Browser::of(&web, &test.admin().await).await;
        let path = format!("/channels/{channel}/recordings");
        says(&admin.read(&format!("/channels/{channel}")).await, &[&format!("href=\"{path}\"")]);
        says(&admin.read(&path).await, &["1 запись пока есть только у UIS", "Все, кто работает в канале", "value=\"30\"", "Не удалось сохранить"]);
        becomes(test, kept(test)).await;
        test.clock.advance(3 * 24 * 3600);
        let page = admin.read(&format!("{path}?keep_days=2")).await;
        says(&page, &["value=\"2\"", "этой ночью уйдёт записей: 1, 3 МБ", "Сохранены у нас"]);
        says(&admin.read(&format!("{path}?keep_days=30")).await, &["сейчас ничего не уйдёт"]);
        let page = admin.refused(&path, &[("keep_days", "много"), ("provider_days", "90"), ("listening", "own_calls"), ("agent_side", "0")]).await;
        says(&page, &["value=\"много\"", "aria-invalid=\"true\""]);
        let right = [("keep_days", "365"), ("provider_days", "90"), ("listening", "own_calls"), ("agent_side", "1")];
        assert_eq!(admin.done(&path, &right).await, path);
        says(&admin.read(&path).await, &["value=\"own_calls\" checked", "value=\"365\"", "value=\"90\"", "<option value=\"1\" selected>"]);
        let (_, anna) = anna(&web, channel).await;
        assert_eq!(anna.open(&path).await.status, 403);
    }
}
