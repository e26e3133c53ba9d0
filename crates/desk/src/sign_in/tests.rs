//! Browsers are let in and shown out.

use domain::{Actor, SessionId};

use crate::testing::{PASSWORD, TestDesk};
use crate::{Desk, Refusal, Why, on_both};

const DAY: i64 = 24 * 3600;

async fn enter(desk: &Desk, name: &str, password: &str) -> crate::Result<(String, SessionId)> {
    let email = format!("{name}@example.ru");
    let entered = desk
        .sign_in(&email, password, "Firefox 140", Some("203.0.113.7"))
        .await;
    entered.map(|(secret, session)| (secret, session.id))
}

fn is_wrong<T: std::fmt::Debug>(answer: Result<T, Refusal>) -> bool {
    match answer {
        Err(Refusal::Invalid(faults)) => faults.iter().all(|fault| fault.why == Why::WrongSignIn),
        other => panic!("{other:?}"),
    }
}

fn is_out<T>(answer: Result<T, Refusal>) -> bool {
    let answer = answer.map(drop);
    matches!(answer, Err(Refusal::SignedOut))
}

async fn deactivate(test: &TestDesk, actor: &Actor) {
    let mut tx = test.store.begin().await.unwrap();
    let mut agent = store::agents::find(&mut tx, actor.agent)
        .await
        .unwrap()
        .unwrap();
    agent.active = false;
    store::agents::update(&mut tx, &agent, test.desk.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

on_both! {
    async fn whoever_signs_in_is_known_by_their_secret_until_they_sign_out(test: &TestDesk) {
        let channel = test.channel().await;
        let anna = test.agent("anna", &[channel]).await;
        let (secret, session) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        let (actor, found) = test.desk.signed_in(&secret).await.unwrap();
        assert_eq!((actor.agent, actor.reach), (anna.agent, anna.reach));
        assert_eq!((found.id, found.browser.as_str()), (session, "Firefox 140"));
        assert!(is_out(test.desk.actor_of_session("dzs_somebody").await));
        test.desk.sign_out(&secret).await.unwrap();
        test.desk.sign_out(&secret).await.unwrap();
        assert!(is_out(test.desk.actor_of_session(&secret).await));
    }

    async fn a_wrong_password_an_unknown_email_and_no_email_at_all_look_the_same(test: &TestDesk) {
        let gone = test.agent("gone", &[]).await;
        deactivate(test, &gone).await;
        test.agent("anna", &[]).await;
        assert!(is_wrong(enter(&test.desk, "anna", "другой пароль").await));
        assert!(is_wrong(enter(&test.desk, "nobody", PASSWORD).await));
        assert!(is_wrong(enter(&test.desk, "no body", PASSWORD).await));
        assert!(is_wrong(enter(&test.desk, "gone", PASSWORD).await));
        let long = PASSWORD.repeat(1000);
        assert!(is_wrong(enter(&test.desk, "anna", &long).await));
    }

    async fn whoever_guesses_waits_though_the_next_guess_were_right_and_nobody_else_does(test: &TestDesk) {
        test.agent("anna", &[]).await;
        test.agent("zoya", &[]).await;
        for name in ["anna", "nobody"] {
            for _ in 0..5 {
                assert!(is_wrong(enter(&test.desk, name, "другой пароль").await));
            }
            let refused = enter(&test.desk, name, PASSWORD).await;
            assert!(matches!(refused, Err(Refusal::TooMany(1))), "{refused:?}");
        }
        enter(&test.desk, "zoya", PASSWORD).await.unwrap();
        test.clock.advance(1);
        enter(&test.desk, "anna", PASSWORD).await.unwrap();
    }

    async fn a_browser_that_is_used_stays_signed_in_and_one_left_alone_does_not(test: &TestDesk) {
        test.agent("anna", &[]).await;
        let (used, _) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        let (left, _) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        test.clock.advance(29 * DAY);
        test.desk.actor_of_session(&used).await.unwrap();
        test.clock.advance(2 * DAY);
        let actor = test.desk.actor_of_session(&used).await.unwrap();
        assert!(is_out(test.desk.actor_of_session(&left).await));
        assert_eq!(test.desk.sessions(&actor).await.unwrap().len(), 1);
    }

    async fn a_browser_is_noted_at_most_once_a_minute(test: &TestDesk) {
        test.agent("anna", &[]).await;
        let (secret, _) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        let seen = async || test.desk.signed_in(&secret).await.unwrap().1.last_seen_at;
        let first = seen().await;
        test.clock.advance(59);
        assert_eq!(seen().await, first);
        test.clock.advance(1);
        assert_eq!(seen().await, test.desk.now());
        let kept = test.desk.sessions(&test.agent("anna", &[]).await).await.unwrap();
        assert_eq!(kept[0].last_seen_at, test.desk.now());
    }

    async fn whoever_may_not_work_here_any_more_is_out_at_once(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let (secret, _) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        deactivate(test, &anna).await;
        assert!(is_out(test.desk.actor_of_session(&secret).await));
    }

    async fn sessions_are_ended_by_their_owner_only(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let zoya = test.agent("zoya", &[]).await;
        let (here, here_id) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        let (there, there_id) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        let (third, _) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        let refused = test.desk.end_session(&zoya, there_id).await;
        assert!(matches!(refused, Err(Refusal::NotFound(_))), "{refused:?}");
        test.desk.end_session(&anna, there_id).await.unwrap();
        assert!(is_out(test.desk.actor_of_session(&there).await));
        assert_eq!(test.desk.end_other_sessions(&anna, Some(here_id)).await.unwrap(), 1);
        assert!(is_out(test.desk.actor_of_session(&third).await));
        test.desk.actor_of_session(&here).await.unwrap();
    }

    async fn a_new_password_takes_the_place_of_the_old_and_signs_other_browsers_out(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let (here, here_id) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        let (there, _) = enter(&test.desk, "anna", PASSWORD).await.unwrap();
        let new = "совсем другой пароль";
        test.desk.change_password(&anna, Some(here_id), PASSWORD, new).await.unwrap();
        test.desk.actor_of_session(&here).await.unwrap();
        assert!(is_out(test.desk.actor_of_session(&there).await));
        assert!(is_wrong(enter(&test.desk, "anna", PASSWORD).await));
        enter(&test.desk, "anna", new).await.unwrap();
    }

    async fn both_faults_of_a_change_of_password_are_told_and_guessing_is_slowed(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let refused = test.desk.change_password(&anna, None, "не тот", "короткий").await;
        let Err(Refusal::Invalid(faults)) = refused else { panic!("{refused:?}") };
        let told: Vec<_> = faults.iter().map(|f| (f.field.as_str(), f.why.clone())).collect();
        assert_eq!(told, [("new_password", Why::TooShort(10)), ("old_password", Why::WrongPassword)]);
        for _ in 0..4 {
            let refused = test.desk.change_password(&anna, None, "не тот", "достаточно длинный").await;
            assert!(matches!(refused, Err(Refusal::Invalid(_))), "{refused:?}");
        }
        let refused = test.desk.change_password(&anna, None, PASSWORD, "достаточно длинный").await;
        assert!(matches!(refused, Err(Refusal::TooMany(_))), "{refused:?}");
    }
}
