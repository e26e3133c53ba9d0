//! Tokens let notifications in; ready bodies carry one.

use super::{fault, is_for_admins, is_unknown, send, told};
use crate::ingest::NotTaken;
use crate::{Options, Why, on_both};

on_both! {
    async fn several_tokens_work_until_each_is_revoked(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (first, one) = test.desk.create_token(&admin, channel).await.unwrap();
        test.clock.advance(1);
        let (second, other) = test.desk.create_token(&admin, channel).await.unwrap();
        let shown = test.desk.tokens(&admin, channel).await.unwrap();
        assert_eq!(shown, [(second.clone(), other.clone()), (first.clone(), one.clone())]);
        send(test, &one, "{}").await.unwrap();
        send(test, &other, "{}").await.unwrap();
        test.desk.revoke_token(&admin, channel, first.id).await.unwrap();
        let refused = send(test, &one, "{ }").await;
        assert!(matches!(refused, Err(NotTaken::UnknownToken)), "{refused:?}");
        send(test, &other, "{ }").await.unwrap();
        assert!(is_unknown(test.desk.revoke_token(&admin, channel, first.id).await));
        assert_eq!(test.desk.tokens(&admin, channel).await.unwrap().len(), 1);
    }

    async fn a_token_is_revoked_under_its_own_channel_only(test: &TestDesk) {
        let admin = test.admin().await;
        let (one, other) = (test.channel().await, test.channel().await);
        let (token, secret) = test.desk.create_token(&admin, one).await.unwrap();
        assert!(is_unknown(test.desk.revoke_token(&admin, other, token.id).await));
        assert!(is_unknown(test.desk.bodies(&admin, other, Some(token.id)).await));
        send(test, &secret, "{}").await.unwrap();
    }

    async fn the_four_bodies_carry_the_newest_live_token_or_the_chosen_one(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        assert_eq!(told(test.desk.bodies(&admin, channel, None).await), [fault("token", Why::Required)]);
        let (first, one) = test.desk.create_token(&admin, channel).await.unwrap();
        test.clock.advance(1);
        let (second, other) = test.desk.create_token(&admin, channel).await.unwrap();
        let public = Options { public_url: "https://desk.example.ru".to_owned(), ..Options::default() };
        let desk = test.another_desk(public);
        let bodies = desk.bodies(&admin, channel, None).await.unwrap();
        let events: Vec<_> = bodies.iter().map(|ready| ready.event.as_str()).collect();
        assert_eq!(events, ["in_call_session", "out_call_session", "talk_started", "call_session_finished"]);
        for ready in &bodies {
            assert_eq!((ready.method, ready.address.as_str()), ("POST", "https://desk.example.ru/hooks/uis"));
            assert!(ready.body.contains(&format!("\"ud_channel_token\":\"{other}\"")));
        }
        assert_eq!(bodies[0].body, uis::body(uis::Four::Incoming, &other));
        let chosen = desk.bodies(&admin, channel, Some(first.id)).await.unwrap();
        assert_eq!(chosen[3].body, uis::body(uis::Four::Finished, &one));
        desk.revoke_token(&admin, channel, second.id).await.unwrap();
        assert!(is_unknown(desk.bodies(&admin, channel, Some(second.id)).await));
        assert_eq!(desk.bodies(&admin, channel, None).await.unwrap(), chosen);
    }

    async fn tokens_are_for_administrators(test: &TestDesk) {
        let channel = test.channel().await;
        let (token, _) = test.token(channel).await;
        for actor in [test.supervisor().await, test.agent("anna", &[channel]).await] {
            assert!(is_for_admins(test.desk.tokens(&actor, channel).await));
            assert!(is_for_admins(test.desk.create_token(&actor, channel).await));
            assert!(is_for_admins(test.desk.revoke_token(&actor, channel, token).await));
            assert!(is_for_admins(test.desk.bodies(&actor, channel, None).await));
        }
        let stranger = test.agent("zoya", &[]).await;
        assert!(is_unknown(test.desk.tokens(&stranger, channel).await));
        assert!(is_unknown(test.desk.bodies(&stranger, channel, None).await));
    }
}
