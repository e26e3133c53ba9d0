//! Groups let their members into channels.

use store::access;

use super::{denied, fault, is_unknown, told};
use crate::people::{AgentChange, GroupChange, NewGroup};
use crate::{Denied, Why, on_both};

fn group(name: &str, members: &[String]) -> NewGroup {
    NewGroup {
        name: name.to_owned(),
        members: members.to_vec(),
    }
}

on_both! {
    async fn members_reach_what_their_group_reaches(test: &TestDesk) {
        let admin = test.admin().await;
        let anna = test.agent("anna", &[]).await;
        let channel = test.channel().await;
        let sales = test.desk.create_group(&admin, &group("Продажи", &[])).await.unwrap();
        let into = domain::channel::Access { agents: vec![], groups: vec![sales.id] };
        let mut tx = test.store.begin().await.unwrap();
        access::set(&mut tx, channel, &into).await.unwrap();
        tx.commit().await.unwrap();
        let joined = AgentChange { groups: Some(vec![sales.id.to_string()]), ..AgentChange::default() };
        test.desk.change_agent(&admin, anna.agent, &joined).await.unwrap();
        assert!(test.actor(anna.agent).await.reach.covers(Some(channel)));
        assert_eq!(test.desk.group(&admin, sales.id).await.unwrap().members, [anna.agent]);
        let emptied = GroupChange { members: Some(vec![]), name: None };
        test.desk.change_group(&admin, sales.id, &emptied).await.unwrap();
        assert!(!test.actor(anna.agent).await.reach.covers(Some(channel)));
    }

    async fn a_group_has_a_name_of_its_own_and_members_there_are(test: &TestDesk) {
        let admin = test.admin().await;
        let anna = test.agent("anna", &[]).await.agent.to_string();
        let sales = test.desk.create_group(&admin, &group("Продажи", &[anna.clone(), anna.clone()])).await.unwrap();
        assert_eq!(sales.members.len(), 1);
        let refused = test.desk.create_group(&admin, &group("Продажи", &[anna, "agt_1".to_owned()])).await;
        assert_eq!(told(refused), [fault("name", Why::Taken), fault("members[1]", Why::Unknown)]);
        let depot = test.desk.create_group(&admin, &group("Склад", &[])).await.unwrap();
        let taken = GroupChange { name: Some("Продажи".to_owned()), members: None };
        assert_eq!(told(test.desk.change_group(&admin, depot.id, &taken).await), [fault("name", Why::Taken)]);
        let same = GroupChange { name: Some(" Склад ".to_owned()), members: None };
        test.desk.change_group(&admin, depot.id, &same).await.unwrap();
        test.desk.delete_group(&admin, depot.id).await.unwrap();
        assert!(is_unknown(test.desk.delete_group(&admin, depot.id).await));
        assert_eq!(test.desk.groups(&admin).await.unwrap(), [sales]);
    }

    async fn only_administrators_gather_groups_and_supervisors_see_them(test: &TestDesk) {
        let (admin, supervisor) = (test.admin().await, test.supervisor().await);
        let anna = test.agent("anna", &[]).await;
        let sales = test.desk.create_group(&admin, &group("Продажи", &[])).await.unwrap();
        assert_eq!(test.desk.groups(&supervisor).await.unwrap().len(), 1);
        assert_eq!(denied(test.desk.groups(&anna).await), Denied::SupervisorsOnly);
        for actor in [supervisor, anna] {
            assert_eq!(denied(test.desk.create_group(&actor, &group("Склад", &[])).await), Denied::AdminsOnly);
            assert_eq!(denied(test.desk.change_group(&actor, sales.id, &GroupChange::default()).await), Denied::AdminsOnly);
            assert_eq!(denied(test.desk.delete_group(&actor, sales.id).await), Denied::AdminsOnly);
        }
    }
}
