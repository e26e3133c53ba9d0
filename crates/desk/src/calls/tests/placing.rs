//! Clients by number, tickets by policy.

use domain::policy::{Attach, Tickets};
use domain::{Decision, Status, TicketPolicy};

use super::pbx::{Caller, call, tell, ticket, timeline};
use crate::clients::{NewClient, TypedPhone};
use crate::on_both;
use crate::tickets::TicketChange;

fn known(name: &str, number: &str) -> NewClient {
    let phones = vec![TypedPhone {
        number: number.to_owned(),
        kind: None,
    }];
    NewClient {
        name: Some(name.to_owned()),
        phones,
        ..NewClient::default()
    }
}

fn status(name: &str) -> TicketChange {
    TicketChange {
        status: Some(name.to_owned()),
        ..TicketChange::default()
    }
}

on_both! {
    async fn a_client_is_found_by_a_number_in_another_spelling(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let ira = test.desk.create_client(&admin, known("Ирина Савельева", "8 (916) 000-00-02")).await.unwrap();
        tell(test, &token, &Caller::new(1).all()).await;
        let heard = call(test, channel, 1).await;
        assert_eq!(heard.client_id, Some(ira.id));
        assert!(matches!(heard.decisions[0], Decision::ClientKnown { .. }));
        assert_eq!(ticket(test, &heard).await.subject.as_str(), "Входящий звонок: Ирина Савельева");
    }

    async fn a_shared_number_is_the_one_last_in_contact_and_says_so(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let boris = test.desk.create_client(&admin, known("Борис", "+79160000002")).await.unwrap();
        tell(test, &token, &Caller::new(1).all()).await;
        let anna = test.desk.create_client(&admin, known("Анна", "+79160000002")).await.unwrap();
        tell(test, &token, &Caller { started: 100, ..Caller::new(2) }.all()).await;
        let heard = call(test, channel, 2).await;
        assert_eq!(heard.client_id, Some(boris.id));
        assert!(matches!(&heard.decisions[0], Decision::ClientShared { others, .. } if *others == [anna.id]));
    }

    async fn a_withheld_number_makes_a_ticket_without_a_client_each_time(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        for session in [1, 2] {
            tell(test, &token, &Caller { number: None, ..Caller::new(session) }.all()).await;
        }
        let (one, other) = (call(test, channel, 1).await, call(test, channel, 2).await);
        assert_eq!((one.client_id, other.client_id), (None, None));
        assert_ne!(one.ticket_id, other.ticket_id);
        assert!(matches!(one.decisions[0], Decision::NumberWithheld));
        assert_eq!(ticket(test, &one).await.subject.as_str(), "Входящий звонок: номер скрыт");
    }

    async fn a_name_from_the_address_book_names_a_client_nobody_has_named(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let caller = Caller { name: Some("Пётр Сидоров"), ..Caller::new(1) };
        tell(test, &token, &[Caller::new(1).start(), caller.finish()]).await;
        let heard = call(test, channel, 1).await;
        assert_eq!(test.desk.client(&admin, heard.client_id.unwrap()).await.unwrap().name, "Пётр Сидоров");
        assert_eq!(ticket(test, &heard).await.subject.as_str(), "Входящий звонок: Пётр Сидоров");
    }

    async fn a_second_call_joins_the_open_ticket_and_not_a_closed_one(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &Caller::new(1).all()).await;
        tell(test, &token, &Caller { started: 100, ..Caller::new(2) }.all()).await;
        let (first, second) = (call(test, channel, 1).await, call(test, channel, 2).await);
        assert_eq!(first.ticket_id, second.ticket_id);
        assert!(second.decisions.iter().any(|d| matches!(d, Decision::TicketJoined { .. })));
        test.desk.change_ticket(&admin, first.ticket_id.unwrap(), status("closed"), None).await.unwrap();
        tell(test, &token, &Caller { started: 200, ..Caller::new(3) }.all()).await;
        assert_ne!(call(test, channel, 3).await.ticket_id, first.ticket_id);
    }

    async fn a_solved_ticket_is_opened_again_within_its_hours_only(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &Caller::new(1).all()).await;
        let first = call(test, channel, 1).await.ticket_id.unwrap();
        test.desk.change_ticket(&admin, first, status("solved"), None).await.unwrap();
        tell(test, &token, &Caller { started: 3600, ..Caller::new(2) }.all()).await;
        let second = call(test, channel, 2).await;
        assert_eq!(second.ticket_id, Some(first));
        assert_eq!(ticket(test, &second).await.status, Status::Open);
        test.desk.change_ticket(&admin, first, status("solved"), None).await.unwrap();
        tell(test, &token, &Caller { started: 73 * 3600, ..Caller::new(3) }.all()).await;
        assert_ne!(call(test, channel, 3).await.ticket_id, Some(first));
    }

    async fn a_policy_decides_which_calls_make_a_ticket(test: &TestDesk) {
        for (policy, missed, answered) in
            [(Tickets::Missed, true, false), (Tickets::Answered, false, true), (Tickets::Never, false, false)]
        {
            let policy = TicketPolicy { tickets: policy, attach: Attach::AlwaysNew, ..TicketPolicy::default() };
            let channel = test.channel_with("Канал", policy.clone()).await;
            let (_, token) = test.token(channel).await;
            let lost = Caller { talks: Vec::new(), recordings: 0, ..Caller::new(1) };
            tell(test, &token, &lost.all()).await;
            tell(test, &token, &Caller::new(2).all()).await;
            assert_eq!(call(test, channel, 1).await.ticket_id.is_some(), missed, "{policy:?}");
            assert_eq!(call(test, channel, 2).await.ticket_id.is_some(), answered, "{policy:?}");
        }
    }

    async fn a_spammers_call_is_spam(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let spammer = NewClient { spammer: true, ..known("Реклама", "+79160000002") };
        test.desk.create_client(&admin, spammer).await.unwrap();
        tell(test, &token, &Caller { talks: Vec::new(), ..Caller::new(1) }.all()).await;
        let heard = call(test, channel, 1).await;
        assert_eq!(ticket(test, &heard).await.status, Status::Spam);
    }

    async fn a_call_moved_by_hand_stays_where_it_was_put(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        tell(test, &token, &Caller::new(1).all()).await;
        let caller = Caller { number: Some("79160000003"), ..Caller::new(2) };
        tell(test, &token, &[caller.start()]).await;
        let (first, second) = (call(test, channel, 1).await, call(test, channel, 2).await);
        let moved = test.desk.move_call(&admin, second.id, first.ticket_id.unwrap()).await.unwrap();
        assert_eq!(moved.call.ticket_id, first.ticket_id);
        tell(test, &token, &[caller.finish()]).await;
        let after = call(test, channel, 2).await;
        assert_eq!(after.ticket_id, first.ticket_id);
        let entries = timeline(test, &admin, &after).await;
        assert_eq!(entries.iter().filter(|e| e.call_id == Some(second.id)).count(), 2, "start and end moved along");
    }
}
