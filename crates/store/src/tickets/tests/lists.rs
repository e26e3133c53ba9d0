//! Lists: in every order, page by page, by label, priority, group and missed call.

use domain::{GroupId, Order, Priority, Reach, Status, Ticket};

use super::super::*;
use crate::samples::{call, channel, moment, ticket};
use crate::testing::TestStore;
use crate::{Slice, calls, on_both};

/// Ten tickets of mixed standing, each a second after the other.
async fn ten(test: &TestStore) -> Vec<Ticket> {
    let mut all = Vec::new();
    for n in 0..10_u8 {
        let mut made = ticket(&test.store, None, &format!("Запрос {n}"), i64::from(n)).await;
        let mut tx = test.store.begin().await.unwrap();
        made.priority = if n % 3 == 0 {
            Priority::Urgent
        } else {
            Priority::Normal
        };
        made.status = if n % 2 == 0 {
            Status::Open
        } else {
            Status::Pending
        };
        made.tags = if n < 4 {
            vec!["чек".to_owned(), "возврат".to_owned()]
        } else {
            Vec::new()
        };
        made.group_id = (n > 7).then(|| GroupId(uuid::Uuid::from_u128(7)));
        assert!(save(&mut tx, &mut made).await.unwrap());
        tx.commit().await.unwrap();
        all.push(made);
    }
    all
}

/// All numbers of a list, walked page by page with pages of three.
async fn walked(conn: &mut Conn, filter: &TicketFilter) -> Vec<i64> {
    let mut numbers = Vec::new();
    let mut slice = Slice::first(3);
    loop {
        let page = list(conn, filter, &Reach::All, slice).await.unwrap();
        numbers.extend(page.items.iter().map(|ticket| ticket.number));
        slice.after = page.next;
        if slice.after.is_none() {
            return numbers;
        }
    }
}

async fn missed(test: &TestStore, ticket: &Ticket, session: i64, seconds: i64, fate: (&str, &str)) {
    let channel = channel(&test.store).await;
    let mut missed = call(channel, session, seconds);
    missed.ticket_id = Some(ticket.id);
    let mut tx = test.store.begin().await.unwrap();
    calls::put(&mut tx, &missed).await.unwrap();
    let sql = "UPDATE calls SET state = $2, outcome = $3 WHERE id = $1";
    tx.run(sql, args![missed.id, fate.0, fate.1]).await.unwrap();
    follow_calls(&mut tx, ticket.id).await.unwrap();
    tx.commit().await.unwrap();
}

