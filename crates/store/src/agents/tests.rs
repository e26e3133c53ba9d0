//! Agents are kept alike on both engines.

use domain::{Language, Provider, Role};

use super::*;
use crate::on_both;
use crate::people::{agent, at, gather, hire};

on_both! {
    async fn an_agent_reads_back_as_written(test: &TestStore) {
        let first = gather(test, "Продажи", &[]).await;
        let mut anna = agent("anna", Role::Supervisor);
        anna.telephony = Telephony {
            provider: Some(Provider::Uis),
            operator_id: Some(OperatorId::parse("391001").unwrap()),
            virtual_number: Some("+74951234567".parse().unwrap()),
        };
        anna.groups = vec![first];
        hire(test, &anna).await;

        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(find(&mut tx, anna.id).await.unwrap(), Some(anna.clone()));
        anna.name = "Анна".to_owned();
        anna.role = Role::Internal;
        anna.telephony = Telephony::default();
        anna.groups.clear();
        anna.language = Language::En;
        anna.active = false;
        update(&mut tx, &anna, at(60)).await.unwrap();
        assert_eq!(find(&mut tx, anna.id).await.unwrap(), Some(anna));
    }

    async fn agents_are_listed_by_name_with_their_groups(test: &TestStore) {
        let zoya = agent("Zoya", Role::Agent);
        let anna = agent("anna", Role::Agent);
        hire(test, &zoya).await;
        hire(test, &anna).await;
        let group = gather(test, "Продажи", &[zoya.id]).await;
        let mut conn = test.store.read().await.unwrap();
        let all = list(&mut conn).await.unwrap();
        assert_eq!(all.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(), ["anna", "Zoya"]);
        assert!(all[0].groups.is_empty());
        assert_eq!(all[1].groups, [group]);
    }

    async fn an_email_belongs_to_one_agent(test: &TestStore) {
        hire(test, &agent("anna", Role::Agent)).await;
        let mut tx = test.store.begin().await.unwrap();
        let twin = insert(&mut tx, &agent("anna", Role::Agent), None).await;
        assert!(matches!(twin, Err(Error::Taken { .. })), "{twin:?}");
    }

    async fn an_invitation_ends_with_the_first_password(test: &TestStore) {
        let anna = agent("anna", Role::Agent);
        let mut tx = test.store.begin().await.unwrap();
        insert(&mut tx, &anna, None).await.unwrap();
        set_invitation(&mut tx, anna.id, b"hash", at(100)).await.unwrap();
        assert!(find(&mut tx, anna.id).await.unwrap().unwrap().invited);
        assert_eq!(by_invitation(&mut tx, b"hash", at(99)).await.unwrap(), Some(anna.id));
        assert_eq!(by_invitation(&mut tx, b"other", at(99)).await.unwrap(), None);
        assert_eq!(by_invitation(&mut tx, b"hash", at(100)).await.unwrap(), None);
        let before = by_email(&mut tx, &anna.email).await.unwrap().unwrap();
        assert_eq!(before.password_hash, None);

        set_password(&mut tx, anna.id, "$argon2id$1", at(50)).await.unwrap();
        assert_eq!(by_invitation(&mut tx, b"hash", at(60)).await.unwrap(), None);
        assert!(!find(&mut tx, anna.id).await.unwrap().unwrap().invited);
        let after = by_email(&mut tx, &anna.email).await.unwrap().unwrap();
        assert_eq!(after.agent_id, anna.id);
        assert_eq!(after.password_hash.as_deref(), Some("$argon2id$1"));
        assert!(after.active);
    }

    async fn somebody_who_left_is_not_invited_and_is_no_administrator(test: &TestStore) {
        let mut anna = agent("anna", Role::Admin);
        let mut tx = test.store.begin().await.unwrap();
        assert_eq!(count(&mut tx).await.unwrap(), 0);
        insert(&mut tx, &anna, None).await.unwrap();
        insert(&mut tx, &agent("zoya", Role::Agent), None).await.unwrap();
        set_invitation(&mut tx, anna.id, b"hash", at(100)).await.unwrap();
        assert_eq!(count_active_admins(&mut tx).await.unwrap(), 1);
        anna.active = false;
        update(&mut tx, &anna, at(1)).await.unwrap();
        assert_eq!(by_invitation(&mut tx, b"hash", at(2)).await.unwrap(), None);
        assert!(!by_email(&mut tx, &anna.email).await.unwrap().unwrap().active);
        assert_eq!(count_active_admins(&mut tx).await.unwrap(), 0);
        assert_eq!(count(&mut tx).await.unwrap(), 2);
    }
}
