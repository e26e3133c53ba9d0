//! The board follows the calls: attempts are counted, talks close a row, the next missed call opens it again.

use domain::missed::Caller;
use domain::{Actor, ChannelId};
use store::Slice;
use store::missed::MissedFilter;

use super::*;
use crate::calls::tests::pbx::{Caller as Pbx, send, tell};
use crate::channels::ChannelChange;
use crate::on_both;
use crate::testing::TestDesk;

/// A client's call that nobody takes, so many seconds after the beginning.
fn lost(session: i64, started: i64) -> Pbx {
    Pbx {
        started,
        talks: Vec::new(),
        recordings: 0,
        ..Pbx::new(session)
    }
}

fn answered(session: i64, started: i64, direction: &'static str) -> Pbx {
    Pbx {
        started,
        direction,
        ..Pbx::new(session)
    }
}

async fn board(test: &TestDesk, actor: &Actor, closed: bool) -> Vec<MissedView> {
    let filter = MissedFilter {
        closed,
        ..MissedFilter::default()
    };
    let page = test.desk.missed(actor, &filter, Slice::first(50)).await;
    page.unwrap().items
}

/// How many tries each who waits has made.
async fn waiting(test: &TestDesk, actor: &Actor) -> Vec<usize> {
    let rows = board(test, actor, false).await;
    rows.iter()
        .map(|row| row.missed.standing.attempts.len())
        .collect()
}

async fn begin(test: &TestDesk) -> (ChannelId, String, Actor) {
    let channel = test.channel().await;
    let (_, token) = test.token(channel).await;
    let anna = test.agent("anna", &[channel]).await;
    test.telephone(anna.agent, "391001", None).await;
    (channel, token, anna)
}

