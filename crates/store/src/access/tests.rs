//! Reach and candidates follow access alike on both engines.

use domain::agent::OperatorId;
use domain::{Agent, Telephony};

use super::*;
use crate::people::{agent, at, connect, gather, hire};
use crate::{channels, groups, on_both};

fn operator(name: &str, role: Role, operator_id: &str) -> Agent {
    let telephony = Telephony {
        provider: Some(Provider::Uis),
        operator_id: Some(OperatorId::parse(operator_id).unwrap()),
        virtual_number: Some("+74951234567".parse().unwrap()),
    };
    Agent {
        telephony,
        ..agent(name, role)
    }
}

on_both! {
    async fn access_reads_back_as_set(test: &TestStore) {
        let anna = agent("anna", Role::Agent);
        hire(test, &anna).await;
        let sales = gather(test, "Продажи", &[]).await;
        let channel = connect(test, "Офис").await;
        let mut tx = test.store.begin().await.unwrap();
        let access = Access { agents: vec![anna.id], groups: vec![sales] };
        set(&mut tx, channel, &access).await.unwrap();
        assert_eq!(of_channel(&mut tx, channel).await.unwrap(), access);
        set(&mut tx, channel, &Access::default()).await.unwrap();
        assert_eq!(of_channel(&mut tx, channel).await.unwrap(), Access::default());
    }

    async fn an_agent_reaches_channels_by_themselves_and_through_groups(test: &TestStore) {
        let anna = agent("anna", Role::Agent);
        hire(test, &anna).await;
        let sales = gather(test, "Продажи", &[anna.id]).await;
        let direct = connect(test, "Офис").await;
        let grouped = connect(test, "Склад").await;
        connect(test, "Чужой").await;
        let mut tx = test.store.begin().await.unwrap();
        let both = Access { agents: vec![anna.id], groups: vec![sales] };
        set(&mut tx, direct, &both).await.unwrap();
        let through = Access { agents: vec![], groups: vec![sales] };
        set(&mut tx, grouped, &through).await.unwrap();

        let mut mine = vec![direct, grouped];
        mine.sort();
        for role in [Role::Agent, Role::Internal] {
            assert_eq!(reach(&mut tx, anna.id, role).await.unwrap(), Reach::Only(mine.clone()));
        }
        for role in [Role::Admin, Role::Supervisor] {
            assert_eq!(reach(&mut tx, anna.id, role).await.unwrap(), Reach::All);
        }
        channels::delete(&mut tx, direct, at(1)).await.unwrap();
        assert_eq!(reach(&mut tx, anna.id, Role::Agent).await.unwrap(), Reach::Only(mine));
        groups::delete(&mut tx, sales).await.unwrap();
        let left = reach(&mut tx, anna.id, Role::Agent).await.unwrap();
        assert_eq!(left, Reach::Only(vec![direct]));
    }

    async fn a_call_is_for_active_agents_of_its_operator_who_work_in_its_channel(test: &TestStore) {
        let admin = operator("admin", Role::Admin, "7");
        let direct = operator("direct", Role::Agent, "7");
        let grouped = operator("grouped", Role::Internal, "7");
        let outside = operator("outside", Role::Agent, "7");
        let another = operator("another", Role::Admin, "8");
        let mut novofon = operator("novofon", Role::Admin, "7");
        novofon.telephony.provider = Some(Provider::Novofon);
        let mut gone = operator("gone", Role::Admin, "7");
        gone.active = false;
        for agent in [&admin, &direct, &grouped, &outside, &another, &novofon, &gone] {
            hire(test, agent).await;
        }
        let sales = gather(test, "Продажи", &[grouped.id, direct.id]).await;
        let channel = connect(test, "Офис").await;
        let elsewhere = connect(test, "Склад").await;
        let mut tx = test.store.begin().await.unwrap();
        let access = Access { agents: vec![direct.id], groups: vec![sales] };
        set(&mut tx, channel, &access).await.unwrap();
        let other = Access { agents: vec![outside.id], groups: vec![] };
        set(&mut tx, elsewhere, &other).await.unwrap();

        let found = candidates(&mut tx, channel, Provider::Uis, "7").await.unwrap();
        let mut expected = vec![admin.id, direct.id, grouped.id];
        expected.sort();
        assert_eq!(found.iter().map(|c| c.agent_id).collect::<Vec<_>>(), expected);
        assert_eq!(found[0].virtual_number, admin.telephony.virtual_number);
        assert!(candidates(&mut tx, channel, Provider::Uis, "9").await.unwrap().is_empty());
    }
}
