//! A live call is held, passed on and ended, by whoever may.

use domain::call::{Moment, Stance, State};
use serde_json::json;

use super::pbx::{Bench, to};
use crate::calls::tests::pbx::{Caller, call, tell};
use crate::phone::{Passing, PbxWhy, Target};
use crate::refusal::Clash;
use crate::{Denied, Refusal, on_both};

/// A call that Anna has begun and in which the PBX has both sides talking.
async fn talking(test: &crate::testing::TestDesk, bench: &Bench) -> domain::Call {
    let (_, token) = test.token(bench.channel).await;
    let view = bench
        .desk
        .dial(&bench.anna, &to("79160000003"))
        .await
        .unwrap();
    let session = view.call.session_id;
    bench.until(session, "Разговор").await;
    let caller = Caller {
        direction: "out",
        number: Some("79160000003"),
        ..Caller::new(session)
    };
    tell(test, &token, &caller.all()[..2]).await;
    call(test, bench.channel, session).await
}

async fn stance(bench: &Bench) -> Option<(Stance, Option<String>)> {
    let bar = bench.desk.call_bar(&bench.anna).await.unwrap()?;
    let steered = bar.steered?;
    Some((steered.stance, steered.third))
}

on_both! {
    async fn the_bar_follows_the_call_from_click_to_end(test: &TestDesk) {
        let bench = Bench::over(test).await;
        assert_eq!(bench.desk.call_bar(&bench.anna).await.unwrap(), None);
        let call = talking(test, &bench).await;
        let bar = bench.desk.call_bar(&bench.anna).await.unwrap().unwrap();
        assert_eq!((bar.view.call.id, bar.view.call.facts.state), (call.id, State::Talking));
        bench.desk.hold(&bench.anna, call.id).await.unwrap();
        assert_eq!(stance(&bench).await, Some((Stance::Held, None)));
        test.clock.advance(12);
        bench.desk.unhold(&bench.anna, call.id).await.unwrap();
        assert_eq!(stance(&bench).await, Some((Stance::Talking, None)));
        let life = bench.desk.call_life(&bench.anna, call.id).await.unwrap();
        let held: Vec<_> = life.iter().filter(|step| step.what == Moment::Held).collect();
        assert!(matches!(held[..], [step] if step.seconds == Some(12)), "{life:?}");
        bench.desk.press_key(&bench.anna, call.id, '5').await.unwrap();
        assert!(bench.desk.press_key(&bench.anna, call.id, 'x').await.is_err());
        bench.desk.hang_up(&bench.anna, call.id).await.unwrap();
        bench.until(call.session_id, "").await;
        // The PBX knows it no more, whether or not it tells: pressed again, it is over here too.
        bench.desk.hang_up(&bench.anna, call.id).await.unwrap();
        assert_eq!(bench.desk.call_bar(&bench.anna).await.unwrap(), None);
        let late = bench.desk.hold(&bench.anna, call.id).await.unwrap_err();
        assert!(matches!(late, Refusal::Conflict(Clash::CallOver)));
    }

    async fn a_call_goes_on_to_a_colleague_after_a_word_with_them(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let oleg = test.agent("oleg", &[bench.channel]).await;
        test.telephone(oleg.agent, "391002", None).await;
        let call = talking(test, &bench).await;
        let bar = bench.desk.call_bar(&bench.anna).await.unwrap().unwrap();
        assert_eq!(bar.colleagues.iter().map(|one| one.id).collect::<Vec<_>>(), [oleg.agent]);
        bench.desk.transfer(&bench.anna, call.id, &Target::Agent(oleg.agent), Passing::Asking).await.unwrap();
        assert_eq!(stance(&bench).await, Some((Stance::Consulting, Some("oleg".to_owned()))));
        bench.until(call.session_id, "Разговор операторов").await;
        bench.desk.pass_on(&bench.anna, call.id).await.unwrap();
        assert_eq!(bench.desk.call_bar(&bench.anna).await.unwrap(), None, "it is somebody else's now");
    }

    async fn a_call_goes_on_to_a_number_at_once_or_comes_back(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let call = talking(test, &bench).await;
        let number = Target::Number("8 926 000-00-09".to_owned());
        bench.desk.transfer(&bench.anna, call.id, &number, Passing::Asking).await.unwrap();
        bench.desk.unhold(&bench.anna, call.id).await.unwrap();
        assert_eq!(stance(&bench).await, Some((Stance::Talking, None)));
        let nobody = Target::Number("позже".to_owned());
        let refused = bench.desk.transfer(&bench.anna, call.id, &nobody, Passing::AtOnce).await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(faults) if faults[0].field == "number"));
        bench.desk.transfer(&bench.anna, call.id, &number, Passing::AtOnce).await.unwrap();
        assert_eq!(bench.desk.call_bar(&bench.anna).await.unwrap(), None);
    }

    async fn nobody_steers_anothers_call_and_a_supervisor_may_end_it(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let call = talking(test, &bench).await;
        let oleg = test.agent("oleg", &[bench.channel]).await;
        let supervisor = test.supervisor().await;
        for actor in [&oleg, &supervisor] {
            let refused = bench.desk.hold(actor, call.id).await.unwrap_err();
            assert!(matches!(refused, Refusal::NotAllowed(Denied::NotYourCall)));
        }
        let refused = bench.desk.hang_up(&oleg, call.id).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(Denied::NotYourCall)));
        let internal = test.internal(&[bench.channel]).await;
        let refused = bench.desk.hang_up(&internal, call.id).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(Denied::NoCalls)));
        let outsider = test.agent("ira", &[]).await;
        assert!(matches!(bench.desk.hang_up(&outsider, call.id).await, Err(Refusal::NotFound(_))));
        bench.desk.hang_up(&supervisor, call.id).await.unwrap();
    }

    async fn what_the_pbx_knows_better_is_taken_from_it(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let call = talking(test, &bench).await;
        bench.desk.hold(&bench.anna, call.id).await.unwrap();
        let refused = bench.desk.hold(&bench.anna, call.id).await.unwrap_err();
        assert!(matches!(refused, Refusal::Pbx(said) if said.why == PbxWhy::State));
        assert_eq!(stance(&bench).await, Some((Stance::Held, None)));
        bench.panel("faults", json!({"call_api_down": true})).await;
        assert!(matches!(bench.desk.unhold(&bench.anna, call.id).await, Err(Refusal::Pbx(_))));
        assert_eq!(stance(&bench).await, Some((Stance::Held, None)));
    }
}
