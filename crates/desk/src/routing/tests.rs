//! At whom the PBX is told to ring.

use super::*;
use crate::calls::tests::pbx::{Caller, call, tell};
use crate::channels::ChannelChange;
use crate::on_both;
use crate::presence::PresenceForm;
use crate::testing::TestDesk;
use crate::tickets::TicketChange;
use domain::agent::OperatorId;
use domain::{Actor, Decision};

async fn begin(test: &TestDesk) -> (ChannelId, String, Actor) {
    let channel = test.channel().await;
    let (_, token) = test.token(channel).await;
    let admin = test.admin().await;
    let change = ChannelChange {
        routes: Some(true),
        ..ChannelChange::default()
    };
    test.desk
        .change_channel(&admin, channel, &change)
        .await
        .unwrap();
    for (name, operator, phone) in [("anna", "391001", "0288101"), ("zoya", "391002", "0288102")] {
        let agent = test.agent(name, &[channel]).await;
        test.telephone(agent.agent, operator, None).await;
        let operator = OperatorId::parse(operator).unwrap();
        test.desk
            .phones
            .learn(channel, operator, phone, test.desk.now());
    }
    (channel, token, admin)
}

async fn asked(test: &TestDesk, token: &str, number: &str) -> Vec<String> {
    let incoming = Incoming {
        tokens: vec![token.to_owned()],
        method: "GET".to_owned(),
        query: String::new(),
        content_type: None,
        body: bytes::Bytes::new(),
        address: None,
    };
    let ask = RouteAsk {
        number: Some(number.to_owned()),
        session: Some(77),
    };
    test.desk.route(&incoming, &ask).await.unwrap()
}

on_both! {
    async fn it_rings_at_whoever_talked_last_or_works_on_the_open_ticket(test: &TestDesk) {
        let (channel, token, admin) = begin(test).await;
        let zoya = test.agent("zoya", &[]).await;
        assert_eq!(asked(test, &token, "79160000002").await, [""; 0], "nobody knows the client");
        tell(test, &token, &Caller::new(1).all()).await;
        assert_eq!(asked(test, &token, "8 (916) 000-00-02").await, ["0288101"]);
        let first = call(test, channel, 1).await;
        let given = TicketChange { assignee_id: Some(Some(zoya.agent)), ..TicketChange::default() };
        test.desk.change_ticket(&admin, first.ticket_id.unwrap(), given, None).await.unwrap();
        assert_eq!(asked(test, &token, "79160000002").await, ["0288102"]);
        let quiet = PresenceForm { state: "do_not_disturb".to_owned(), ..PresenceForm::default() };
        test.desk.set_presence(&zoya, &quiet).await.unwrap();
        assert_eq!(asked(test, &token, "79160000002").await, ["0288101"], "she is not to be disturbed");
    }

    async fn it_asks_nobody_when_that_is_off_or_the_token_is_wrong(test: &TestDesk) {
        let (channel, token, admin) = begin(test).await;
        tell(test, &token, &Caller::new(1).all()).await;
        let off = ChannelChange { routes: Some(false), ..ChannelChange::default() };
        test.desk.change_channel(&admin, channel, &off).await.unwrap();
        assert_eq!(asked(test, &token, "79160000002").await, [""; 0]);
        let wrong = Incoming { tokens: vec!["dzv_wrong".to_owned()], method: "GET".to_owned(), query: String::new(),
            content_type: None, body: bytes::Bytes::new(), address: None };
        let answer = test.desk.route(&wrong, &RouteAsk::default()).await;
        assert!(matches!(answer, Err(NotTaken::UnknownToken)));
    }

    async fn the_calls_page_tells_at_whom_it_was_sent(test: &TestDesk) {
        let (channel, token, admin) = begin(test).await;
        tell(test, &token, &Caller::new(1).all()).await;
        let anna = test.agent("anna", &[channel]).await;
        let routed = Routed { agent: anna.agent, because: RouteReason::TalkedLast, phones: vec!["0288101".to_owned()] };
        test.desk.clone().note_route(channel, 77, routed).await;
        tell(test, &token, &[Caller { started: 600, ..Caller::new(77) }.start()]).await;
        let call = call(test, channel, 77).await;
        let decisions = test.desk.call_decisions(&admin, call.id).await.unwrap();
        let routed = test.desk.call(&admin, call.id).await.unwrap().routed;
        assert!(matches!(routed, Some(Decision::RoutedTo { why: RouteReason::TalkedLast, .. })));
        let last = decisions.last().unwrap();
        assert!(matches!(last.decision, Decision::RoutedTo { why: RouteReason::TalkedLast, .. }));
        assert_eq!(last.agents[0].name, "anna");
    }
}
