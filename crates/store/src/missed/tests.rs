//! Missed callers read back as they were written; their calls tell who waits.

use domain::missed::{Attempt, Sign, standing};
use domain::{CallId, Reach};

use super::*;
use crate::Slice;
use crate::on_both;
use crate::samples::{call, channel, moment};

fn waiting(channel: ChannelId, number: &str, second: i64) -> Missed {
    let attempt = Attempt {
        at: moment(second),
        call: CallId::at(moment(second)),
        rang: vec!["Олег Дёмин".to_owned()],
    };
    Missed {
        id: MissedId::at(moment(second)),
        channel_id: channel,
        caller: Caller::Number(number.to_owned()),
        number: Some(number.to_owned()),
        standing: standing([Sign::Missed(attempt)], None).unwrap(),
        handled: None,
        told_for: None,
    }
}

async fn waits(conn: &mut Conn, reach: &Reach) -> Vec<Missed> {
    let filter = MissedFilter::default();
    list(conn, &filter, reach, Slice::first(9))
        .await
        .unwrap()
        .items
}

on_both! {
    async fn one_reads_back_as_it_was_written_and_stands_once(test: &TestStore) {
        let channel = channel(&test.store).await;
        let one = waiting(channel, "0288101", 5);
        let mut tx = test.store.begin().await.unwrap();
        put(&mut tx, &one).await.unwrap();
        assert_eq!(find(&mut tx, one.id).await.unwrap().as_ref(), Some(&one));
        let again = Missed { id: MissedId::at(moment(9)), told_for: Some(moment(5)), ..one.clone() };
        put(&mut tx, &again).await.unwrap();
        let held = hold(&mut tx, &[(channel, one.caller.clone())]).await.unwrap();
        assert_eq!(held, [Missed { id: one.id, ..again }]);
        remove(&mut tx, &one).await.unwrap();
        assert_eq!(find(&mut tx, one.id).await.unwrap(), None);
        tx.commit().await.unwrap();
    }

    async fn the_board_stands_by_how_long_they_wait(test: &TestStore) {
        let channel = channel(&test.store).await;
        let (late, early) = (waiting(channel, "102", 20), waiting(channel, "101", 10));
        let by_hand = Handled { until: moment(30), before: None, at: moment(40), by: someone(test).await };
        let done = Missed {
            standing: standing([Sign::Missed(Attempt { at: moment(30), call: CallId::at(moment(1)), rang: Vec::new() })], Some(moment(30))).unwrap(),
            handled: Some(by_hand),
            ..waiting(channel, "103", 30)
        };
        let mut tx = test.store.begin().await.unwrap();
        for one in [&late, &early, &done] {
            put(&mut tx, one).await.unwrap();
        }
        assert_eq!(waits(&mut tx, &Reach::All).await, [early.clone(), late]);
        assert!(waits(&mut tx, &Reach::Only(Vec::new())).await.is_empty());
        assert_eq!(count_waiting(&mut tx, &Reach::All, Some(channel)).await.unwrap(), 2);
        let closed = MissedFilter { closed: true, closed_from: Some(moment(40)), ..MissedFilter::default() };
        assert_eq!(list(&mut tx, &closed, &Reach::All, Slice::first(9)).await.unwrap().items, [done]);
        let first = list(&mut tx, &MissedFilter::default(), &Reach::All, Slice::first(1)).await.unwrap();
        let rest = Slice { after: first.next, ..Slice::first(9) };
        assert_eq!(list(&mut tx, &MissedFilter::default(), &Reach::All, rest).await.unwrap().items.len(), 1);
        let overdue = overdue_candidates(&mut tx, channel, moment(15), 9).await.unwrap();
        assert_eq!(overdue, std::slice::from_ref(&early));
        put(&mut tx, &Missed { told_for: early.standing.first_at(), ..early }).await.unwrap();
        assert!(overdue_candidates(&mut tx, channel, moment(15), 9).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn calls_tell_who_waits(test: &TestStore) {
        let channel = channel(&test.store).await;
        let mut tx = test.store.begin().await.unwrap();
        let mut lost = call(channel, 1, 0);
        lost.facts.state = domain::State::Finished;
        lost.facts.outcome = domain::Outcome::Missed;
        crate::calls::put(&mut tx, &lost).await.unwrap();
        crate::calls::put(&mut tx, &call(channel, 2, 5)).await.unwrap();
        let who = (channel, Caller::of(&lost).unwrap());
        let nobody = (channel, Caller::Number("777".to_owned()));
        let found = signs(&mut tx, &[who.clone(), nobody], moment(0)).await.unwrap();
        assert_eq!(found.len(), 1);
        let (signs_of, number) = &found[&who];
        assert_eq!(*signs_of, [Sign::of(&lost).unwrap()]);
        assert_eq!(number.as_deref(), Some("+79160000002"));
        assert!(signs(&mut tx, &[who], moment(6)).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }
}

async fn someone(test: &crate::testing::TestStore) -> AgentId {
    let anna = crate::people::agent("anna", domain::Role::Agent);
    crate::people::hire(test, &anna).await;
    anna.id
}
