//! A shared number learns whose it is; a caller gets a name with all their history.

use domain::Decision;

use super::*;
use crate::calls::tests::pbx::{Caller, call, tell, ticket};

on_both! {
    async fn whom_somebody_chose_comes_first_the_next_time_and_it_can_be_taken_back(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let desk = &test.desk;
        let boris = desk.create_client(&admin, named("Борис", &["+79160000002"])).await.unwrap();
        let anna = desk.create_client(&admin, named("Анна", &["+79160000002"])).await.unwrap();
        tell(test, &token, &Caller::new(1).all()).await;
        let first = call(test, channel, 1).await;
        assert_eq!(first.client_id, Some(boris.id));

        let picked = desk.pick_client(&admin, Pick::Ticket(first.ticket_id.unwrap()), anna.id).await.unwrap();
        let moved = call(test, channel, 1).await;
        assert_eq!((moved.client_id, &moved.decisions[0]), (Some(anna.id), &Decision::ClientByHand { client: anna.id }));
        let its = ticket(test, &moved).await;
        assert_eq!((its.client_id, its.subject.as_str()), (Some(anna.id), "Входящий звонок: Анна"));
        let found = desk.look_up(&admin, "+79160000002").await.unwrap();
        assert_eq!(found.candidates[0].client.id, anna.id);
        assert_eq!((found.candidates[0].standing, found.candidates[1].standing), (Standing::Known, Standing::Maybe));
        assert!(found.candidates[0].reasons.contains(&Reason::Chosen));
        tell(test, &token, &Caller { started: 100, ..Caller::new(2) }.all()).await;
        let second = call(test, channel, 2).await;
        assert_eq!(second.client_id, Some(anna.id));
        assert!(matches!(&second.decisions[0], Decision::ClientLearned { others, .. } if *others == [boris.id]));

        desk.undo_client_move(&admin, picked.undo).await.unwrap();
        let back = call(test, channel, 1).await;
        assert_eq!(back.client_id, Some(boris.id));
        assert!(matches!(back.decisions[0], Decision::ClientShared { .. }));
        assert_eq!(ticket(test, &back).await.subject.as_str(), "Входящий звонок: Борис");
        let found = desk.look_up(&admin, "+79160000002").await.unwrap();
        assert!(found.candidates.iter().all(|one| one.standing == Standing::Maybe), "nothing was learned");
    }

    async fn the_last_choice_outweighs_all_before_it(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let desk = &test.desk;
        let boris = desk.create_client(&admin, named("Борис", &["+79160000002"])).await.unwrap();
        let anna = desk.create_client(&admin, named("Анна", &["+79160000002"])).await.unwrap();
        tell(test, &token, &Caller::new(1).all()).await;
        let id = call(test, channel, 1).await.id;
        for client in [anna.id, anna.id, anna.id, boris.id] {
            desk.pick_client(&admin, Pick::Call(id), client).await.unwrap();
        }
        let found = desk.look_up(&admin, "+79160000002").await.unwrap();
        assert_eq!(found.candidates[0].client.id, boris.id);
        assert!(found.candidates[1].reasons.contains(&Reason::ChosenBefore));
    }

    async fn a_caller_stays_a_caller_until_named_and_then_always_had_the_name(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let anna = test.agent("anna", &[channel]).await;
        let desk = &test.desk;
        tell(test, &token, &Caller::new(1).all()).await;
        let heard = call(test, channel, 1).await;
        let list = ClientFilter { named: Some(true), ..ClientFilter::default() };
        assert!(desk.clients(&anna, &list, Slice::first(9)).await.unwrap().items.is_empty());
        let name = ClientChange { name: Some(Some("Ирина Савельева".into())), ..ClientChange::default() };
        let named = desk.change_client(&anna, heard.client_id.unwrap(), name).await.unwrap();
        assert!(named.named);
        assert_eq!(ticket(test, &heard).await.subject.as_str(), "Входящий звонок: Ирина Савельева");
        assert_eq!(desk.clients(&anna, &list, Slice::first(9)).await.unwrap().items.len(), 1);
    }

    async fn a_caller_who_was_known_all_along_is_merged_with_their_number(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let anna = test.agent("anna", &[channel]).await;
        let desk = &test.desk;
        let ira = desk.create_client(&anna, named("Ирина", &["+74957806140"])).await.unwrap();
        tell(test, &token, &Caller::new(1).all()).await;
        let heard = call(test, channel, 1).await;
        let picked = desk.pick_client(&anna, Pick::Call(heard.id), ira.id).await.unwrap();
        assert!(picked.merged);
        assert_eq!((picked.client.id, picked.client.phones.len()), (ira.id, 2));
        assert_eq!(ticket(test, &heard).await.subject.as_str(), "Входящий звонок: Ирина");
        desk.undo_client_move(&anna, picked.undo).await.unwrap();
        assert_eq!(call(test, channel, 1).await.client_id, heard.client_id);
        assert_eq!(ticket(test, &heard).await.subject.as_str(), "Входящий звонок: +7 916 000-00-02");
    }

    async fn a_spammers_calls_gather_in_one_ticket_and_say_so(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let spammer = NewClient { spammer: true, ..named("Реклама", &["+79160000002"]) };
        test.desk.create_client(&admin, spammer).await.unwrap();
        for session in [1, 2] {
            tell(test, &token, &Caller { started: session * 100, ..Caller::new(session) }.all()).await;
        }
        let (first, second) = (call(test, channel, 1).await, call(test, channel, 2).await);
        assert_eq!(first.ticket_id, second.ticket_id);
        let spam = |call: &domain::Call| call.decisions.iter().any(|one| matches!(one, Decision::TicketSpam { .. }));
        assert!(spam(&first) && spam(&second));
        assert_eq!(ticket(test, &second).await.status, domain::Status::Spam);
    }
}
