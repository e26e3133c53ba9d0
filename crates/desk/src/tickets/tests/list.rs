//! The list as somebody sees it.

use domain::{Narrowing, Order, Whose};
use store::Slice;
use store::tickets::Neighbour;

use super::new;
use crate::on_both;
use crate::tickets::{NewTicket, TicketChange};

on_both! {
    async fn what_changed_since_one_looked_is_unread(test: &TestDesk) {
        let (admin, anna) = (test.admin().await, test.agent("anna", &[]).await);
        let ticket = NewTicket { assignee_id: Some(anna.agent), ..new("Заказ") };
        let ticket = test.desk.create_ticket(&admin, ticket).await.unwrap().ticket;
        let filter = test.desk.ticket_filter(&anna, &Narrowing::default(), Order::Newest);
        let unread = async || test.desk.ticket_list(&anna, &filter, Slice::first(5)).await.unwrap().items[0].unread;
        assert!(unread().await);
        test.desk.saw_ticket(&anna, &ticket).await.unwrap();
        assert!(!unread().await);
        test.clock.advance(5);
        test.desk.comment(&admin, ticket.id, "Обещали завтра").await.unwrap();
        assert!(unread().await);
        assert!(!test.desk.ticket_list(&admin, &filter, Slice::first(5)).await.unwrap().items[0].unread);
    }

    async fn mine_is_of_whoever_looks_and_days_are_the_desks(test: &TestDesk) {
        let (admin, anna) = (test.admin().await, test.agent("anna", &[]).await);
        test.desk.create_ticket(&admin, NewTicket { assignee_id: Some(anna.agent), ..new("Ани") }).await.unwrap();
        let mine = Narrowing { whose: Some(Whose::Me), ..Narrowing::default() };
        let count = async |actor, narrowing: &Narrowing| {
            let filter = test.desk.ticket_filter(actor, narrowing, Order::Newest);
            test.desk.count_lists(actor, &[filter]).await.unwrap()[0]
        };
        assert_eq!((count(&anna, &mine).await, count(&admin, &mine).await), (1, 0));
        let day = |day: i8| Some(jiff::civil::date(2026, 3, day));
        let today = Narrowing { from: day(28), to: day(28), ..Narrowing::default() };
        let later = Narrowing { from: day(29), ..Narrowing::default() };
        assert_eq!((count(&anna, &today).await, count(&anna, &later).await), (1, 0));
    }

    async fn one_walks_the_list_one_came_from_whatever_became_of_the_ticket(test: &TestDesk) {
        let admin = test.admin().await;
        let mut tickets = Vec::new();
        for subject in ["Первый", "Второй", "Третий"] {
            test.clock.advance(10);
            tickets.push(test.desk.create_ticket(&admin, new(subject)).await.unwrap().ticket);
        }
        let filter = test.desk.ticket_filter(&admin, &Narrowing::default(), Order::Newest);
        let page = test.desk.ticket_list(&admin, &filter, Slice::first(5)).await.unwrap();
        let second = page.items[1].at;
        let beside = async |which| test.desk.ticket_beside(&admin, &filter, second, which).await.unwrap().map(|(number, _)| number);
        assert_eq!((beside(Neighbour::Before).await, beside(Neighbour::After).await), (Some(3), Some(1)));
        test.clock.advance(10);
        let change = TicketChange { priority: Some("high".into()), ..TicketChange::default() };
        test.desk.change_ticket(&admin, tickets[1].id, change, None).await.unwrap();
        assert_eq!(beside(Neighbour::After).await, Some(1));
    }
}
