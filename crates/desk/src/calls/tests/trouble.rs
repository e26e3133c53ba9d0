//! One bad notification, and hearing goes on.

use domain::call::{Outcome, State};
use domain::notification::Verdict;

use super::pbx::{Caller, call, send, tell};
use crate::on_both;

on_both! {
    async fn absurd_numbers_in_a_notification_stop_nobody(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let absurd = Caller::new(1).finish().replace("\"total_time_duration\":56", "\"total_time_duration\":9000000000000000000,\"postprocess_time_duration\":9000000000000000000");
        assert!(absurd.contains("postprocess"), "{absurd}");
        tell(test, &token, &[absurd, Caller::new(2).finish()]).await;
        assert_eq!(call(test, channel, 1).await.facts.state, State::Finished);
        assert_eq!(call(test, channel, 2).await.facts.outcome, Outcome::Talked);
    }

    async fn what_cannot_be_heard_is_set_aside_alone_with_its_reason(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &[Caller::new(1).start()]).await;
        store::testing::spoil_call(&test.store, call(test, channel, 1).await.id).await;
        send(test, &token, &Caller::new(1).finish()).await;
        send(test, &token, &Caller::new(2).start()).await;
        test.desk.hear_all().await.unwrap();
        assert_eq!(call(test, channel, 2).await.facts.state, State::Ringing);
        let failed = test.desk.notifications(&admin, channel, Some(Verdict::Failed), store::Slice::first(9)).await.unwrap().items;
        assert_eq!(failed.len(), 1);
        assert!(failed[0].error.as_ref().unwrap().contains("storage"), "{:?}", failed[0].error);
    }

    async fn what_is_put_back_is_heard_again_and_gives_the_same_calls(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        send(test, &token, &Caller::new(1).start()).await;
        send(test, &token, &Caller::new(2).start()).await;
        assert_eq!(test.desk.hear_all().await.unwrap(), 2);
        let page = test.desk.notifications(&admin, channel, None, store::Slice::first(9)).await.unwrap();
        assert!(page.items.iter().all(|n| n.verdict == Verdict::Heard));
        test.desk.put_back(Some(channel), &[Verdict::Heard]).await.unwrap();
        assert_eq!(test.desk.hear_all().await.unwrap(), 2, "heard again, twice the same call");
        let page = test.desk.notifications(&admin, channel, None, store::Slice::first(9)).await.unwrap();
        assert_eq!(page.items.len(), 2);
        assert_eq!(super::pbx::count(test, &admin).await, 2);
    }

    async fn a_call_heard_again_finds_an_agent_who_was_filled_in_later(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &Caller::new(1).all()).await;
        assert_eq!(call(test, channel, 1).await.agent_id, None);
        let anna = test.agent("anna", &[channel]).await;
        test.telephone(anna.agent, "391001", None).await;
        test.desk.put_back(Some(channel), &[Verdict::Heard]).await.unwrap();
        test.desk.hear_all().await.unwrap();
        let heard = call(test, channel, 1).await;
        assert_eq!(heard.agent_id, Some(anna.agent));
        assert_eq!(super::pbx::ticket(test, &heard).await.assignee_id, Some(anna.agent));
    }

    async fn a_timeline_keeps_calls_of_other_channels_to_itself(test: &TestDesk) {
        let admin = test.admin().await;
        let (mine, other) = (test.channel().await, test.channel().await);
        let anna = test.agent("anna", &[mine]).await;
        let (_, token) = test.token(other).await;
        let known = crate::clients::NewClient {
            name: Some("Ирина".to_owned()),
            phones: vec![crate::clients::TypedPhone { number: "79160000002".to_owned(), kind: None }],
            ..crate::clients::NewClient::default()
        };
        let client = test.desk.create_client(&admin, known).await.unwrap();
        let new = crate::tickets::NewTicket { subject: "Заказ".to_owned(), client_id: Some(client.id), ..crate::tickets::NewTicket::default() };
        let ticket = test.desk.create_ticket(&admin, new).await.unwrap().ticket;
        tell(test, &token, &Caller::new(1).all()).await;
        assert_eq!(call(test, other, 1).await.ticket_id, Some(ticket.id), "it joins the ticket that belongs to no channel");
        let seen = |entries: store::Page<domain::Entry>| entries.items.iter().filter(|entry| entry.call_id.is_some()).count();
        let all = test.desk.timeline(&admin, ticket.id, store::Slice::first(99)).await.unwrap();
        let hers = test.desk.timeline(&anna, ticket.id, store::Slice::first(99)).await.unwrap();
        assert_eq!((seen(all), seen(hers)), (2, 0));
    }
}