on_both! {
    async fn one_row_a_caller_counts_the_tries_until_somebody_calls_back(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let stranger = test.agent("zoya", &[]).await;
        tell(test, &token, &[lost(1, 0).finish(), lost(2, 300).finish()]).await;
        assert_eq!(waiting(test, &anna).await, [2]);
        assert_eq!(waiting(test, &stranger).await, [0; 0]);
        assert_eq!(test.desk.count_missed(&anna, Some(channel)).await.unwrap(), 1);
        assert_eq!(test.desk.count_missed(&stranger, None).await.unwrap(), 0);
        let back = answered(3, 600, "out");
        tell(test, &token, &[back.start()]).await;
        let row = board(test, &anna, false).await.remove(0);
        assert!(row.called_back.is_some(), "somebody calls back, and it is not over");
        assert_eq!(row.missed.number.as_deref(), Some("+79160000002"));
        tell(test, &token, &back.talking()).await;
        assert_eq!(waiting(test, &anna).await, [0; 0]);
        let closed = board(test, &anna, true).await.remove(0);
        assert!(matches!(&closed.ended, Some(Ended::CalledBack(talk)) if talk.with.as_deref() == Some("anna")));
        tell(test, &token, &[back.finish(), lost(4, 900).finish()]).await;
        assert_eq!(waiting(test, &anna).await, [1], "missed again");
        assert_eq!(board(test, &anna, false).await[0].last_talk.as_ref().unwrap().with.as_deref(), Some("anna"));
        tell(test, &token, &answered(5, 1200, "in").all()).await;
        assert!(matches!(board(test, &anna, true).await[0].ended, Some(Ended::CalledAgain(_))));
    }

    async fn a_call_back_that_nobody_answers_leaves_them_waiting(test: &TestDesk) {
        let (_, token, anna) = begin(test).await;
        let vain = Pbx { direction: "out", ..lost(2, 100) };
        tell(test, &token, &[lost(1, 0).finish(), vain.start(), vain.finish()]).await;
        assert_eq!(waiting(test, &anna).await, [1]);
    }

    async fn what_is_handled_by_hand_can_be_taken_back_and_opens_again(test: &TestDesk) {
        let (_, token, anna) = begin(test).await;
        tell(test, &token, &[lost(1, 0).finish()]).await;
        let id = board(test, &anna, false).await[0].missed.id;
        let (stranger, reader) = (test.agent("zoya", &[]).await, test.internal(&[]).await);
        for nobody in [&stranger, &reader] {
            assert!(test.desk.handle_missed(nobody, id).await.is_err());
        }
        test.desk.handle_missed(&anna, id).await.unwrap();
        test.desk.handle_missed(&anna, id).await.unwrap();
        assert!(matches!(&board(test, &anna, true).await[0].ended, Some(Ended::ByHand(Some(by))) if by.name == "anna"));
        test.desk.unhandle_missed(&anna, id).await.unwrap();
        assert_eq!(waiting(test, &anna).await, [1]);
        test.desk.handle_missed(&anna, id).await.unwrap();
        tell(test, &token, &[lost(2, 300).finish()]).await;
        assert_eq!(waiting(test, &anna).await, [1], "missed once more after it was handled");
        assert_eq!(board(test, &anna, false).await[0].missed.id, id);
        test.desk.handle_missed(&anna, id).await.unwrap();
        test.desk.unhandle_missed(&anna, id).await.unwrap();
        assert_eq!(waiting(test, &anna).await, [1], "only the last handling is taken back");
    }

    async fn the_order_of_notifications_never_matters(test: &TestDesk) {
        let (_, token, anna) = begin(test).await;
        let (first, back, again) = (lost(1, 0), answered(2, 300, "out"), lost(3, 600));
        let mut bodies = vec![again.finish(), again.start()];
        bodies.extend(back.all().into_iter().rev());
        bodies.extend([first.finish(), first.start()]);
        tell(test, &token, &bodies).await;
        assert_eq!(waiting(test, &anna).await, [1]);
        assert_eq!(board(test, &anna, false).await[0].missed.standing.first_at().unwrap(), crate::testing::moment(600));
        for body in &bodies {
            send(test, &token, body).await;
        }
        test.desk.hear_all().await.unwrap();
        assert_eq!(waiting(test, &anna).await, [1]);
    }

    async fn a_call_that_turns_out_otherwise_takes_back_what_it_said(test: &TestDesk) {
        let (_, token, anna) = begin(test).await;
        tell(test, &token, &[lost(1, 0).finish()]).await;
        assert_eq!(waiting(test, &anna).await, [1]);
        let talked = Pbx { finished: 60, ..answered(1, 0, "in") };
        tell(test, &token, &[talked.finish()]).await;
        assert_eq!(waiting(test, &anna).await, [0; 0]);
    }

    async fn who_was_missed_before_there_was_a_board_is_put_on_it_once(test: &TestDesk) {
        let (_, token, anna) = begin(test).await;
        tell(test, &token, &[lost(1, 0).finish()]).await;
        for rows in [1, 0] {
            let row = board(test, &anna, false).await.remove(0).missed;
            let mut tx = test.store.begin().await.unwrap();
            store::missed::remove(&mut tx, &row).await.unwrap();
            tx.commit().await.unwrap();
            test.desk.catch_up_with_missed().await.unwrap();
            assert_eq!(waiting(test, &anna).await.len(), rows, "the second time nothing is looked at");
        }
    }

    async fn nobody_who_hides_their_number_can_be_called_back(test: &TestDesk) {
        let (_, token, anna) = begin(test).await;
        let hidden = Pbx { number: None, ..lost(1, 0) };
        let inside = Pbx { number: Some("0288101"), ..lost(2, 0) };
        tell(test, &token, &[hidden.finish(), inside.finish()]).await;
        let rows = board(test, &anna, false).await;
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].missed.caller, Caller::Number("0288101".to_owned()));
    }

    async fn who_waits_too_long_is_told_to_supervisors_once(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let (admin, boss) = (test.admin().await, test.supervisor().await);
        let change = ChannelChange { callback_minutes: Some(Some(30)), ..ChannelChange::default() };
        test.desk.change_channel(&admin, channel, &change).await.unwrap();
        tell(test, &token, &[lost(1, 0).finish()]).await;
        let told = async |actor: &Actor| test.desk.unread_notices(actor).await.unwrap();
        test.clock.advance(29 * 60);
        test.desk.tell_of_overdue_callbacks().await.unwrap();
        assert_eq!((told(&boss).await, board(test, &anna, false).await[0].pace), (0, Pace::Soon));
        test.clock.advance(60);
        for _ in 0..2 {
            test.desk.tell_of_overdue_callbacks().await.unwrap();
        }
        assert_eq!((told(&boss).await, told(&admin).await, told(&anna).await), (1, 1, 0));
        assert_eq!(board(test, &anna, false).await[0].pace, Pace::Late);
        let id = board(test, &anna, false).await[0].missed.id;
        test.desk.handle_missed(&anna, id).await.unwrap();
        tell(test, &token, &[lost(2, 1860).finish()]).await;
        test.clock.advance(31 * 60);
        test.desk.tell_of_overdue_callbacks().await.unwrap();
        assert_eq!(told(&boss).await, 2, "another waiting");
    }

    async fn only_working_time_counts(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let admin = test.admin().await;
        // 28 March 2026 is a Saturday.
        let days = ["09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-18:00", "09:00-18:00", "", ""];
        let hours = crate::channels::HoursForm { days: days.map(str::to_owned), holidays: String::new() };
        let change = ChannelChange { working_hours: Some(hours), callback_minutes: Some(Some(30)), ..ChannelChange::default() };
        test.desk.change_channel(&admin, channel, &change).await.unwrap();
        tell(test, &token, &[lost(1, 0).finish()]).await;
        test.clock.advance(24 * 3600);
        test.desk.tell_of_overdue_callbacks().await.unwrap();
        let row = board(test, &anna, false).await.remove(0);
        assert_eq!((row.waited, row.pace), (0, Pace::InTime));
        assert_eq!(test.desk.unread_notices(&admin).await.unwrap(), 0);
    }

    async fn two_clients_who_are_one_wait_once(test: &TestDesk) {
        let (_, token, anna) = begin(test).await;
        let other = Pbx { number: Some("79160000003"), ..lost(2, 60) };
        tell(test, &token, &[lost(1, 0).finish(), other.finish()]).await;
        let rows = board(test, &anna, false).await;
        let ids: Vec<_> = rows.iter().filter_map(|row| row.missed.client_id()).collect();
        let (_, undo) = test.desk.merge_keeping(&anna, ids[0], ids[1], &crate::clients::Keep::default()).await.unwrap();
        assert_eq!(waiting(test, &anna).await, [2]);
        test.desk.undo_merge(&anna, undo).await.unwrap();
        assert_eq!(waiting(test, &anna).await, [1, 1]);
    }
}
