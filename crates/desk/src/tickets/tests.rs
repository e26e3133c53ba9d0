//! Tickets in people's hands.

mod bulk;
mod list;
mod merging;
mod reminding;
mod writing;

use domain::{EntryKind, Status};
use store::Slice;
use store::tickets::TicketFilter;

use super::*;
use crate::on_both;
use crate::{Denied, Refusal, Thing, Why};

fn new(subject: &str) -> NewTicket {
    NewTicket {
        subject: subject.to_owned(),
        ..NewTicket::default()
    }
}

fn faults(refusal: Refusal) -> Vec<(String, Why)> {
    let Refusal::Invalid(faults) = refusal else {
        panic!("not a form's refusal: {refusal:?}")
    };
    faults
        .into_iter()
        .map(|fault| (fault.field, fault.why))
        .collect()
}

on_both! {
    async fn a_ticket_made_by_hand_tells_who_made_it(test: &TestDesk) {
        let admin = test.admin().await;
        let made = NewTicket { text: Some("Просила перезвонить".into()), tags: vec!["доставка".into(), " доставка ".into()], ..new(" Не приехал\n заказ ") };
        let ticket = test.desk.create_ticket(&admin, made).await.unwrap().ticket;
        assert_eq!((ticket.number, ticket.subject.as_str(), ticket.status), (1, "Не приехал заказ", Status::Open));
        assert_eq!(ticket.tags, ["доставка"]);
        let entries = test.desk.timeline(&admin, ticket.id, Slice::first(10)).await.unwrap().items;
        let told: Vec<_> = entries.iter().map(|e| (e.kind, e.author.as_ref().unwrap().name.as_str())).collect();
        assert_eq!(told, [(EntryKind::Change, "admin"), (EntryKind::Comment, "admin")]);
    }

    async fn all_that_is_wrong_with_a_form_is_told_at_once(test: &TestDesk) {
        let admin = test.admin().await;
        let wrong = NewTicket { priority: Some("asap".into()), channel_id: Some(domain::ChannelId::at(test.desk.now())), ..new("  ") };
        let faults = faults(test.desk.create_ticket(&admin, wrong).await.unwrap_err());
        let fields: Vec<&str> = faults.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["subject", "priority", "channel_id"]);
        assert_eq!(test.desk.count_tickets(&admin, &TicketFilter::default()).await.unwrap(), 0);
    }

    async fn a_change_is_told_and_a_solved_ticket_knows_since_when(test: &TestDesk) {
        let admin = test.admin().await;
        let ticket = test.desk.create_ticket(&admin, new("Заказ")).await.unwrap().ticket;
        let change = TicketChange { status: Some("solved".into()), priority: Some("high".into()), ..TicketChange::default() };
        let solved = test.desk.change_ticket(&admin, ticket.id, change, Some(ticket.version)).await.unwrap().ticket;
        assert_eq!((solved.status, solved.solved_at), (Status::Solved, Some(test.desk.now())));
        let entries = test.desk.timeline(&admin, ticket.id, Slice::first(10)).await.unwrap().items;
        let fields: Vec<_> = entries.iter().map(|e| e.fields["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["created", "status", "priority"]);
        let opened = TicketChange { status: Some("open".into()), ..TicketChange::default() };
        assert_eq!(test.desk.change_ticket(&admin, ticket.id, opened, None).await.unwrap().ticket.solved_at, None);
    }

    async fn two_people_never_overwrite_each_other_unseen(test: &TestDesk) {
        let admin = test.admin().await;
        let ticket = test.desk.create_ticket(&admin, new("Заказ")).await.unwrap().ticket;
        let subject = |text: &str| TicketChange { subject: Some(text.into()), ..TicketChange::default() };
        test.desk.change_ticket(&admin, ticket.id, subject("Заказ 77"), Some(ticket.version)).await.unwrap();
        let second = test.desk.change_ticket(&admin, ticket.id, subject("Заказ 78"), Some(ticket.version)).await;
        assert!(matches!(second, Err(Refusal::Changed)));
        assert_eq!(test.desk.ticket(&admin, ticket.id).await.unwrap().ticket.subject.as_str(), "Заказ 77");
    }

    async fn a_ticket_of_another_channel_is_not_there(test: &TestDesk) {
        let admin = test.admin().await;
        let (mine, other) = (test.channel().await, test.channel().await);
        let anna = test.agent("anna", &[mine]).await;
        let ticket = test.desk.create_ticket(&admin, NewTicket { channel_id: Some(other), ..new("Чужой") }).await.unwrap().ticket;
        let gone = |refusal: Refusal| matches!(refusal, Refusal::NotFound(Thing::Ticket));
        assert!(gone(test.desk.ticket(&anna, ticket.id).await.unwrap_err()));
        assert!(gone(test.desk.ticket_by_number(&anna, ticket.number).await.unwrap_err()));
        assert!(gone(test.desk.timeline(&anna, ticket.id, Slice::first(1)).await.unwrap_err()));
        assert!(gone(test.desk.comment(&anna, ticket.id, "x").await.unwrap_err()));
        assert!(gone(test.desk.change_ticket(&anna, ticket.id, TicketChange::default(), None).await.unwrap_err()));
        assert!(test.desk.tickets(&anna, &TicketFilter::default(), Slice::first(9)).await.unwrap().items.is_empty());
        let foreign = NewTicket { channel_id: Some(other), ..new("В чужой канал") };
        assert_eq!(faults(test.desk.create_ticket(&anna, foreign).await.unwrap_err())[0].0, "channel_id");
    }

    async fn only_somebody_who_sees_the_ticket_can_work_on_it(test: &TestDesk) {
        let admin = test.admin().await;
        let (channel, other) = (test.channel().await, test.channel().await);
        let outsider = test.agent("oleg", &[other]).await;
        let ticket = test.desk.create_ticket(&admin, NewTicket { channel_id: Some(channel), ..new("Заказ") }).await.unwrap().ticket;
        let change = TicketChange { assignee_id: Some(Some(outsider.agent)), ..TicketChange::default() };
        let refused = test.desk.change_ticket(&admin, ticket.id, change, None).await.unwrap_err();
        assert_eq!(faults(refused), [("assignee_id".to_owned(), Why::Unknown)]);
    }

    async fn an_internal_employee_comments_and_changes_nothing(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let internal = test.internal(&[channel]).await;
        let ticket = test.desk.create_ticket(&admin, NewTicket { channel_id: Some(channel), ..new("Заказ") }).await.unwrap().ticket;
        test.desk.comment(&internal, ticket.id, "Проверил на складе").await.unwrap();
        let denied = test.desk.change_ticket(&internal, ticket.id, TicketChange::default(), None).await;
        assert!(matches!(denied, Err(Refusal::NotAllowed(Denied::InternalOnly))));
        assert!(test.desk.create_ticket(&internal, new("Новый")).await.is_err());
    }

    async fn an_empty_comment_is_refused_and_a_long_one_says_how_long(test: &TestDesk) {
        let admin = test.admin().await;
        let ticket = test.desk.create_ticket(&admin, new("Заказ")).await.unwrap().ticket;
        assert_eq!(faults(test.desk.comment(&admin, ticket.id, " \n ").await.unwrap_err())[0].1, Why::Required);
        let long = "x".repeat(LONGEST_COMMENT + 1);
        assert_eq!(faults(test.desk.comment(&admin, ticket.id, &long).await.unwrap_err())[0].1, Why::TooLong(LONGEST_COMMENT));
    }
}
