//! A call begun in a ticket lands in it, whatever its notifications say and whenever they come.

use domain::Decision;
use domain::call::State;
use serde_json::json;

use super::pbx::{Bench, to};
use crate::calls::tests::pbx::{Caller, call, tell};
use crate::on_both;
use crate::phone::DialForm;
use crate::tickets::NewTicket;

fn outgoing(session: i64) -> Caller {
    Caller {
        direction: "out",
        number: Some("79160000003"),
        ..Caller::new(session)
    }
}

async fn ticket(bench: &Bench) -> domain::TicketId {
    let new = NewTicket {
        subject: "Перенести доставку".to_owned(),
        channel_id: Some(bench.channel),
        ..NewTicket::default()
    };
    let view = bench.desk.create_ticket(&bench.anna, new).await.unwrap();
    view.ticket.id
}

on_both! {
    async fn it_stands_in_the_ticket_before_and_after_its_notifications(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let (_, token) = test.token(bench.channel).await;
        let ticket = ticket(&bench).await;
        let form = DialForm { ticket: Some(ticket), ..to("79160000003") };
        let view = bench.desk.dial(&bench.anna, &form).await.unwrap();
        assert_eq!(view.call.ticket_id, Some(ticket));
        assert!(view.call.decisions.contains(&Decision::TicketDialled { ticket }));
        tell(test, &token, &outgoing(view.call.session_id).all()).await;
        let heard = call(test, bench.channel, view.call.session_id).await;
        assert_eq!((heard.id, heard.ticket_id, heard.facts.state), (view.call.id, Some(ticket), State::Finished));
        assert_eq!(heard.agent_id, Some(bench.anna.agent));
    }

    async fn notifications_that_come_before_the_answer_bring_it_there_too(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let (_, token) = test.token(bench.channel).await;
        let ticket = ticket(&bench).await;
        bench.panel("faults", json!({"call_api_down": true})).await;
        let form = DialForm { ticket: Some(ticket), ..to("79160000003") };
        bench.desk.dial(&bench.anna, &form).await.unwrap_err();
        let dial = store::dials::latest(&mut test.store.read().await.unwrap(), bench.anna.agent, &"+79160000003".parse().unwrap()).await.unwrap().unwrap();
        let named = |body: String| body.replacen('{', &format!("{{\"external_id\":\"{}\",", dial.id), 1);
        let bodies: Vec<String> = outgoing(77).all().into_iter().map(named).collect();
        tell(test, &token, &bodies).await;
        let heard = call(test, bench.channel, 77).await;
        assert_eq!((heard.ticket_id, heard.agent_id), (Some(ticket), Some(bench.anna.agent)));
        let settled = store::dials::find_all(&mut test.store.read().await.unwrap(), &[dial.id]).await.unwrap();
        assert_eq!((settled[0].state, settled[0].session_id), (domain::DialState::Begun, Some(77)));
    }

    async fn a_name_from_another_channel_ties_nothing(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let other = test.channel_with("Другой", domain::TicketPolicy::default()).await;
        let (_, token) = test.token(other).await;
        let ticket = ticket(&bench).await;
        let form = DialForm { ticket: Some(ticket), ..to("79160000003") };
        let view = bench.desk.dial(&bench.anna, &form).await.unwrap();
        let id = view.call.facts.external_id.unwrap();
        let named = |body: String| body.replacen('{', &format!("{{\"external_id\":\"{id}\","), 1);
        let bodies: Vec<String> = outgoing(78).all().into_iter().map(named).collect();
        tell(test, &token, &bodies).await;
        assert_ne!(call(test, other, 78).await.ticket_id, Some(ticket));
    }

    async fn one_heard_before_its_name_was_known_moves_into_the_ticket(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let (_, token) = test.token(bench.channel).await;
        let ticket = ticket(&bench).await;
        let form = DialForm { ticket: Some(ticket), ..to("79160000003") };
        let view = bench.desk.dial(&bench.anna, &form).await.unwrap();
        let dial = store::dials::latest(&mut test.store.read().await.unwrap(), bench.anna.agent, &"+79160000003".parse().unwrap()).await.unwrap().unwrap();
        // Another desk's notifications of a call that this one has not told yet.
        tell(test, &token, &outgoing(79).all()[..1]).await;
        let before = call(test, bench.channel, 79).await;
        assert_ne!(before.ticket_id, Some(ticket));
        let channel = bench.desk.channel(&test.admin().await, bench.channel).await.unwrap();
        let again = domain::Dial { id: domain::DialId::at(test.desk.now()), session_id: None, state: domain::DialState::Asked, ..dial };
        let mut tx = test.store.begin().await.unwrap();
        store::dials::insert(&mut tx, &again).await.unwrap();
        tx.commit().await.unwrap();
        bench.desk.begun(&channel, &again, 79).await.unwrap();
        let after = call(test, bench.channel, 79).await;
        assert_eq!((after.id, after.ticket_id), (before.id, Some(ticket)));
        assert_ne!(view.call.id, after.id);
    }
}
