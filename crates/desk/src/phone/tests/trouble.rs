//! A PBX that is slow, refuses or is away: a sentence within a person's patience, and nothing begun twice.

use domain::Language;
use serde_json::json;

use super::pbx::{Bench, to};
use crate::phone::PbxWhy;
use crate::refusal::Clash;
use crate::{Refusal, on_both};

const CLIENT: &str = "+79160000003";

on_both! {
    async fn a_refusal_says_why_and_may_be_tried_again(test: &TestDesk) {
        let bench = Bench::over(test).await;
        for (trouble, why) in [("forbidden", PbxWhy::Unreachable), ("ip_not_whitelisted", PbxWhy::Address), ("token_expired", PbxWhy::Key)] {
            bench.panel("faults", json!({"api_trouble": trouble})).await;
            let Refusal::Pbx(said) = bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap_err() else {
                panic!("{trouble}");
            };
            assert_eq!((said.why, said.may_have_been_done), (why, false), "{trouble}");
            assert!(said.sentence(Language::Ru).ends_with('.') && said.sentence(Language::En).ends_with('.'));
        }
        bench.panel("faults", json!({"api_trouble": "none"})).await;
        bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap();
        assert_eq!(bench.begun().await, 1);
    }

    async fn an_answer_that_cannot_be_read_leaves_it_open_for_a_minute(test: &TestDesk) {
        let bench = Bench::over(test).await;
        bench.panel("faults", json!({"api_trouble": "html"})).await;
        let Refusal::Pbx(said) = bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap_err() else {
            panic!("it was begun");
        };
        assert!(said.may_have_been_done);
        bench.panel("faults", json!({"api_trouble": "none"})).await;
        test.clock.advance(59);
        let refused = bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap_err();
        assert!(matches!(refused, Refusal::Conflict(Clash::MayRing)));
        test.clock.advance(2);
        bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap();
    }

    async fn a_desk_that_was_stopped_while_it_asked_does_not_ask_again_at_once(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let view = bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap();
        let id = view.call.facts.external_id.unwrap().parse().unwrap();
        let mut found = store::dials::find_all(&mut test.store.read().await.unwrap(), &[id]).await.unwrap();
        let mut dial = found.remove(0);
        dial.id = domain::DialId::at(test.desk.now());
        dial.number = "+79160000007".parse().unwrap();
        (dial.state, dial.session_id) = (domain::DialState::Asked, None);
        let mut tx = test.store.begin().await.unwrap();
        store::dials::insert(&mut tx, &dial).await.unwrap();
        tx.commit().await.unwrap();
        test.clock.advance(20);
        let refused = bench.desk.dial(&bench.anna, &to("+79160000007")).await.unwrap_err();
        assert!(matches!(refused, Refusal::Conflict(Clash::MayRing)));
    }
}
