//! Somebody is invited and sets a password.

use domain::{Provider, Role};

use super::{denied, fault, is_unknown, told};
use crate::people::{NewAgent, TelephonyForm};
use crate::testing::PASSWORD;
use crate::{Denied, Why, on_both};

const DAY: i64 = 24 * 3600;

fn zoya() -> NewAgent {
    NewAgent {
        email: "Zoya@Example.RU".to_owned(),
        name: "Зоя Ветрова".to_owned(),
        telephony: TelephonyForm {
            provider: Some("uis".to_owned()),
            operator_id: Some("https://my.uiscom.ru/#employees?recordid=391001".to_owned()),
            virtual_number: Some("8 (495) 123-45-67".to_owned()),
        },
        ..NewAgent::default()
    }
}

fn secret(link: &str) -> &str {
    link.strip_prefix("http://127.0.0.1:8080/invitations/")
        .unwrap()
}

on_both! {
    async fn whoever_was_invited_sets_a_password_once_and_signs_in(test: &TestDesk) {
        let admin = test.admin().await;
        let (agent, link) = test.desk.invite_agent(&admin, &zoya()).await.unwrap();
        assert_eq!((agent.role, agent.invited, agent.active), (Role::Agent, true, true));
        assert_eq!(agent.telephony.provider, Some(Provider::Uis));
        assert_eq!(agent.telephony.operator_id.as_ref().unwrap().as_str(), "391001");
        assert_eq!(agent.telephony.virtual_number.as_ref().unwrap().as_str(), "+74951234567");
        assert_eq!(test.desk.invitation(secret(&link)).await.unwrap(), agent);

        let short = test.desk.accept_invitation(secret(&link), "короткий").await;
        assert_eq!(told(short), [fault("password", Why::TooShort(10))]);
        let accepted = test.desk.accept_invitation(secret(&link), PASSWORD).await.unwrap();
        assert!(!accepted.invited);
        test.desk.sign_in("zoya@example.ru", PASSWORD, "", None).await.unwrap();
        assert!(is_unknown(test.desk.accept_invitation(secret(&link), "ещё один пароль").await));
        assert!(is_unknown(test.desk.invitation("dzi_somebody").await));
    }

    async fn an_invitation_ends_after_a_week_and_with_the_next_one(test: &TestDesk) {
        let admin = test.admin().await;
        let (agent, first) = test.desk.invite_agent(&admin, &zoya()).await.unwrap();
        test.clock.advance(7 * DAY - 1);
        test.desk.invitation(secret(&first)).await.unwrap();
        test.clock.advance(1);
        assert!(is_unknown(test.desk.invitation(secret(&first)).await));
        let second = test.desk.invite_again(&admin, agent.id).await.unwrap();
        let third = test.desk.invite_again(&admin, agent.id).await.unwrap();
        assert!(is_unknown(test.desk.invitation(secret(&second)).await));
        test.desk.invitation(secret(&third)).await.unwrap();
    }

    async fn whoever_forgot_the_password_sets_a_new_one_and_is_signed_out_elsewhere(test: &TestDesk) {
        let admin = test.admin().await;
        let anna = test.agent("anna", &[]).await;
        let (browser, _) = test.desk.sign_in("anna@example.ru", PASSWORD, "", None).await.unwrap();
        let link = test.desk.invite_again(&admin, anna.agent).await.unwrap();
        test.desk.actor_of_session(&browser).await.unwrap();
        test.desk.accept_invitation(secret(&link), "совсем другой пароль").await.unwrap();
        assert!(test.desk.actor_of_session(&browser).await.is_err());
        assert!(test.desk.sign_in("anna@example.ru", PASSWORD, "", None).await.is_err());
    }

    async fn all_faults_of_a_new_agent_are_told_together(test: &TestDesk) {
        let admin = test.admin().await;
        let bad = NewAgent {
            email: "ADMIN@example.ru".to_owned(),
            name: "ё".repeat(101),
            role: Some("root".to_owned()),
            language: Some("de".to_owned()),
            telephony: TelephonyForm {
                provider: None,
                operator_id: Some("391001".to_owned()),
                virtual_number: Some("12".to_owned()),
            },
            groups: vec!["grp_1".to_owned()],
        };
        let expected = [
            fault("email", Why::Taken),
            fault("name", Why::TooLong(100)),
            fault("role", Why::NotOneOf(vec!["admin", "supervisor", "agent", "internal"])),
            fault("language", Why::NotOneOf(vec!["ru", "en"])),
            fault("telephony.virtual_number", Why::NotAPhone),
            fault("telephony.provider", Why::Required),
            fault("groups[0]", Why::Unknown),
        ];
        assert_eq!(told(test.desk.invite_agent(&admin, &bad).await), expected);
    }

    async fn only_administrators_invite(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        for actor in [test.supervisor().await, anna.clone(), test.internal(&[]).await] {
            assert_eq!(denied(test.desk.invite_agent(&actor, &zoya()).await), Denied::AdminsOnly);
            assert_eq!(denied(test.desk.invite_again(&actor, anna.agent).await), Denied::AdminsOnly);
        }
    }

    async fn whoever_runs_the_server_hires_with_a_password(test: &TestDesk) {
        let new = NewAgent { role: Some("supervisor".to_owned()), ..zoya() };
        let hired = test.desk.hire(&new, PASSWORD).await.unwrap();
        assert_eq!((hired.role, hired.invited), (Role::Supervisor, false));
        let actor = test.desk.actor_by_email("zoya@example.ru").await.unwrap();
        assert_eq!(actor.agent, hired.id);
        assert_eq!(told(test.desk.hire(&new, PASSWORD).await), [fault("email", Why::Taken)]);
    }
}
