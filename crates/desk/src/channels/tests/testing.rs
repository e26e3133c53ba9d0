//! Test notifications: whose they are, and that they go away.

use domain::channel::{Stage, Trouble};

use crate::on_both;
use crate::{Refusal, Thing};

on_both! {
    async fn a_test_needs_a_token_and_an_administrator(test: &TestDesk) {
        let (channel, admin) = (test.channel().await, test.admin().await);
        let refused = test.desk.test_channel(&admin, channel, &[], None).await;
        assert!(matches!(refused, Err(Refusal::Invalid(_))), "without a token: {refused:?}");
        test.token(channel).await;
        assert!(test.desk.test_channel(&test.supervisor().await, channel, &[], None).await.is_err());
        let (foreign, _) = test.token(test.channel().await).await;
        let refused = test.desk.test_channel(&admin, channel, &[], Some(foreign)).await;
        assert!(matches!(refused, Err(Refusal::NotFound(Thing::Token))));
        let refused = test.desk.test_channel(&admin, channel, &["call_end".to_owned()], None).await;
        assert!(matches!(refused, Err(Refusal::Invalid(_))));
    }

    async fn where_nobody_answers_the_test_says_so(test: &TestDesk) {
        let (channel, admin) = (test.channel().await, test.admin().await);
        test.token(channel).await;
        // The address of the tests' desk is one where nobody listens.
        let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", closed.local_addr().unwrap());
        drop(closed);
        let desk = test.another_desk(crate::Options { public_url: address.clone(), ..crate::Options::default() });
        let event = ["in_call_session".to_owned()];
        let sent = desk.test_channel(&admin, channel, &event, None).await.unwrap();
        let again = desk.test_channel(&admin, channel, &event, None).await.unwrap();
        assert_eq!(sent.id, again.id, "one that is on its way is enough");
        desk.work_all().await.unwrap();
        let over = desk.channel_test(&admin, channel, sent.id).await.unwrap();
        assert!(over.finished_at.is_some());
        let step = &over.steps[0];
        assert!(matches!(step.reached, Stage::Failed { because: Trouble::Unreachable, .. }), "{step:?}");
        assert_eq!(step.accepted, Stage::Waiting);
        assert_eq!(step.address, Some(format!("{address}/hooks/uis")));
        desk.remove_test(&admin, channel, sent.id).await.unwrap();
        assert!(desk.channel_test(&admin, channel, sent.id).await.is_err());
        assert_eq!(desk.latest_test(&admin, channel).await.unwrap(), None);
    }
}
