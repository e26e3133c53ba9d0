//! Reminders, and who else is at a ticket.

use super::*;
use crate::testing::moment;
use crate::tickets::{Doing, HOLDS};

fn at(seconds: i64) -> TicketChange {
    TicketChange {
        reminder_at: Some(Some(moment(seconds))),
        ..TicketChange::default()
    }
}

on_both! {
    async fn a_reminder_tells_who_works_on_the_ticket_and_wakes_it(test: &TestDesk) {
        let admin = test.admin().await;
        let anna = test.agent("anna", &[]).await;
        let ticket = test.desk.create_ticket(&admin, NewTicket { assignee_id: Some(anna.agent), ..new("Заказ") }).await.unwrap().ticket;
        let before = test.desk.unread_notices(&anna).await.unwrap();
        let late = test.desk.change_ticket(&admin, ticket.id, at(0), None).await.unwrap_err();
        assert_eq!(faults(late), [("reminder_at".to_owned(), Why::Past)]);
        let put_off = TicketChange { status: Some("on_hold".into()), ..at(600) };
        test.desk.change_ticket(&admin, ticket.id, put_off, None).await.unwrap();
        test.desk.change_ticket(&admin, ticket.id, at(1200), None).await.unwrap();
        let status = async || test.desk.ticket(&admin, ticket.id).await.unwrap().ticket;
        test.clock.advance(700);
        test.desk.work_all().await.unwrap();
        assert_eq!((status().await.status, status().await.reminder_at), (Status::OnHold, Some(moment(1200))));
        test.clock.advance(600);
        test.desk.work_all().await.unwrap();
        assert_eq!((status().await.status, status().await.reminder_at), (Status::Open, None));
        assert_eq!(test.desk.unread_notices(&anna).await.unwrap(), before + 1);
    }

    async fn colleagues_at_a_ticket_are_seen_until_they_fall_silent(test: &TestDesk) {
        let (anna, oleg) = (test.agent("anna", &[]).await, test.agent("oleg", &[]).await);
        let ticket = test.desk.create_ticket(&anna, new("Заказ")).await.unwrap().ticket.id;
        let mut news = test.store.changes();
        let seen = async || {
            let all = test.desk.lookers(&oleg, ticket).await.unwrap();
            all.into_iter().map(|one| (one.name, one.typing)).collect::<Vec<_>>()
        };
        test.desk.look(&anna, ticket, Doing::Looking).await.unwrap();
        // On PostgreSQL the word goes by way of the database.
        while !matches!(news.recv().await.unwrap().topic, store::Topic::Looking(_)) {}
        assert_eq!(seen().await, [("anna".to_owned(), false)]);
        assert!(test.desk.lookers(&anna, ticket).await.unwrap().is_empty());
        test.desk.look(&anna, ticket, Doing::Typing).await.unwrap();
        let told = news.recv().await.unwrap().topic;
        assert_eq!(told.names(), [format!("looking:{ticket}")]);
        assert_eq!(seen().await, [("anna".to_owned(), true)]);
        test.desk.look(&anna, ticket, Doing::Typing).await.unwrap();
        assert!(news.recv().await.unwrap().topic.names().is_empty());
        test.clock.advance(i64::try_from(HOLDS.as_secs()).unwrap() + 1);
        assert!(seen().await.is_empty());
    }
}
