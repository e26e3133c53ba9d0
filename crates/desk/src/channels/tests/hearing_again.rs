//! The log shows what became of each notification, and has it heard again.

use domain::notification::Verdict;
use store::Slice;
use store::jobs::JobState;

use super::{is_for_admins, is_unknown, send};
use crate::on_both;

/// A body that says nothing of a call.
const UNREADABLE: &str = "не уведомление";

on_both! {
    async fn the_log_is_read_by_verdict_and_one_is_heard_again(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, secret) = test.token(channel).await;
        let body = uis::body(uis::Four::Incoming, &secret).replace("{{call_session_id}}", "5139032001");
        send(test, &secret, &body).await.unwrap();
        send(test, &secret, UNREADABLE).await.unwrap();
        test.desk.hear_all().await.unwrap();
        let log = async |verdict| {
            let page = test.desk.notifications(&admin, channel, verdict, Slice::first(10)).await;
            page.unwrap().items
        };
        assert_eq!(log(None).await.len(), 2);
        let unreadable = log(Some(Verdict::Unreadable)).await;
        assert_eq!(unreadable.len(), 1);
        let heard = log(Some(Verdict::Heard)).await;
        assert_eq!(test.desk.tally(&admin, channel).await.unwrap()[0].event, "in_call_session");

        for one in [&unreadable[0], &heard[0]] {
            test.desk.replay(&admin, one.id).await.unwrap();
            let again = test.desk.notification(&admin, one.id).await.unwrap();
            assert_eq!((again.verdict, again.body.clone()), (Verdict::Waiting, one.body.clone()));
        }
        assert_eq!(test.desk.hear_all().await.unwrap(), 2);
        assert_eq!(log(Some(Verdict::Heard)).await[0].call_id, heard[0].call_id);
    }

    async fn all_that_could_not_be_heard_is_put_back_by_a_job_that_waits_once(test: &TestDesk) {
        let admin = test.admin().await;
        let (channel, other) = (test.channel().await, test.channel().await);
        for channel in [channel, other] {
            let (_, secret) = test.token(channel).await;
            send(test, &secret, UNREADABLE).await.unwrap();
        }
        test.desk.hear_all().await.unwrap();
        test.desk.replay_all(&admin, channel).await.unwrap();
        test.desk.replay_all(&admin, channel).await.unwrap();
        assert_eq!(test.jobs(JobState::Queued).await, 1);
        assert_eq!(test.desk.work_all().await.unwrap(), 1);
        for (channel, waiting) in [(channel, 1), (other, 0)] {
            let page = test.desk.notifications(&admin, channel, Some(Verdict::Waiting), Slice::first(10)).await;
            assert_eq!(page.unwrap().items.len(), waiting);
        }
        assert_eq!(test.desk.hear_all().await.unwrap(), 1);
    }

    async fn the_log_is_for_administrators(test: &TestDesk) {
        let admin = test.admin().await;
        let channel = test.channel().await;
        let (_, secret) = test.token(channel).await;
        send(test, &secret, UNREADABLE).await.unwrap();
        let log = test.desk.notifications(&admin, channel, None, Slice::first(1)).await.unwrap();
        let one = log.items[0].id;
        for actor in [test.supervisor().await, test.agent("anna", &[channel]).await] {
            assert!(is_for_admins(test.desk.notifications(&actor, channel, None, Slice::first(1)).await));
            assert!(is_for_admins(test.desk.notification(&actor, one).await));
            assert!(is_for_admins(test.desk.replay(&actor, one).await));
            assert!(is_for_admins(test.desk.replay_all(&actor, channel).await));
            assert!(is_for_admins(test.desk.tally(&actor, channel).await));
        }
        let stranger = test.agent("zoya", &[]).await;
        assert!(is_unknown(test.desk.notification(&stranger, one).await));
        assert!(is_unknown(test.desk.replay_all(&stranger, channel).await));
    }
}
