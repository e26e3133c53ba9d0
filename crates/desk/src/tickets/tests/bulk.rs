//! Many tickets at once.

use domain::{BulkId, Status, Ticket};

use super::new;
use crate::tickets::{BulkChange, NewTicket, TicketChange};
use crate::{Denied, Refusal, Thing, Why, on_both};
use domain::{Actor, ChannelId};

async fn made(
    test: &crate::testing::TestDesk,
    actor: &Actor,
    subject: &str,
    channel: Option<ChannelId>,
) -> Ticket {
    let new = NewTicket {
        channel_id: channel,
        tags: vec!["старая".to_owned()],
        ..new(subject)
    };
    test.desk.create_ticket(actor, new).await.unwrap().ticket
}

fn solve() -> BulkChange {
    BulkChange {
        status: Some("solved".to_owned()),
        priority: Some("high".to_owned()),
        add_tags: vec!["чек".to_owned()],
        remove_tags: vec!["старая".to_owned()],
        ..BulkChange::default()
    }
}

on_both! {
    async fn many_are_changed_and_taken_back_together(test: &TestDesk) {
        let admin = test.admin().await;
        let (one, two) = (made(test, &admin, "Первый", None).await, made(test, &admin, "Второй", None).await);
        let done = test.desk.change_tickets(&admin, &[two.id, one.id, one.id], &solve()).await.unwrap();
        assert_eq!((done.changed.len(), done.refused.len()), (2, 0));
        let ticket = test.desk.ticket(&admin, one.id).await.unwrap().ticket;
        assert_eq!((ticket.status, ticket.tags.as_slice()), (Status::Solved, ["чек".to_owned()].as_slice()));
        assert_eq!(test.desk.known_tags(&admin).await.unwrap(), ["чек"]);
        let again = test.desk.change_tickets(&admin, &[one.id], &solve()).await.unwrap();
        assert_eq!((again.id, again.same.as_slice()), (None, [one.id].as_slice()));
        let back = test.desk.undo_bulk(&admin, done.id.unwrap()).await.unwrap();
        assert_eq!(back.changed.len(), 2);
        let ticket = test.desk.ticket(&admin, one.id).await.unwrap().ticket;
        assert_eq!((ticket.status, ticket.solved_at, ticket.tags), (Status::Open, None, vec!["старая".to_owned()]));
        assert!(matches!(test.desk.undo_bulk(&admin, done.id.unwrap()).await, Err(Refusal::NotFound(Thing::Bulk))));
    }

    async fn what_somebody_changed_since_is_not_taken_back(test: &TestDesk) {
        let admin = test.admin().await;
        let (one, two) = (made(test, &admin, "Первый", None).await, made(test, &admin, "Второй", None).await);
        let done = test.desk.change_tickets(&admin, &[one.id, two.id], &solve()).await.unwrap();
        let all = TicketChange { status: Some("closed".into()), priority: Some("low".into()), tags: Some(Vec::new()), ..TicketChange::default() };
        test.desk.change_ticket(&admin, one.id, all, None).await.unwrap();
        let closed = TicketChange { status: Some("closed".into()), ..TicketChange::default() };
        test.desk.change_ticket(&admin, two.id, closed, None).await.unwrap();
        let back = test.desk.undo_bulk(&admin, done.id.unwrap()).await.unwrap();
        assert_eq!((back.changed.as_slice(), back.refused[0].ticket), ([two.id].as_slice(), one.id));
        assert!(matches!(back.refused[0].why, Refusal::Changed));
        let two = test.desk.ticket(&admin, two.id).await.unwrap().ticket;
        assert_eq!((two.status, two.priority.as_str()), (Status::Closed, "normal"));
    }

    async fn rights_are_asked_for_each_and_one_stands_in_nobodys_way(test: &TestDesk) {
        let admin = test.admin().await;
        let (mine, other) = (test.channel().await, test.channel().await);
        let (anna, oleg) = (test.agent("anna", &[mine]).await, test.agent("oleg", &[other]).await);
        let here = made(test, &admin, "Свой", Some(mine)).await;
        let there = made(test, &admin, "Чужой", Some(other)).await;
        let everywhere = made(test, &admin, "Общий", None).await;
        let done = test.desk.change_tickets(&anna, &[here.id, there.id], &solve()).await.unwrap();
        assert_eq!(done.changed, [here.id]);
        assert_eq!((done.refused[0].ticket, done.refused[0].number), (there.id, None));
        assert!(matches!(done.refused[0].why, Refusal::NotFound(Thing::Ticket)));
        let to_oleg = BulkChange { assignee_id: Some(Some(oleg.agent)), ..BulkChange::default() };
        let done = test.desk.change_tickets(&admin, &[here.id, everywhere.id], &to_oleg).await.unwrap();
        assert_eq!((done.changed.as_slice(), done.refused[0].number), ([everywhere.id].as_slice(), Some(here.number)));
        let Refusal::Invalid(faults) = &done.refused[0].why else { panic!() };
        assert_eq!((faults[0].field.as_str(), &faults[0].why), ("assignee_id", &Why::Unknown));
        assert!(matches!(test.desk.undo_bulk(&anna, done.id.unwrap()).await, Err(Refusal::NotFound(Thing::Bulk))));
    }

    async fn a_change_of_many_has_bounds(test: &TestDesk) {
        let admin = test.admin().await;
        let ticket = made(test, &admin, "Один", None).await;
        assert!(matches!(test.desk.change_tickets(&admin, &[], &solve()).await, Err(Refusal::Invalid(_))));
        assert!(matches!(test.desk.change_tickets(&admin, &[ticket.id], &BulkChange::default()).await, Err(Refusal::Invalid(_))));
        let many: Vec<_> = (0..201).map(|_| domain::TicketId::at(test.desk.now())).collect();
        assert!(matches!(test.desk.change_tickets(&admin, &many, &solve()).await, Err(Refusal::Invalid(_))));
        let internal = test.internal(&[]).await;
        let denied = test.desk.change_tickets(&internal, &[ticket.id], &solve()).await;
        assert!(matches!(denied, Err(Refusal::NotAllowed(Denied::InternalOnly))));
        assert!(matches!(test.desk.undo_bulk(&internal, BulkId::at(test.desk.now())).await, Err(Refusal::NotAllowed(_))));
    }
}
