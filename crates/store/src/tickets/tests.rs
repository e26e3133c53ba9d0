//! Tickets keep what they were given, and nobody overwrites anybody unseen.

use super::*;
use crate::on_both;
use crate::samples::{channel, client, moment, ticket};
use crate::search::Kind;
use crate::search::tests::written;
use crate::{Page, Slice};
use crate::{clients, entries};
use domain::{Entry, EntryId, EntryKind, Reach, Status};

mod lists;

on_both! {
    async fn a_ticket_reads_back_as_it_was_written(test: &TestStore) {
        let channel = channel(&test.store).await;
        let kept = ticket(&test.store, Some(channel), "Не приехал заказ", 0).await;
        let mut conn = test.store.read().await.unwrap();
        assert_eq!(find(&mut conn, kept.id).await.unwrap().as_ref(), Some(&kept));
        assert_eq!(by_number(&mut conn, kept.number).await.unwrap(), Some(kept));
    }

    async fn numbers_go_on_by_one_and_a_transaction_that_is_taken_back_takes_none(test: &TestStore) {
        let mut tx = test.store.begin().await.unwrap();
        let first = next_number(&mut tx).await.unwrap();
        assert_eq!(next_number(&mut tx).await.unwrap(), first + 1);
        assert_eq!(next_number(&mut tx).await.unwrap(), first + 2);
        tx.commit().await.unwrap();
        let mut tx = test.store.begin().await.unwrap();
        next_number(&mut tx).await.unwrap();
        next_number(&mut tx).await.unwrap();
        tx.roll_back().await.unwrap();
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(next_number(&mut tx).await.unwrap(), first + 3);
        tx.commit().await.unwrap();
    }

    async fn the_second_of_two_writers_is_told(test: &TestStore) {
        let mut mine = ticket(&test.store, None, "Не приехал заказ", 0).await;
        let mut theirs = mine.clone();
        let mut tx = test.store.begin().await.unwrap();
        mine.status = Status::Open;
        assert!(save(&mut tx, &mut mine).await.unwrap());
        theirs.status = Status::Solved;
        assert!(!save(&mut tx, &mut theirs).await.unwrap());
        assert_eq!(find(&mut tx, mine.id).await.unwrap().unwrap().status, Status::Open);
        tx.commit().await.unwrap();
        assert_eq!(mine.version, theirs.version + 1);
    }

    async fn numbers_follow_each_other(test: &TestStore) {
        let first = ticket(&test.store, None, "Первый", 0).await;
        let second = ticket(&test.store, None, "Второй", 0).await;
        assert_eq!((first.number, second.number), (1, 2));
    }

    async fn a_list_is_narrowed_by_words_and_reach(test: &TestStore) {
        let (mine, other) = (channel(&test.store).await, channel(&test.store).await);
        let all = [
            ticket(&test.store, Some(mine), "Не приехал ЗАКАЗ 77", 1).await,
            ticket(&test.store, Some(other), "Возврат заказа", 2).await,
            ticket(&test.store, None, "Заказ обедов", 3).await,
        ];
        written(&test.store, Kind::Ticket, &all.map(|ticket| ticket.id.0)).await;
        let mut conn = test.store.read().await.unwrap();
        let subjects = |page: Page<Ticket>| page.items.into_iter().map(|t| t.number).collect::<Vec<_>>();
        let words = TicketFilter { text: Some("заказ".to_owned()), ..TicketFilter::default() };
        let all = list(&mut conn, &words, &Reach::All, Slice::first(10)).await.unwrap();
        assert_eq!(subjects(all), [3, 2, 1]);
        let reach = Reach::Only(vec![mine]);
        let page = list(&mut conn, &TicketFilter::default(), &reach, Slice::first(10)).await.unwrap();
        assert_eq!(subjects(page), [3, 1]);
        let nowhere = Reach::Only(Vec::new());
        assert_eq!(count(&mut conn, &TicketFilter::default(), &nowhere, 9).await.unwrap(), 1);
        let wild = TicketFilter { text: Some("%".to_owned()), ..TicketFilter::default() };
        assert_eq!(count(&mut conn, &wild, &Reach::All, 9).await.unwrap(), 0);
    }

    async fn a_call_may_join_tickets_in_work_before_solved_ones(test: &TestStore) {
        let channel = channel(&test.store).await;
        let client = client("Анна", "+79160000002");
        let mut open = ticket(&test.store, Some(channel), "В работе", 0).await;
        let mut solved = ticket(&test.store, Some(channel), "Решён", 5).await;
        let mut closed = ticket(&test.store, Some(channel), "Закрыт", 9).await;
        let mut tx = test.store.begin().await.unwrap();
        clients::insert(&mut tx, &client).await.unwrap();
        for (ticket, status) in [(&mut open, Status::Open), (&mut solved, Status::Solved), (&mut closed, Status::Closed)] {
            ticket.client_id = Some(client.id);
            ticket.status = status;
            assert!(save(&mut tx, ticket).await.unwrap());
        }
        let found = joinable(&mut tx, client.id, channel, false).await.unwrap();
        assert_eq!(found.iter().map(|t| t.id).collect::<Vec<_>>(), [open.id, solved.id]);
        tx.commit().await.unwrap();
    }

    async fn a_calls_entry_is_written_once_and_rewritten(test: &TestStore) {
        let channel = channel(&test.store).await;
        let ticket = ticket(&test.store, Some(channel), "Звонок", 0).await;
        let call = crate::samples::call(channel, 7, 0);
        let entry = |seconds: i64, duration: &str| Entry {
            id: EntryId::at(moment(0)),
            ticket_id: ticket.id,
            kind: EntryKind::CallFinished,
            at: moment(seconds),
            author: None,
            text: None,
            fields: serde_json::json!({"duration": duration}),
            call_id: Some(call.id),
            edited_at: None,
        };
        let mut tx = test.store.begin().await.unwrap();
        crate::calls::put(&mut tx, &call).await.unwrap();
        entries::put_of_call(&mut tx, &entry(5, "00:00:05"), moment(5)).await.unwrap();
        entries::put_of_call(&mut tx, &entry(6, "00:00:06"), moment(6)).await.unwrap();
        let comment = Entry { kind: EntryKind::Comment, text: Some("Перезвонить".to_owned()), ..entry(1, "") };
        entries::insert(&mut tx, &comment, moment(6)).await.unwrap();
        tx.commit().await.unwrap();
        let mut conn = test.store.read().await.unwrap();
        let page = entries::of_ticket(&mut conn, ticket.id, &Reach::All, Slice::first(10)).await.unwrap();
        let told: Vec<_> = page.items.iter().map(|e| (e.kind, e.fields["duration"].as_str().unwrap())).collect();
        assert_eq!(told, [(EntryKind::Comment, ""), (EntryKind::CallFinished, "00:00:06")]);
    }
}
