//! What the board on the wall shows, and to whom.

use super::*;
use crate::calls::tests::pbx::{Caller, tell};
use crate::on_both;

on_both! {
    async fn it_shows_who_talks_who_waits_and_what_became_of_the_day(test: &TestDesk) {
        let (channel, other) = (test.channel().await, test.channel().await);
        let (_, token) = test.token(channel).await;
        let boss = test.supervisor().await;
        let anna = test.agent("anna", &[channel]).await;
        test.telephone(anna.agent, "391001", None).await;
        let lost = Caller { talks: Vec::new(), recordings: 0, finished: 40, ..Caller::new(1) };
        let answered = Caller { number: Some("79160000003"), ..Caller::new(2) };
        tell(test, &token, &[lost.finish(), answered.finish()]).await;
        let goes_on = Caller { number: Some("79160000004"), ..Caller::new(3) };
        tell(test, &token, &[goes_on.start()]).await;
        tell(test, &token, &goes_on.talking()).await;
        let rings = Caller { number: Some("79160000005"), ..Caller::new(4) };
        tell(test, &token, &[rings.start()]).await;

        let wall = test.desk.wallboard(&boss, None).await.unwrap();
        let today = &wall.today;
        assert_eq!((today.answered, today.missed, today.not_called_back), (1, 1, 1));
        assert_eq!((today.longest_wait, today.average_wait()), (40, Some(25)), "40 s in vain and 11 s until an answer");
        assert_eq!(wall.waiting.iter().map(|view| view.call.session_id).collect::<Vec<_>>(), [4]);
        assert_eq!(wall.people.len(), 1, "who looks at the wall does not stand on it");
        assert_eq!(wall.people[0].call.as_ref().unwrap().call.session_id, 3);
        let hours: Vec<(i64, i64)> = wall.hours.iter().map(|hour| (hour.answered, hour.missed)).collect();
        assert_eq!(hours, [(1, 1)]);
        assert_eq!(wall.hours[0].from.to_string(), "2026-03-28T13:00:00Z");
        let line = wall.channels.iter().find(|line| line.id == channel).unwrap();
        assert_eq!((line.talking, line.waiting, line.today.missed), (1, 1, 1));
        let empty = test.desk.wallboard(&boss, Some(other)).await.unwrap();
        assert_eq!(empty.today, Today::default());
        assert!(empty.people.is_empty() && empty.waiting.is_empty());
        assert_eq!(test.desk.wallboard(&boss, Some(channel)).await.unwrap().people.len(), 1);
    }

    async fn it_is_for_supervisors_and_administrators(test: &TestDesk) {
        let channel = test.channel().await;
        let anna = test.agent("anna", &[channel]).await;
        assert!(test.desk.wallboard(&anna, None).await.is_err());
        assert!(test.desk.wallboard(&test.admin().await, None).await.is_ok());
        let nowhere = ChannelId::at(test.desk.now());
        assert!(test.desk.wallboard(&test.supervisor().await, Some(nowhere)).await.is_err());
    }

    async fn the_hours_go_from_the_first_call_until_now(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let lost = Caller { talks: Vec::new(), started: -2 * 3600, ..Caller::new(1) };
        tell(test, &token, &[lost.finish(), Caller::new(2).finish()]).await;
        let boss = test.supervisor().await;
        let seen = async |channel| {
            let wall = test.desk.wallboard(&boss, channel).await.unwrap();
            wall.hours.iter().map(|hour| (hour.answered, hour.missed)).collect::<Vec<_>>()
        };
        assert_eq!(seen(None).await, [(0, 1), (0, 0), (1, 0)]);
        let other = test.channel().await;
        assert_eq!(seen(Some(other)).await, []);
    }

    async fn yesterdays_calls_are_not_counted(test: &TestDesk) {
        let channel = test.channel().await;
        let (_, token) = test.token(channel).await;
        let yesterday = Caller { started: -24 * 3600, ..Caller::new(1) };
        tell(test, &token, &[yesterday.finish()]).await;
        let wall = test.desk.wallboard(&test.supervisor().await, None).await.unwrap();
        assert_eq!((wall.today.answered, wall.today.average_wait()), (0, None));
    }
}
