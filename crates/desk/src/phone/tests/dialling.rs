//! Who may call from where, and that one click is one call.

use domain::call::State;
use domain::{Decision, Direction, Party};

use super::pbx::{Bench, to};
use crate::phone::{DialForm, Phone, Unready};
use crate::refusal::Clash;
use crate::tickets::NewTicket;
use crate::{Denied, Refusal, on_both};

const CLIENT: &str = "8 916 000-00-03";

on_both! {
    async fn a_click_rings_the_agent_and_the_call_stands_at_once(test: &TestDesk) {
        let bench = Bench::over(test).await;
        assert_eq!(bench.desk.phone(&bench.anna).await.unwrap(), Phone::Ready);
        let view = bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap();
        let facts = &view.call.facts;
        assert_eq!((facts.direction, facts.state), (Direction::Out, State::Ringing));
        assert_eq!(facts.client, Some(Party::Phone("+79160000003".parse().unwrap())));
        assert_eq!(view.call.agent_id, Some(bench.anna.agent));
        assert!(view.ticket_number.is_some() && view.client.is_some());
        assert_eq!(bench.begun().await, 1);
    }

    async fn a_second_click_is_the_same_call(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let dial = async || bench.desk.dial(&bench.anna, &to(CLIENT)).await;
        let (one, other) = tokio::join!(dial(), dial());
        let first = one.or(other).unwrap();
        let again = dial().await.unwrap();
        assert_eq!(again.call.id, first.call.id);
        assert_eq!(bench.begun().await, 1);
    }

    async fn what_is_missing_is_said(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let desk = &bench.desk;
        let refused = async |actor, form: DialForm| desk.dial(actor, &form).await.unwrap_err();
        let internal = test.internal(&[bench.channel]).await;
        assert_eq!(desk.phone(&internal).await.unwrap(), Phone::NotAllowed);
        assert!(matches!(refused(&internal, to(CLIENT)).await, Refusal::NotAllowed(Denied::NoCalls)));
        let oleg = test.agent("oleg", &[bench.channel]).await;
        assert_eq!(desk.phone(&oleg).await.unwrap(), Phone::NoOperator);
        assert!(matches!(refused(&oleg, to(CLIENT)).await, Refusal::Unready(Unready::NoOperator)));
        test.telephone(oleg.agent, "391002", None).await;
        assert!(matches!(refused(&oleg, to(CLIENT)).await, Refusal::Unready(Unready::NoVirtualNumber)));
        let outsider = test.agent("ira", &[]).await;
        test.telephone(outsider.agent, "391003", Some("+74950000001")).await;
        assert!(matches!(refused(&outsider, to(CLIENT)).await, Refusal::Unready(Unready::NoChannel)));
        let there = DialForm { channel: Some(bench.channel), ..to(CLIENT) };
        assert!(matches!(refused(&outsider, there).await, Refusal::Invalid(faults) if faults[0].field == "channel_id"));
        assert!(matches!(refused(&bench.anna, to("позже")).await, Refusal::Invalid(faults) if faults[0].field == "phone"));
        assert!(matches!(refused(&bench.anna, DialForm::default()).await, Refusal::Unready(Unready::NoNumber)));
        let bare = test.channel_with("Без ключа", domain::TicketPolicy::default()).await;
        let keyless = test.agent("bare", &[bare]).await;
        test.telephone(keyless.agent, "391001", Some("+74950000001")).await;
        assert!(matches!(refused(&keyless, to(CLIENT)).await, Refusal::Unready(Unready::NoAppSecret)));
        assert_eq!(bench.begun().await, 0);
    }

    async fn a_ticket_of_another_channel_is_not_called_from(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let other = test.channel_with("Другой", domain::TicketPolicy::default()).await;
        let anna = test.agent("anna", &[other]).await;
        let new = NewTicket { subject: "Вопрос".to_owned(), channel_id: Some(other), ..NewTicket::default() };
        let ticket = bench.desk.create_ticket(&anna, new).await.unwrap().ticket.id;
        let form = DialForm { ticket: Some(ticket), channel: Some(bench.channel), ..to(CLIENT) };
        let refused = bench.desk.dial(&anna, &form).await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(faults) if faults[0].field == "channel_id"));
    }

    async fn the_number_last_called_from_is_taken_again(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let own = "+78120000002";
        let chosen = DialForm { virtual_number: Some(own.to_owned()), ..to(CLIENT) };
        let first = bench.desk.dial(&bench.anna, &chosen).await.unwrap();
        assert_eq!(first.call.facts.virtual_number, Some(Party::Phone(own.parse().unwrap())));
        bench.desk.give_up_call(&bench.desk.channel(&test.admin().await, bench.channel).await.unwrap(), first.call.session_id).await.unwrap();
        test.clock.advance(300);
        let again = bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap();
        assert_ne!(again.call.id, first.call.id);
        assert_eq!(again.call.facts.virtual_number, first.call.facts.virtual_number);
        let other = bench.desk.dial(&bench.anna, &to("+79160000004")).await.unwrap();
        assert_eq!(other.call.facts.virtual_number, Some(Party::Phone("+74950000001".parse().unwrap())));
    }

    async fn while_a_call_is_being_begun_no_other_is(test: &TestDesk) {
        let bench = Bench::over(test).await;
        bench.panel("faults", serde_json::json!({"api_delay_ms": 400})).await;
        let other = DialForm { client: None, ..to("+79160000009") };
        let (one, two) = (to(CLIENT), other);
        let (one, other) = tokio::join!(bench.desk.dial(&bench.anna, &one), bench.desk.dial(&bench.anna, &two));
        let refused = one.and(other).unwrap_err();
        assert!(matches!(refused, Refusal::Conflict(Clash::Dialling)));
        assert_eq!(bench.begun().await, 1);
    }

    async fn decisions_say_that_it_was_begun_here(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let view = bench.desk.dial(&bench.anna, &to(CLIENT)).await.unwrap();
        assert!(view.call.decisions.contains(&Decision::AgentDialled { agent: bench.anna.agent }));
    }
}
