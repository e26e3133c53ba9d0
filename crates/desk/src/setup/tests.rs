//! There is one first administrator.

use domain::{Language, Role};

use super::SetUp;
use crate::testing::PASSWORD;
use crate::{Denied, Refusal, Why, on_both};

fn first(name: &str) -> SetUp {
    SetUp {
        name: name.to_owned(),
        email: format!("{name}@example.ru"),
        password: PASSWORD.to_owned(),
        language: Language::En,
    }
}

fn is_done<T>(answer: crate::Result<T>) -> bool {
    matches!(
        answer.map(drop),
        Err(Refusal::NotAllowed(Denied::SetUpAlready))
    )
}

on_both! {
    async fn the_first_administrator_is_made_once_and_can_sign_in(test: &TestDesk) {
        assert!(test.desk.needs_setup().await.unwrap());
        let anna = test.desk.set_up(&first("anna")).await.unwrap();
        assert_eq!((anna.role, anna.language, anna.invited), (Role::Admin, Language::En, false));
        assert!(!test.desk.needs_setup().await.unwrap());
        assert!(is_done(test.desk.set_up(&first("zoya")).await));
        let entered = test.desk.sign_in("anna@example.ru", PASSWORD, "", None).await;
        let actor = test.desk.actor_of_session(&entered.unwrap().0).await.unwrap();
        assert!(actor.is_admin());
    }

    async fn of_two_who_set_up_at_once_one_is_refused(test: &TestDesk) {
        let (anna, zoya) = (first("anna"), first("zoya"));
        let (one, other) = tokio::join!(test.desk.set_up(&anna), test.desk.set_up(&zoya));
        assert!(one.is_ok() != other.is_ok());
        assert!(is_done(if one.is_ok() { other } else { one }));
    }

    async fn all_faults_of_the_first_form_are_told_together(test: &TestDesk) {
        let bad = SetUp { name: " ".to_owned(), email: "anna".to_owned(), password: "123".to_owned(), language: Language::Ru };
        let Err(Refusal::Invalid(faults)) = test.desk.set_up(&bad).await else { panic!() };
        let told: Vec<_> = faults.into_iter().map(|fault| (fault.field, fault.why)).collect();
        let expected = [
            ("password".to_owned(), Why::TooShort(10)),
            ("email".to_owned(), Why::NotAnEmail),
            ("name".to_owned(), Why::Required),
        ];
        assert_eq!(told, expected);
        assert!(test.desk.needs_setup().await.unwrap());
    }
}
