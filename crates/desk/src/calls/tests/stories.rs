//! B9, B10, B11: what the article promises of a call.

use domain::call::{Outcome, State};
use domain::ticket::Assigner;
use domain::{Decision, EntryKind, Status};

use super::pbx::{Caller, call, count, send, tell, ticket, timeline};
use crate::on_both;
use crate::tickets::TicketChange;

on_both! {
    async fn a_call_makes_a_ticket_at_its_first_sign(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &[Caller::new(1).start()]).await;
        let heard = call(test, channel, 1).await;
        assert_eq!((heard.facts.state, heard.facts.outcome), (State::Ringing, Outcome::Unknown));
        let ticket = ticket(test, &heard).await;
        assert_eq!(ticket.status, Status::New);
        assert_eq!(ticket.subject.as_str(), "Входящий звонок: +7 916 000-00-02");
        assert_eq!(ticket.client_id, heard.client_id);
        let entries = timeline(test, &admin, &heard).await;
        assert_eq!(entries.iter().map(|e| e.kind).collect::<Vec<_>>(), [EntryKind::CallStarted]);
        assert_eq!(entries[0].fields["client_number"], "+79160000002");
        assert!(matches!(heard.decisions[..], [Decision::ClientMade { .. }, Decision::TicketMade { .. }, Decision::NobodyTalked]));
    }

    async fn the_ticket_goes_to_the_agent_who_talks_and_the_end_writes_the_comment(test: &TestDesk) {
        let channel = test.channel().await;
        let admin = test.admin().await;
        let anna = test.agent("anna", &[channel]).await;
        test.telephone(anna.agent, "391001", Some("+74950000001")).await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &Caller::new(1).all()).await;
        let heard = call(test, channel, 1).await;
        assert_eq!((heard.facts.outcome, heard.agent_id), (Outcome::Talked, Some(anna.agent)));
        let ticket = ticket(test, &heard).await;
        assert_eq!((ticket.assignee_id, ticket.status), (Some(anna.agent), Status::Open));
        let entries = timeline(test, &admin, &heard).await;
        let comment = entries.iter().find(|e| e.kind == EntryKind::CallFinished).unwrap();
        assert_eq!(
            comment.fields,
            serde_json::json!({
                "type": "in", "status": "success", "operator_id": "391001",
                "started_at": "2026-03-28T13:29:07Z", "finished_at": "2026-03-28T13:30:03Z",
                "operator_name": "Оператор 391001", "duration": "00:00:45",
                "recordings": [format!("/api/v1/calls/{}/recordings/0", heard.id)],
            })
        );
    }

    async fn a_transferred_call_belongs_to_who_talked_last(test: &TestDesk) {
        let channel = test.channel().await;
        let (anna, oleg) = (test.agent("anna", &[channel]).await, test.agent("oleg", &[channel]).await);
        test.telephone(anna.agent, "391001", None).await;
        test.telephone(oleg.agent, "391002", None).await;
        let (_, token) = test.token(channel).await;
        let caller = Caller { talks: vec![(391_001, 5), (391_002, 20)], recordings: 2, ..Caller::new(1) };
        tell(test, &token, &caller.all()).await;
        let heard = call(test, channel, 1).await;
        assert_eq!(heard.agent_id, Some(oleg.agent));
        assert_eq!(ticket(test, &heard).await.assignee_id, Some(oleg.agent));
        assert_eq!(heard.facts.recordings.len(), 2);
        assert!(heard.facts.transferred);
    }

    async fn an_outgoing_call_nobody_took_is_no_success_and_its_caller_keeps_the_ticket(test: &TestDesk) {
        let channel = test.channel().await;
        let anna = test.agent("anna", &[channel]).await;
        test.telephone(anna.agent, "391001", None).await;
        let (_, token) = test.token(channel).await;
        let caller = Caller { direction: "out", talks: Vec::new(), recordings: 0, ..Caller::new(1) };
        tell(test, &token, &caller.all()).await;
        let heard = call(test, channel, 1).await;
        assert_eq!((heard.facts.outcome, heard.facts.success()), (Outcome::Failed, Some(false)));
        assert_eq!(ticket(test, &heard).await.assignee_id, Some(anna.agent));
    }

    async fn two_agents_with_one_operator_are_told_apart_by_number_or_not_at_all(test: &TestDesk) {
        let channel = test.channel().await;
        let (anna, oleg) = (test.agent("anna", &[channel]).await, test.agent("oleg", &[channel]).await);
        let (_, token) = test.token(channel).await;
        test.telephone(anna.agent, "391001", Some("+74950000009")).await;
        test.telephone(oleg.agent, "391001", Some("+74950000001")).await;
        tell(test, &token, &Caller::new(1).all()).await;
        let heard = call(test, channel, 1).await;
        assert_eq!(heard.agent_id, Some(oleg.agent));
        assert!(heard.decisions.iter().any(|d| matches!(d, Decision::AgentByNumber { .. })));
        test.telephone(anna.agent, "391001", Some("+74950000001")).await;
        tell(test, &token, &Caller { number: Some("79160000005"), ..Caller::new(2) }.all()).await;
        let unclear = call(test, channel, 2).await;
        assert_eq!(unclear.agent_id, None);
        assert!(unclear.decisions.iter().any(|d| matches!(d, Decision::AgentAmbiguous { agents, .. } if agents.len() == 2)));
        assert_eq!(ticket(test, &unclear).await.assignee_id, None);
    }

    async fn an_agent_without_access_to_the_channel_is_not_assigned(test: &TestDesk) {
        let channel = test.channel().await;
        let outsider = test.agent("anna", &[]).await;
        test.telephone(outsider.agent, "391001", None).await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &Caller::new(1).all()).await;
        let heard = call(test, channel, 1).await;
        assert_eq!(heard.agent_id, None);
        assert!(heard.decisions.iter().any(|d| matches!(d, Decision::AgentUnknown { operator_id } if operator_id == "391001")));
    }

    async fn a_ticket_assigned_by_hand_is_not_taken_away(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (anna, oleg) = (test.agent("anna", &[channel]).await, test.agent("oleg", &[channel]).await);
        test.telephone(anna.agent, "391001", None).await;
        let (_, token) = test.token(channel).await;
        let caller = Caller::new(1);
        tell(test, &token, &[caller.start()]).await;
        let ringing = call(test, channel, 1).await;
        let by_hand = TicketChange { assignee_id: Some(Some(oleg.agent)), ..TicketChange::default() };
        test.desk.change_ticket(&admin, ringing.ticket_id.unwrap(), by_hand, None).await.unwrap();
        tell(test, &token, &caller.all()[1..]).await;
        let heard = call(test, channel, 1).await;
        let ticket = ticket(test, &heard).await;
        assert_eq!((ticket.assignee_id, ticket.assigned_by), (Some(oleg.agent), Assigner::Hand));
        assert!(heard.decisions.iter().any(|d| matches!(d, Decision::AssigneeByHand { .. })));
    }

    async fn a_call_whose_end_never_comes_is_closed_and_a_late_end_wins(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let caller = Caller::new(1);
        tell(test, &token, &[caller.start()]).await;
        test.clock.advance(4 * 3600 - 1);
        assert_eq!(test.desk.lapse_silent_calls().await.unwrap(), 0);
        test.clock.advance(2);
        assert_eq!(test.desk.lapse_silent_calls().await.unwrap(), 1);
        let lapsed = call(test, channel, 1).await;
        assert_eq!((lapsed.facts.state, lapsed.facts.success()), (State::Finished, None));
        let admin = test.admin().await;
        let entries = timeline(test, &admin, &lapsed).await;
        assert!(entries.iter().any(|e| e.kind == EntryKind::CallFinished && e.fields["status"].is_null()));
        tell(test, &token, &[caller.finish()]).await;
        assert_eq!(call(test, channel, 1).await.facts.outcome, Outcome::Talked);
        assert_eq!(test.desk.lapse_silent_calls().await.unwrap(), 0);
    }

    async fn the_same_request_again_changes_nothing(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let body = Caller::new(1).finish();
        tell(test, &token, std::slice::from_ref(&body)).await;
        let before = call(test, channel, 1).await;
        send(test, &token, &body).await;
        assert_eq!(test.desk.hear_all().await.unwrap(), 0);
        assert_eq!(call(test, channel, 1).await, before);
        assert_eq!(count(test, &admin).await, 1);
    }

    async fn what_cannot_be_read_is_kept_and_stops_nobody(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        for body in ["\u{1}\u{2}", "{\"call_session_id\":", &Caller::new(1).start()] {
            send(test, &token, body).await;
        }
        assert_eq!(test.desk.hear_all().await.unwrap(), 3);
        assert_eq!(call(test, channel, 1).await.facts.state, State::Ringing);
        let mut conn = test.store.read().await.unwrap();
        assert_eq!(store::notifications::waiting(&mut conn).await.unwrap(), 0);
    }
}
