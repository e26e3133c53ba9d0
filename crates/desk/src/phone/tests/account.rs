//! The account behind a channel: whether its key works, who works there, which numbers it has.

use serde_json::json;

use super::pbx::Bench;
use crate::people::{AgentChange, TelephonyForm};
use crate::phone::Checked;
use crate::{Refusal, on_both};

on_both! {
    async fn a_key_is_tried_and_what_came_of_it_stays(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let admin = test.admin().await;
        assert_eq!(bench.desk.channel_check(&admin, bench.channel).await.unwrap(), None);
        let checked = bench.desk.check_channel(&admin, bench.channel).await.unwrap();
        assert!(matches!(&checked, Checked::Works { account: 4735, steers: true, writes: true, zone: Some(zone), .. } if zone == "Europe/Moscow"));
        let (kept, at) = bench.desk.channel_check(&admin, bench.channel).await.unwrap().unwrap();
        assert_eq!((kept, at), (checked, test.desk.now()));
        for (trouble, expected) in [
            ("token_expired", Checked::KeyExpired),
            ("token_blocked", Checked::KeyBlocked),
            ("account_inactive", Checked::AccountInactive),
            ("ip_not_whitelisted", Checked::AddressNotAllowed { address: Some("203.0.113.7".to_owned()) }),
        ] {
            bench.panel("faults", json!({"api_trouble": trouble})).await;
            assert_eq!(bench.desk.check_channel(&admin, bench.channel).await.unwrap(), expected);
        }
        bench.panel("faults", json!({"api_trouble": "html"})).await;
        assert!(matches!(bench.desk.check_channel(&admin, bench.channel).await.unwrap(), Checked::Unclear { said } if said[0].ends_with('.')));
        assert!(matches!(bench.desk.check_channel(&bench.anna, bench.channel).await, Err(Refusal::NotAllowed(_))));
    }

    async fn operators_are_matched_by_e_mail_then_by_name_and_linked(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let admin = test.admin().await;
        let oleg = test.agent("oleg.petrov", &[bench.channel]).await;
        let elena = test.agent("elena", &[bench.channel]).await;
        let named = AgentChange { name: Some("Елена Волкова".to_owned()), ..AgentChange::default() };
        bench.desk.change_agent(&admin, elena.agent, &named).await.unwrap();
        let directory = bench.desk.fresh_directory(&admin, bench.channel, false).await.unwrap();
        let channel = bench.desk.channel(&admin, bench.channel).await.unwrap();
        let linked = bench.desk.linked_operators(&admin, &channel, &directory).await.unwrap();
        let of = |id: &str| linked.iter().find(|one| one.operator.id.as_str() == id).unwrap();
        assert_eq!(of("391001").agents.iter().map(|agent| agent.id).collect::<Vec<_>>(), [bench.anna.agent]);
        assert_eq!(of("391002").likely.as_ref().map(|agent| agent.id), Some(oleg.agent));
        assert_eq!(of("391005").likely.as_ref().map(|agent| agent.id), Some(elena.agent));
        assert_eq!((of("391003").agents.len(), &of("391003").likely), (0, &None));
        let telephony = TelephonyForm { provider: Some("uis".to_owned()), operator_id: Some("391002".to_owned()), virtual_number: None };
        let change = AgentChange { telephony, ..AgentChange::default() };
        bench.desk.change_agent(&admin, oleg.agent, &change).await.unwrap();
        let linked = bench.desk.linked_operators(&admin, &channel, &directory).await.unwrap();
        assert_eq!(linked[1].agents.iter().map(|agent| agent.id).collect::<Vec<_>>(), [oleg.agent]);
    }

    async fn what_is_known_is_kept_until_it_is_old_or_somebody_insists(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let supervisor = test.supervisor().await;
        let first = bench.desk.fresh_directory(&supervisor, bench.channel, false).await.unwrap();
        assert_eq!((first.operators.len(), first.numbers.len()), (6, 3));
        bench.panel("operators/391002", json!({"registered": false})).await;
        test.clock.advance(60);
        assert_eq!(bench.desk.fresh_directory(&supervisor, bench.channel, false).await.unwrap(), first);
        let insisted = bench.desk.fresh_directory(&supervisor, bench.channel, true).await.unwrap();
        assert_ne!(insisted.operators, first.operators);
        bench.panel("faults", json!({"data_api_down": true})).await;
        test.clock.advance(700);
        assert!(matches!(bench.desk.fresh_directory(&supervisor, bench.channel, false).await, Err(Refusal::Pbx(_))));
        assert_eq!(bench.desk.directory(&supervisor, bench.channel).await.unwrap(), Some(insisted));
        assert!(matches!(bench.desk.fresh_directory(&bench.anna, bench.channel, true).await, Err(Refusal::NotAllowed(_))));
        assert_eq!(bench.desk.known_numbers(&bench.anna).await.unwrap().len(), 3);
    }
}