on_both! {
    async fn every_order_is_walked_page_by_page_without_gap_or_double(test: &TestStore) {
        let all = ten(test).await;
        missed(test, &all[4], 1, 100, ("finished", "missed")).await;
        missed(test, &all[2], 2, 90, ("finished", "missed")).await;
        let mut conn = test.store.read().await.unwrap();
        let by = |order| TicketFilter { order, ..TicketFilter::default() };
        assert_eq!(walked(&mut conn, &by(Order::Newest)).await, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        assert_eq!(walked(&mut conn, &by(Order::Priority)).await, [10, 7, 4, 1, 9, 8, 6, 5, 3, 2]);
        assert_eq!(walked(&mut conn, &by(Order::Waiting)).await, [3, 5, 1, 2, 4, 6, 7, 8, 9, 10]);
    }

    async fn a_list_is_narrowed_by_label_priority_group_and_status(test: &TestStore) {
        ten(test).await;
        let mut conn = test.store.read().await.unwrap();
        let all = TicketFilter::default();
        let labelled = TicketFilter { tags: vec!["чек".into(), "возврат".into()], ..all.clone() };
        assert_eq!(walked(&mut conn, &labelled).await, [4, 3, 2, 1]);
        let urgent = TicketFilter { priorities: vec![Priority::Urgent], ..all.clone() };
        assert_eq!(walked(&mut conn, &urgent).await, [10, 7, 4, 1]);
        let both = TicketFilter { priorities: vec![Priority::Urgent, Priority::Low], ..labelled.clone() };
        assert_eq!(walked(&mut conn, &both).await, [4, 1]);
        let group = TicketFilter { group: Some(Some(GroupId(uuid::Uuid::from_u128(7)))), ..all.clone() };
        assert_eq!(walked(&mut conn, &group).await, [10, 9]);
        let pending = TicketFilter { statuses: vec![Status::Pending, Status::Pending], ..all.clone() };
        assert_eq!(walked(&mut conn, &pending).await, [10, 8, 6, 4, 2]);
        let counted = counts(&mut conn, &[labelled, urgent, pending, all], &Reach::All, 6).await.unwrap();
        assert_eq!(counted, [4, 4, 5, 6]);
        assert_eq!(known_tags(&mut conn, 9).await.unwrap(), ["возврат", "чек"]);
    }

    async fn labels_taken_away_leave_the_index(test: &TestStore) {
        let mut all = ten(test).await;
        let mut tx = test.store.begin().await.unwrap();
        for one in &mut all[..3] {
            one.tags = vec!["чек".to_owned()];
            assert!(save(&mut tx, one).await.unwrap());
        }
        let refund = TicketFilter { tags: vec!["возврат".into()], ..TicketFilter::default() };
        assert_eq!(walked(&mut tx, &refund).await, [4]);
    }

    async fn somebody_missed_waits_until_somebody_talks_with_them(test: &TestStore) {
        let all = ten(test).await;
        let waiting = TicketFilter { waiting: true, order: Order::Waiting, ..TicketFilter::default() };
        let standing = async |which: usize| {
            let ids = [all[which].id];
            standings(&mut test.store.read().await.unwrap(), &ids).await.unwrap()[&ids[0]]
        };
        missed(test, &all[0], 1, 60, ("finished", "missed")).await;
        missed(test, &all[0], 2, 70, ("finished", "missed")).await;
        missed(test, &all[1], 3, 50, ("finished", "talked")).await;
        let first = standing(0).await;
        assert_eq!(first.waiting_since, Some(moment(60)));
        let last = first.last_call.unwrap();
        assert_eq!((last.outcome, last.at), (domain::Outcome::Missed, moment(70)));
        assert_eq!(standing(1).await.waiting_since, None);
        assert_eq!(standing(2).await, Standing::default());
        assert_eq!(walked(&mut test.store.read().await.unwrap(), &waiting).await, [1]);
        missed(test, &all[0], 4, 80, ("talking", "unknown")).await;
        assert_eq!(standing(0).await.waiting_since, None);
        missed(test, &all[0], 5, 90, ("finished", "missed")).await;
        assert_eq!(standing(0).await.waiting_since, Some(moment(90)));
        let mut tx = test.store.begin().await.unwrap();
        settle_until(&mut tx, all[0].id, moment(95)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(walked(&mut test.store.read().await.unwrap(), &waiting).await.is_empty());
    }

    async fn the_ones_beside_a_place_are_found_both_ways(test: &TestStore) {
        ten(test).await;
        let mut conn = test.store.read().await.unwrap();
        for order in Order::ALL {
            let filter = TicketFilter { order, ..TicketFilter::default() };
            let page = list_with_places(&mut conn, &filter, &Reach::All, Slice::first(10)).await.unwrap();
            for pair in page.items.windows(2) {
                let next = neighbour(&mut conn, &filter, &Reach::All, pair[0].at, Neighbour::After).await.unwrap();
                assert_eq!(next.as_ref(), Some(&pair[1]));
                let before = neighbour(&mut conn, &filter, &Reach::All, pair[1].at, Neighbour::Before).await.unwrap();
                assert_eq!(before.as_ref(), Some(&pair[0]));
            }
            let ends = [(page.items[0].at, Neighbour::Before), (page.items[9].at, Neighbour::After)];
            for (end, way) in ends {
                assert_eq!(neighbour(&mut conn, &filter, &Reach::All, end, way).await.unwrap(), None);
            }
        }
    }
}

#[tokio::test]
async fn lists_follow_their_indexes_on_sqlite() {
    let test = TestStore::sqlite().await;
    let mut conn = test.store.read().await.unwrap();
    let agent = domain::AgentId(uuid::Uuid::from_u128(1));
    let work = Status::IN_WORK.to_vec();
    let base = TicketFilter {
        statuses: work,
        ..TicketFilter::default()
    };
    let cases = [
        (base.clone(), "tickets_by_status"),
        (
            TicketFilter {
                assignee: Some(Some(agent)),
                ..base.clone()
            },
            "tickets_by_assignee",
        ),
        (
            TicketFilter {
                assignee: Some(None),
                ..base.clone()
            },
            "tickets_by_assignee",
        ),
        (
            TicketFilter {
                order: Order::Priority,
                ..base.clone()
            },
            "tickets_by_priority",
        ),
        (
            TicketFilter {
                priorities: vec![Priority::Urgent],
                ..base.clone()
            },
            "tickets_by_priority",
        ),
        (
            TicketFilter {
                order: Order::Waiting,
                waiting: true,
                ..base.clone()
            },
            "tickets_by_wait",
        ),
    ];
    for (filter, index) in cases {
        let plan = list::plan(&mut conn, &filter).await;
        assert_eq!(plan.matches(index).count(), 4, "{filter:?}\n{plan}");
        assert!(!plan.contains("SCAN t"), "{filter:?}\n{plan}");
        // What is sorted is a page of each status, never the table.
        let lines: Vec<&str> = plan.lines().map(str::trim).collect();
        let sorted = lines
            .windows(2)
            .filter(|pair| pair[1].starts_with("USE TEMP B-TREE"));
        for pair in sorted {
            assert!(pair[0].starts_with("SCAN found"), "{filter:?}\n{plan}");
        }
    }
}
