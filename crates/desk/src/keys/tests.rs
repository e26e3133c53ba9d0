//! Keys open what their owners reach, until they are revoked.

use crate::{Refusal, on_both};

fn is_out<T>(answer: crate::Result<T>) -> bool {
    matches!(answer.map(drop), Err(Refusal::SignedOut))
}

fn is_unknown<T>(answer: crate::Result<T>) -> bool {
    matches!(answer.map(drop), Err(Refusal::NotFound(_)))
}

on_both! {
    async fn a_key_has_its_owners_rights_until_it_is_revoked(test: &TestDesk) {
        let channel = test.channel().await;
        let anna = test.agent("anna", &[]).await;
        let (key, secret) = test.desk.create_key(&anna, None, " 1С  УТ ").await.unwrap();
        assert_eq!(key.name, "1С УТ");
        assert!(!format!("{key:?}").contains(&secret));
        let actor = test.desk.actor_of_key(&secret).await.unwrap();
        assert_eq!((actor.agent, actor.role), (anna.agent, anna.role));
        assert!(!actor.reach.covers(Some(channel)));
        test.agent("anna", &[channel]).await;
        assert!(test.desk.actor_of_key(&secret).await.unwrap().reach.covers(Some(channel)));
        test.desk.revoke_key(&anna, key.id).await.unwrap();
        assert!(is_out(test.desk.actor_of_key(&secret).await));
        assert!(is_unknown(test.desk.revoke_key(&anna, key.id).await));
        assert!(is_out(test.desk.actor_of_key("dzk_somebody").await));
    }

    async fn a_key_is_noted_at_most_once_a_minute(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let (_, secret) = test.desk.create_key(&anna, None, "1С").await.unwrap();
        let used = async || {
            test.desk.actor_of_key(&secret).await.unwrap();
            test.desk.keys(&anna, None).await.unwrap()[0].last_used_at
        };
        let first = Some(test.desk.now());
        assert_eq!(used().await, first);
        test.clock.advance(59);
        assert_eq!(used().await, first);
        test.clock.advance(1);
        assert_eq!(used().await, Some(test.desk.now()));
    }

    async fn other_peoples_keys_are_an_administrators_matter(test: &TestDesk) {
        let (admin, supervisor) = (test.admin().await, test.supervisor().await);
        let anna = test.agent("anna", &[]).await;
        let (key, secret) = test.desk.create_key(&admin, Some(anna.agent), "1С").await.unwrap();
        assert_eq!(test.desk.actor_of_key(&secret).await.unwrap().agent, anna.agent);
        assert!(is_unknown(test.desk.create_key(&supervisor, Some(anna.agent), "1С").await));
        assert!(is_unknown(test.desk.keys(&supervisor, Some(anna.agent)).await));
        assert!(is_unknown(test.desk.revoke_key(&supervisor, key.id).await));
        assert_eq!(test.desk.keys(&admin, Some(anna.agent)).await.unwrap().len(), 1);
        assert!(test.desk.keys(&admin, None).await.unwrap().is_empty());
        test.desk.revoke_key(&admin, key.id).await.unwrap();
        assert!(is_out(test.desk.actor_of_key(&secret).await));
    }
}
