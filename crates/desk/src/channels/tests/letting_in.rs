//! Agents see the channels they are let into, and no others.

use domain::channel::Access;

use super::{fault, is_for_admins, is_unknown, told};
use crate::channels::AccessForm;
use crate::people::NewGroup;
use crate::{Denied, Refusal, Why, on_both};

on_both! {
    async fn an_agent_sees_the_channels_they_are_let_into_by_themselves_or_by_group(test: &TestDesk) {
        let admin = test.admin().await;
        let (office, depot) = (test.channel().await, test.channel().await);
        let (anna, zoya) = (test.agent("anna", &[]).await, test.agent("zoya", &[]).await);
        let new = NewGroup { name: "Склад".to_owned(), members: vec![zoya.agent.to_string()] };
        let group = test.desk.create_group(&admin, &new).await.unwrap();
        assert!(is_unknown(test.desk.channel(&anna, office).await));
        let form = AccessForm { agents: vec![anna.agent.to_string()], groups: vec![group.id.to_string()] };
        let expected = Access { agents: vec![anna.agent], groups: vec![group.id] };
        assert_eq!(test.desk.set_access(&admin, office, &form).await.unwrap(), expected);
        assert_eq!(test.desk.access(&test.supervisor().await, office).await.unwrap(), expected);
        for id in [anna.agent, zoya.agent] {
            let actor = test.actor(id).await;
            let seen: Vec<_> = test.desk.channels(&actor).await.unwrap().iter().map(|c| c.id).collect();
            assert_eq!(seen, [office]);
            assert!(is_unknown(test.desk.channel(&actor, depot).await));
        }
        test.desk.set_access(&admin, office, &AccessForm::default()).await.unwrap();
        assert!(test.desk.channels(&test.actor(anna.agent).await).await.unwrap().is_empty());
    }

    async fn whoever_there_is_not_cannot_be_let_in(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let anna = test.agent("anna", &[channel]).await;
        let form = AccessForm {
            agents: vec![anna.agent.to_string(), channel.to_string()],
            groups: vec!["grp_019d0000000070008000000000000000".to_owned()],
        };
        let refused = told(test.desk.set_access(&admin, channel, &form).await);
        assert_eq!(refused, [fault("agents[1]", Why::Unknown), fault("groups[0]", Why::Unknown)]);
        assert_eq!(test.desk.access(&admin, channel).await.unwrap().agents, [anna.agent]);
    }

    async fn agents_neither_see_nor_change_who_is_let_in(test: &TestDesk) {
        let channel = test.channel().await;
        let anna = test.agent("anna", &[channel]).await;
        let seen = test.desk.access(&anna, channel).await;
        assert!(matches!(seen, Err(Refusal::NotAllowed(Denied::SupervisorsOnly))), "{seen:?}");
        for actor in [anna, test.supervisor().await] {
            assert!(is_for_admins(test.desk.set_access(&actor, channel, &AccessForm::default()).await));
        }
        let stranger = test.agent("zoya", &[]).await;
        assert!(is_unknown(test.desk.access(&stranger, channel).await));
    }
}
