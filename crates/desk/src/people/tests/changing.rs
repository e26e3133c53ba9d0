//! Profiles are changed by their owners and by administrators.

use domain::{Actor, AgentId, Language, Role};

use super::{denied, fault, is_unknown, told};
use crate::people::{AgentChange, NewGroup, TelephonyForm};
use crate::testing::{PASSWORD, TestDesk};
use crate::{Denied, Why, on_both};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn role(role: &str) -> AgentChange {
    AgentChange {
        role: some(role),
        ..AgentChange::default()
    }
}

fn inactive() -> AgentChange {
    AgentChange {
        active: Some(false),
        ..AgentChange::default()
    }
}

async fn change(
    test: &TestDesk,
    actor: &Actor,
    id: AgentId,
    change: AgentChange,
) -> crate::Result<domain::Agent> {
    test.desk.change_agent(actor, id, &change).await
}

on_both! {
    async fn somebody_changes_their_own_name_language_and_telephony(test: &TestDesk) {
        for actor in [test.agent("anna", &[]).await, test.internal(&[]).await] {
            let wanted = AgentChange {
                name: some("Анна"),
                language: some("en"),
                telephony: TelephonyForm { provider: some("uis"), operator_id: some("391001"), virtual_number: None },
                ..AgentChange::default()
            };
            change(test, &actor, actor.agent, wanted).await.unwrap();
            let after = test.desk.agent(&actor, actor.agent).await.unwrap();
            assert_eq!((after.name.as_str(), after.language), ("Анна", Language::En));
            assert_eq!(after.telephony.operator_id.unwrap().as_str(), "391001");
        }
    }

    async fn a_part_of_telephony_stays_unless_it_is_emptied(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        test.telephone(anna.agent, "391001", Some("+74951234567")).await;
        let wanted = |telephony| AgentChange { telephony, ..AgentChange::default() };
        let number = TelephonyForm { virtual_number: some(""), ..TelephonyForm::default() };
        let after = change(test, &anna, anna.agent, wanted(number)).await.unwrap();
        assert_eq!(after.telephony.virtual_number, None);
        assert_eq!(after.telephony.operator_id.unwrap().as_str(), "391001");
        let provider = TelephonyForm { provider: some(" "), ..TelephonyForm::default() };
        let refused = change(test, &anna, anna.agent, wanted(provider)).await;
        assert_eq!(told(refused), [fault("telephony.provider", Why::Required)]);
        let unknown = TelephonyForm { provider: some("skype"), operator_id: some("Анна"), ..TelephonyForm::default() };
        let refused = told(change(test, &anna, anna.agent, wanted(unknown)).await);
        let known = vec!["uis", "comagic", "novofon", "callgear"];
        assert_eq!(refused, [
            fault("telephony.provider", Why::NotOneOf(known)),
            fault("telephony.operator_id", Why::NotAnOperatorId),
        ]);
        let all = TelephonyForm { provider: some(""), operator_id: some(""), virtual_number: None };
        let after = change(test, &anna, anna.agent, wanted(all)).await.unwrap();
        assert_eq!(after.telephony, domain::Telephony::default());
    }

    async fn what_rank_somebody_has_is_not_theirs_to_change(test: &TestDesk) {
        let admin = test.admin().await;
        let anna = test.agent("anna", &[]).await;
        let group = test.desk.create_group(&admin, &NewGroup { name: "Продажи".to_owned(), members: vec![] }).await.unwrap();
        let email = AgentChange { email: some("other@example.ru"), ..AgentChange::default() };
        let groups = AgentChange { groups: Some(vec![group.id.to_string()]), ..AgentChange::default() };
        for wanted in [role("admin"), inactive(), email, groups] {
            assert_eq!(denied(change(test, &anna, anna.agent, wanted).await), Denied::AdminsOnly);
        }
        let as_shown = AgentChange { role: some("agent"), active: Some(true), email: some("anna@example.ru"), groups: Some(vec![]), ..AgentChange::default() };
        change(test, &anna, anna.agent, as_shown).await.unwrap();
    }

    async fn an_administrator_changes_anybody_but_not_their_own_rank(test: &TestDesk) {
        let admin = test.admin().await;
        let second = test.somebody("second", Role::Admin, &[]).await;
        let anna = test.agent("anna", &[]).await;
        let wanted = AgentChange { email: some("anna.v@example.ru"), name: some("Анна В."), ..role("supervisor") };
        let after = change(test, &admin, anna.agent, wanted).await.unwrap();
        assert_eq!((after.role, after.email.as_str()), (Role::Supervisor, "anna.v@example.ru"));
        assert_eq!(denied(change(test, &admin, admin.agent, role("agent")).await), Denied::Yourself);
        assert_eq!(denied(change(test, &admin, admin.agent, inactive()).await), Denied::Yourself);
        let taken = AgentChange { email: some("Second@example.ru"), ..AgentChange::default() };
        assert_eq!(told(change(test, &admin, anna.agent, taken).await), [fault("email", Why::Taken)]);
        change(test, &admin, second.agent, role("agent")).await.unwrap();
    }

    async fn the_last_administrator_stays(test: &TestDesk) {
        let admin = test.admin().await;
        assert_eq!(denied(change(test, &admin, admin.agent, role("agent")).await), Denied::LastAdmin);
        assert_eq!(denied(change(test, &admin, admin.agent, inactive()).await), Denied::LastAdmin);
        let second = test.somebody("second", Role::Admin, &[]).await;
        change(test, &admin, second.agent, inactive()).await.unwrap();
        // Whoever asked before they were shut out is still running.
        assert_eq!(denied(change(test, &second, admin.agent, role("agent")).await), Denied::LastAdmin);
    }

    async fn of_two_administrators_who_demote_each_other_at_once_one_stays(test: &TestDesk) {
        let (one, other) = (test.admin().await, test.somebody("second", Role::Admin, &[]).await);
        let both = tokio::join!(
            change(test, &one, other.agent, role("agent")),
            change(test, &other, one.agent, role("agent")),
        );
        assert!(both.0.is_ok() != both.1.is_ok(), "{both:?}");
    }

    async fn whoever_leaves_is_out_of_browsers_and_programs_at_once(test: &TestDesk) {
        let admin = test.admin().await;
        let anna = test.agent("anna", &[]).await;
        let (browser, _) = test.desk.sign_in("anna@example.ru", PASSWORD, "", None).await.unwrap();
        let (_, key) = test.desk.create_key(&anna, None, "1С").await.unwrap();
        change(test, &admin, anna.agent, inactive()).await.unwrap();
        assert!(test.desk.actor_of_session(&browser).await.is_err());
        assert!(test.desk.actor_of_key(&key).await.is_err());
        assert!(is_unknown(test.desk.invite_again(&admin, anna.agent).await));
        let back = AgentChange { active: Some(true), ..AgentChange::default() };
        change(test, &admin, anna.agent, back).await.unwrap();
        assert!(test.desk.actor_of_session(&browser).await.is_err(), "old sessions stay ended");
    }

    async fn supervisors_read_agents_and_agents_only_names(test: &TestDesk) {
        let (admin, supervisor) = (test.admin().await, test.supervisor().await);
        let anna = test.agent("anna", &[]).await;
        assert_eq!(test.desk.agents(&supervisor).await.unwrap().len(), 3);
        assert_eq!(test.desk.agent(&supervisor, anna.agent).await.unwrap().id, anna.agent);
        let renamed = AgentChange { name: some("Анна"), ..AgentChange::default() };
        assert_eq!(denied(change(test, &supervisor, anna.agent, renamed.clone()).await), Denied::AdminsOnly);
        assert_eq!(denied(test.desk.agents(&anna).await), Denied::SupervisorsOnly);
        assert!(is_unknown(test.desk.agent(&anna, admin.agent).await));
        assert!(is_unknown(change(test, &anna, admin.agent, renamed).await));
        change(test, &admin, supervisor.agent, inactive()).await.unwrap();
        let names: Vec<_> = test.desk.colleagues(&anna).await.unwrap().into_iter().map(|c| c.name).collect();
        assert_eq!(names, ["admin", "anna"]);
    }
}
