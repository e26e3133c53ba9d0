//! Second factors are kept alike on both engines.

use domain::Role;

use super::*;
use crate::on_both;
use crate::people::{agent, at, hire};

on_both! {
    async fn a_secret_counts_once_confirmed_and_is_not_replaced_then(test: &TestStore) {
        let anna = agent("anna", Role::Agent);
        hire(test, &anna).await;
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(find(&mut tx, anna.id).await.unwrap(), None);
        assert!(begin(&mut tx, anna.id, b"one", at(0)).await.unwrap());
        assert!(begin(&mut tx, anna.id, b"two", at(1)).await.unwrap());
        assert!(owners(&mut tx).await.unwrap().is_empty());
        confirm(&mut tx, anna.id, at(2)).await.unwrap();
        assert!(!begin(&mut tx, anna.id, b"three", at(3)).await.unwrap());
        let kept = find(&mut tx, anna.id).await.unwrap().unwrap();
        assert_eq!(kept, Factor { sealed: b"two".to_vec(), confirmed_at: Some(at(2)) });
        assert_eq!(owners(&mut tx).await.unwrap(), [anna.id]);
        assert!(delete(&mut tx, anna.id).await.unwrap());
        assert!(!delete(&mut tx, anna.id).await.unwrap());
    }

    async fn a_code_is_used_up_with_all_before_it(test: &TestStore) {
        let anna = agent("anna", Role::Agent);
        hire(test, &anna).await;
        let mut tx = test.store.begin().await.unwrap();
        begin(&mut tx, anna.id, b"one", at(0)).await.unwrap();
        assert!(use_step(&mut tx, anna.id, 10).await.unwrap());
        assert!(!use_step(&mut tx, anna.id, 10).await.unwrap());
        assert!(!use_step(&mut tx, anna.id, 9).await.unwrap());
        assert!(use_step(&mut tx, anna.id, 11).await.unwrap());
    }

    async fn a_recovery_code_works_once(test: &TestStore) {
        let anna = agent("anna", Role::Agent);
        hire(test, &anna).await;
        let mut tx = test.store.begin().await.unwrap();
        set_codes(&mut tx, anna.id, &[[1; 32], [2; 32]]).await.unwrap();
        assert!(use_code(&mut tx, anna.id, &[1; 32], at(1)).await.unwrap());
        assert!(!use_code(&mut tx, anna.id, &[1; 32], at(2)).await.unwrap());
        assert!(!use_code(&mut tx, anna.id, &[9; 32], at(2)).await.unwrap());
        assert_eq!(codes_left(&mut tx, anna.id).await.unwrap(), 1);
        set_codes(&mut tx, anna.id, &[[3; 32]]).await.unwrap();
        assert!(!use_code(&mut tx, anna.id, &[2; 32], at(3)).await.unwrap());
        assert_eq!(codes_left(&mut tx, anna.id).await.unwrap(), 1);
    }
}
