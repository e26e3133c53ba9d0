//! Channels are kept alike on both engines.

use domain::Provider;
use domain::channel::EventTally;

use super::*;
use crate::on_both;
use crate::people::{at, channel, connect};

on_both! {
    async fn a_channel_reads_back_as_written(test: &TestStore) {
        let mut office = channel("Офис");
        office.policy.reopen_solved_within_hours = 5;
        let mut tx = test.store.begin().await.unwrap();
        insert(&mut tx, &office, at(0)).await.unwrap();
        assert_eq!(find(&mut tx, office.id).await.unwrap(), Some(office.clone()));
        office.name = "Склад".to_owned();
        office.provider = Provider::Novofon;
        office.country = "KZ".parse().unwrap();
        office.time_zone = "Asia/Almaty".to_owned();
        office.close_after_minutes = 10;
        office.working_hours.monday = domain::working_hours::Interval::read_all("9-18").unwrap();
        office.silence_minutes = Some(30);
        assert!(update(&mut tx, &mut office, at(1)).await.unwrap());
        assert_eq!(office.version, 2);
        assert_eq!(find(&mut tx, office.id).await.unwrap(), Some(office.clone()));
        office.version = 1;
        assert!(!update(&mut tx, &mut office, at(2)).await.unwrap(), "somebody has changed it since");
    }

    async fn a_silence_is_noted_once_and_broken_once(test: &TestStore) {
        let office = connect(test, "Офис").await;
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(last_event(&mut tx, office).await.unwrap(), None);
        count_event(&mut tx, office, "call_end", at(5), 1, false).await.unwrap();
        count_event(&mut tx, office, "call_start", at(4), 1, false).await.unwrap();
        assert_eq!(last_event(&mut tx, office).await.unwrap(), Some(at(5)));
        assert!(note_silence(&mut tx, office, at(5)).await.unwrap());
        assert!(!note_silence(&mut tx, office, at(5)).await.unwrap());
        assert_eq!(find(&mut tx, office).await.unwrap().unwrap().silent_since, Some(at(5)));
        assert!(break_silence(&mut tx, office).await.unwrap());
        assert!(!break_silence(&mut tx, office).await.unwrap());
    }

    async fn a_channel_taken_down_leaves_the_list_but_is_found(test: &TestStore) {
        let office = connect(test, "офис").await;
        let depot = connect(test, "Склад").await;
        let mut tx = test.store.begin().await.unwrap();
        let names = |all: Vec<Channel>| all.into_iter().map(|c| c.id).collect::<Vec<_>>();
        assert_eq!(names(list(&mut tx).await.unwrap()), [office, depot]);
        assert!(delete(&mut tx, office, at(9)).await.unwrap());
        assert!(!delete(&mut tx, office, at(10)).await.unwrap());
        assert_eq!(names(list(&mut tx).await.unwrap()), [depot]);
        assert_eq!(names(list_with_deleted(&mut tx).await.unwrap()), [office, depot]);
        assert_eq!(find(&mut tx, office).await.unwrap().unwrap().deleted_at, Some(at(9)));
    }

    async fn an_app_secret_is_kept_apart_from_what_is_shown(test: &TestStore) {
        let office = connect(test, "Офис").await;
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(app_secret(&mut tx, office).await.unwrap(), None);
        set_app_secret(&mut tx, office, b"sealed", "…x7").await.unwrap();
        assert_eq!(app_secret(&mut tx, office).await.unwrap().as_deref(), Some(&b"sealed"[..]));
        let mut shown = find(&mut tx, office).await.unwrap().unwrap();
        assert_eq!(shown.app_secret_hint.as_deref(), Some("…x7"));
        shown.app_secret_hint = None;
        update(&mut tx, &mut shown, at(1)).await.unwrap();
        assert!(app_secret(&mut tx, office).await.unwrap().is_some());
    }

    async fn a_good_arrival_ends_the_row_of_faults(test: &TestStore) {
        let office = connect(test, "Офис").await;
        let mut tx = test.store.begin().await.unwrap();
        count_event(&mut tx, office, "call_end", at(5), 1, true).await.unwrap();
        count_event(&mut tx, office, "call_end", at(3), 2, true).await.unwrap();
        count_event(&mut tx, office, "call_start", at(4), 7, false).await.unwrap();
        let told = |count, faults, last| EventTally {
            event: "call_end".to_owned(),
            first_at: at(3),
            last_at: at(last),
            count,
            faults,
        };
        let all = tally(&mut tx, office).await.unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0], told(3, 3, 5));
        count_event(&mut tx, office, "call_end", at(6), 1, false).await.unwrap();
        assert_eq!(tally(&mut tx, office).await.unwrap()[0], told(4, 0, 6));
    }

    async fn a_changed_channel_is_told_after_the_commit(test: &TestStore) {
        let mut changes = test.store.changes();
        let office = connect(test, "Офис").await;
        let change = changes.recv().await.unwrap();
        assert_eq!(change, Change { topic: Topic::Channel(office), channel: Some(office) });
    }
}
