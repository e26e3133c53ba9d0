//! Hours and absences are kept alike on both engines.

use domain::Role;
use domain::shifts::Shift;

use super::*;
use crate::on_both;
use crate::people::{agent, at, hire};

on_both! {
    async fn hours_read_back_and_go_away(test: &TestStore) {
        let anna = agent("anna", Role::Agent);
        hire(test, &anna).await;
        let hours = Shifts {
            time_zone: "Asia/Omsk".to_owned(),
            intervals: vec![Shift { day: 1, from: 540, to: 1080 }],
        };
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(find(&mut tx, anna.id).await.unwrap(), None);
        set(&mut tx, anna.id, Some(&hours)).await.unwrap();
        assert_eq!(find(&mut tx, anna.id).await.unwrap(), Some(hours));
        set(&mut tx, anna.id, None).await.unwrap();
        assert_eq!(find(&mut tx, anna.id).await.unwrap(), None);
    }

    async fn absences_are_listed_until_they_are_over(test: &TestStore) {
        let (anna, zoya) = (agent("anna", Role::Agent), agent("zoya", Role::Agent));
        hire(test, &anna).await;
        hire(test, &zoya).await;
        let absence = |first: &str, last: &str| Absence {
            id: AbsenceId::at(at(0)),
            first: first.parse().unwrap(),
            last: last.parse().unwrap(),
            reason: "отпуск".to_owned(),
        };
        let (later, sooner) = (absence("2026-12-28", "2027-01-08"), absence("2026-11-01", "2026-11-20"));
        let mut tx = test.store.begin().await.unwrap();
        add_absence(&mut tx, anna.id, &later).await.unwrap();
        add_absence(&mut tx, anna.id, &sooner).await.unwrap();
        assert_eq!(absences(&mut tx, anna.id, "2026-11-20").await.unwrap(), [sooner, later.clone()]);
        assert_eq!(absences(&mut tx, anna.id, "2026-11-21").await.unwrap(), std::slice::from_ref(&later));
        assert!(!remove_absence(&mut tx, zoya.id, later.id).await.unwrap());
        assert!(remove_absence(&mut tx, anna.id, later.id).await.unwrap());
    }
}
