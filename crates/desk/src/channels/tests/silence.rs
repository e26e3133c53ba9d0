//! A silence in working hours is told once, and forgotten with the next event.

use domain::{AgentId, ChannelId};
use store::{Change, Topic};
use uuid::Uuid;

use crate::channels::{ChannelChange, HoursForm};
use crate::on_both;
use crate::testing::{TestDesk, moment};

const MINUTE: i64 = 60;

/// Half an hour of patience, round the clock.
async fn watched(test: &TestDesk) -> ChannelId {
    let channel = test.channel().await;
    let change = ChannelChange {
        silence_minutes: Some(Some(30)),
        ..ChannelChange::default()
    };
    let admin = test.admin().await;
    test.desk
        .change_channel(&admin, channel, &change)
        .await
        .unwrap();
    channel
}

async fn event(test: &TestDesk, channel: ChannelId) {
    let mut tx = test.store.begin().await.unwrap();
    store::channels::count_event(&mut tx, channel, "talk_started", test.desk.now(), 1, false)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A change that nothing but [`mark`] tells: changes arrive in the order they are committed in.
fn marker(n: i64) -> Change {
    Change {
        topic: Topic::Notices(AgentId(Uuid::from_u64_pair(7, n.unsigned_abs()))),
        channel: None,
    }
}

async fn mark(test: &TestDesk, n: i64) {
    test.store.announce(marker(n)).await.unwrap();
}

on_both! {
    async fn a_silent_channel_is_noticed_once_and_speaks_again(test: &TestDesk) {
        let (channel, admin) = (watched(test).await, test.admin().await);
        test.desk.watch_for_silence().await.unwrap();
        assert_eq!(test.desk.silence(&admin, channel).await.unwrap(), None, "it has not begun");
        event(test, channel).await;
        test.clock.advance(29 * MINUTE);
        test.desk.watch_for_silence().await.unwrap();
        assert_eq!(test.desk.silence(&admin, channel).await.unwrap(), None);
        test.clock.advance(2 * MINUTE);
        test.desk.watch_for_silence().await.unwrap();
        assert_eq!(test.desk.silence(&admin, channel).await.unwrap(), Some(moment(0)));
        let mut changes = test.store.changes();
        mark(test, 1).await;
        // On PostgreSQL what was told before may arrive only now.
        while changes.recv().await.unwrap() != marker(1) {}
        test.desk.watch_for_silence().await.unwrap();
        mark(test, 2).await;
        assert_eq!(changes.recv().await.unwrap(), marker(2), "told once");
        event(test, channel).await;
        assert_eq!(test.desk.silence(&admin, channel).await.unwrap(), None, "over at once");
        test.desk.watch_for_silence().await.unwrap();
        let kept = test.desk.channel(&admin, channel).await.unwrap();
        assert_eq!(kept.silent_since, None);
    }

    async fn nobody_is_alarmed_outside_working_hours(test: &TestDesk) {
        let (channel, admin) = (watched(test).await, test.admin().await);
        // The tests begin on a Saturday.
        let weekdays = HoursForm { days: ["9-18", "9-18", "9-18", "9-18", "9-18", "", ""].map(str::to_owned), ..HoursForm::default() };
        let change = ChannelChange { working_hours: Some(weekdays), ..ChannelChange::default() };
        test.desk.change_channel(&admin, channel, &change).await.unwrap();
        event(test, channel).await;
        test.clock.advance(5 * 60 * MINUTE);
        test.desk.watch_for_silence().await.unwrap();
        assert_eq!(test.desk.silence(&admin, channel).await.unwrap(), None);
        test.clock.advance(39 * 60 * MINUTE);
        test.desk.watch_for_silence().await.unwrap();
        assert_eq!(test.desk.silence(&admin, channel).await.unwrap(), Some(moment(0)));
    }

    async fn a_channel_changed_by_somebody_else_is_not_overwritten(test: &TestDesk) {
        let (channel, admin) = (test.channel().await, test.admin().await);
        let named = |name: &str| ChannelChange { name: Some(name.to_owned()), version: Some(1), ..ChannelChange::default() };
        let changed = test.desk.change_channel(&admin, channel, &named("Склад")).await.unwrap();
        assert_eq!((changed.version, changed.changed_by), (2, Some(admin.agent)));
        let refused = test.desk.change_channel(&admin, channel, &named("Офис")).await;
        assert!(matches!(refused, Err(crate::Refusal::Changed)));
    }

    async fn hours_and_silence_that_cannot_be_are_refused_at_their_fields(test: &TestDesk) {
        let (channel, admin) = (test.channel().await, test.admin().await);
        let days = ["с утра", "", "", "", "", "", ""].map(str::to_owned);
        let change = ChannelChange {
            working_hours: Some(HoursForm { days, holidays: "01.01.2027\nзавтра".to_owned() }),
            silence_minutes: Some(Some(1)),
            ..ChannelChange::default()
        };
        let Err(crate::Refusal::Invalid(faults)) = test.desk.change_channel(&admin, channel, &change).await else { panic!() };
        let fields: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["working_hours.monday", "working_hours.holidays", "silence_minutes"]);
    }
}
