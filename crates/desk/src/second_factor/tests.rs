//! Whoever has a second factor shows it; nobody gets around it, and nobody is left outside for good.

use domain::Role;

use super::*;
use crate::sign_in::Unfinished;
use crate::testing::{PASSWORD, TestDesk};
use crate::{Denied, Refusal, Why, on_both};

async fn halfway(test: &TestDesk, name: &str) -> Unfinished {
    let email = format!("{name}@example.ru");
    match test.desk.sign_in(&email, PASSWORD, "Firefox", None).await {
        Err(Refusal::Unfinished(unfinished)) => unfinished,
        other => panic!("{other:?}"),
    }
}

/// Turns on somebody's second factor; gives its secret and the recovery codes.
async fn enrolled(test: &TestDesk, actor: &Actor) -> (String, Vec<String>) {
    let secret = test.desk.enrolment(actor).await.unwrap().secret;
    let code = code::now(&secret, test.desk.now());
    let codes = test.desk.confirm_second_factor(actor, &code).await.unwrap();
    (secret, codes)
}

fn is_wrong_code<T: std::fmt::Debug>(answer: Result<T>) -> bool {
    matches!(answer, Err(Refusal::Invalid(faults)) if faults[0].why == Why::WrongCode)
}

on_both! {
    async fn a_password_alone_lets_nobody_in_who_has_a_second_factor(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let (secret, _) = enrolled(test, &anna).await;
        assert_eq!(test.desk.second_factor(&anna).await.unwrap(), Standing { on: true, required: false, codes_left: 10 });
        let unfinished = halfway(test, "anna").await;
        assert!(!unfinished.enrol);
        assert!(matches!(test.desk.actor_of_session(&unfinished.secret).await, Err(Refusal::SignedOut)));
        let used = code::now(&secret, test.desk.now());
        assert!(is_wrong_code(test.desk.finish_sign_in(&unfinished.secret, &used, "", None).await));
        test.clock.advance(30);
        let next = code::now(&secret, test.desk.now());
        let (session, _) = test.desk.finish_sign_in(&unfinished.secret, &next, "", None).await.unwrap();
        assert_eq!(test.desk.actor_of_session(&session).await.unwrap().agent, anna.agent);
        let again = halfway(test, "anna").await;
        assert!(is_wrong_code(test.desk.finish_sign_in(&again.secret, &next, "", None).await));
    }

    async fn a_key_of_the_api_needs_no_code(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let (_, key) = test.desk.create_key(&anna, None, "1С").await.unwrap();
        enrolled(test, &anna).await;
        assert_eq!(test.desk.actor_of_key(&key).await.unwrap().agent, anna.agent);
    }

    async fn a_recovery_code_lets_in_once(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let (_, codes) = enrolled(test, &anna).await;
        let unfinished = halfway(test, "anna").await;
        let typed = codes[3].to_uppercase();
        test.desk.finish_sign_in(&unfinished.secret, &typed, "", None).await.unwrap();
        assert!(is_wrong_code(test.desk.finish_sign_in(&unfinished.secret, &typed, "", None).await));
        assert_eq!(test.desk.second_factor(&anna).await.unwrap().codes_left, 9);
        let fresh = test.desk.new_recovery_codes(&anna, PASSWORD).await.unwrap();
        assert_eq!(fresh.len(), 10);
        assert!(is_wrong_code(test.desk.finish_sign_in(&unfinished.secret, &codes[4], "", None).await));
    }

    async fn guessing_codes_soon_has_to_wait(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        enrolled(test, &anna).await;
        let unfinished = halfway(test, "anna").await;
        for _ in 0..5 {
            assert!(is_wrong_code(test.desk.finish_sign_in(&unfinished.secret, "000000", "", None).await));
        }
        let next = test.desk.finish_sign_in(&unfinished.secret, "000000", "", None).await;
        assert!(matches!(next, Err(Refusal::TooMany(_))), "{next:?}");
    }

    async fn an_unfinished_sign_in_ends_with_its_time_and_with_the_password(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let (secret, _) = enrolled(test, &anna).await;
        let late = halfway(test, "anna").await;
        test.clock.advance(15 * 60);
        let code = code::now(&secret, test.desk.now());
        let refused = test.desk.finish_sign_in(&late.secret, &code, "", None).await;
        assert!(matches!(refused, Err(Refusal::SignedOut)), "{refused:?}");
        let old = halfway(test, "anna").await;
        test.desk.change_password(&anna, None, PASSWORD, "другой длинный пароль").await.unwrap();
        let refused = test.desk.finish_sign_in(&old.secret, &code, "", None).await;
        assert!(matches!(refused, Err(Refusal::SignedOut)), "{refused:?}");
    }

    async fn a_role_that_must_have_one_sets_it_up_on_the_way_in(test: &TestDesk) {
        let (admin, anna) = (test.admin().await, test.agent("anna", &[]).await);
        let (open, _) = test.desk.sign_in("anna@example.ru", PASSWORD, "", None).await.unwrap();
        let all = [Role::Admin, Role::Agent];
        let refused = test.desk.require_second_factor(&admin, &all).await;
        assert!(matches!(refused, Err(Refusal::NotAllowed(Denied::OwnFactorFirst))), "{refused:?}");
        enrolled(test, &admin).await;
        test.desk.require_second_factor(&admin, &all).await.unwrap();
        assert!(test.desk.require_second_factor(&anna, &[]).await.is_err());
        assert!(test.desk.actor_of_session(&open).await.is_err());
        let unfinished = halfway(test, "anna").await;
        assert!(unfinished.enrol);
        let secret = test.desk.enrolment_at_sign_in(&unfinished.secret).await.unwrap().secret;
        assert_eq!(test.desk.enrolment_at_sign_in(&unfinished.secret).await.unwrap().secret, secret);
        let code = code::now(&secret, test.desk.now());
        let (session, _, codes) = test.desk.enrol_at_sign_in(&unfinished.secret, &code, "", None).await.unwrap();
        assert_eq!((test.desk.actor_of_session(&session).await.unwrap().agent, codes.len()), (anna.agent, 10));
        let kept = test.desk.remove_second_factor(&anna, PASSWORD).await;
        assert!(matches!(kept, Err(Refusal::NotAllowed(Denied::FactorRequired))), "{kept:?}");
    }

    async fn taking_it_away_needs_the_password_or_an_administrator(test: &TestDesk) {
        let (admin, anna) = (test.admin().await, test.agent("anna", &[]).await);
        enrolled(test, &anna).await;
        assert!(test.desk.remove_second_factor(&anna, "не тот").await.is_err());
        test.desk.remove_second_factor(&anna, PASSWORD).await.unwrap();
        assert!(!test.desk.second_factor(&anna).await.unwrap().on);
        enrolled(test, &anna).await;
        assert!(test.desk.reset_second_factor(&anna, admin.agent).await.is_err());
        test.desk.reset_second_factor(&admin, anna.agent).await.unwrap();
        assert!(test.desk.sign_in("anna@example.ru", PASSWORD, "", None).await.is_ok());
    }
}
