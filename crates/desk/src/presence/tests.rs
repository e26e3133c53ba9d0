//! Who is here, and who wants to be left alone.

use domain::presence::Presence;
use futures_util::StreamExt;

use super::*;
use crate::on_both;
use crate::testing::TestDesk;

async fn seen(test: &TestDesk, by: &Actor, whom: &Actor) -> Option<Presence> {
    let around = test.desk.around(by).await.unwrap();
    let one = around.iter().find(|one| one.id == whom.agent);
    one.map(|one| one.presence)
}

fn state(state: &str, minutes: Option<i64>) -> PresenceForm {
    PresenceForm {
        state: state.to_owned(),
        minutes,
        ..PresenceForm::default()
    }
}

on_both! {
    async fn an_open_tab_shows_that_somebody_is_here(test: &TestDesk) {
        let (anna, zoya) = (test.agent("anna", &[]).await, test.agent("zoya", &[]).await);
        assert_eq!(seen(test, &zoya, &anna).await, None);
        let mut told = Box::pin(test.desk.listen(&zoya));
        let stay = test.desk.arrive(&anna, false).await;
        assert_eq!(told.next().await.unwrap(), ["presence"]);
        assert_eq!(seen(test, &zoya, &anna).await, Some(Presence::Online));
        drop(stay);
        assert_eq!(seen(test, &zoya, &anna).await, Some(Presence::Online));
        test.clock.advance(20);
        assert_eq!(seen(test, &zoya, &anna).await, None);
        let idle = test.desk.arrive(&anna, true).await;
        assert_eq!(seen(test, &zoya, &anna).await, None);
        drop(idle);
    }

    async fn what_is_set_by_hand_counts_until_its_time(test: &TestDesk) {
        let (anna, zoya) = (test.agent("anna", &[]).await, test.agent("zoya", &[]).await);
        let _stay = test.desk.arrive(&anna, false).await;
        test.desk.set_presence(&anna, &state("do_not_disturb", Some(60))).await.unwrap();
        assert_eq!(seen(test, &zoya, &anna).await, Some(Presence::DoNotDisturb));
        assert!(test.desk.is_quiet(&anna).await.unwrap());
        assert!(!test.desk.is_quiet(&zoya).await.unwrap());
        test.clock.advance(3600);
        assert_eq!(seen(test, &zoya, &anna).await, Some(Presence::Online));
        assert!(!test.desk.is_quiet(&anna).await.unwrap());
        test.desk.set_presence(&anna, &state("away", None)).await.unwrap();
        assert_eq!(seen(test, &zoya, &anna).await, None);
        assert_eq!(test.desk.own_presence(&anna).await.unwrap().choice, Presence::Away);
        test.desk.set_presence(&anna, &state("online", None)).await.unwrap();
        assert_eq!(seen(test, &zoya, &anna).await, Some(Presence::Online));
    }

    async fn nonsense_is_not_taken(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        assert!(test.desk.set_presence(&anna, &state("busy", None)).await.is_err());
        assert!(test.desk.set_presence(&anna, &state("away", Some(0))).await.is_err());
        let past = PresenceForm { until: Some(test.desk.now()), ..state("away", None) };
        assert!(test.desk.set_presence(&anna, &past).await.is_err());
    }
}
