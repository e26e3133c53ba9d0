//! What was said of a call goes to the provider's sandbox.

use domain::write_back::Stage;
use domain::{Call, OutcomeCode};
use serde_json::{Value, json};

use super::code;
use crate::calls::tests::pbx::{Caller, call, tell};
use crate::channels::ChannelChange;
use crate::on_both;
use crate::phone::tests::pbx::{Bench, to};
use crate::testing::TestDesk;
use crate::wrap_ups::OutcomeForm;

/// A call of Anna's through the sandbox that is over, in a channel that writes back.
async fn over(test: &TestDesk, bench: &Bench) -> (Call, OutcomeCode) {
    let sale = code(test, "Продажа").await;
    let on = ChannelChange {
        writes_back: Some(true),
        ..ChannelChange::default()
    };
    let admin = test.admin().await;
    test.desk
        .change_channel(&admin, bench.channel, &on)
        .await
        .unwrap();
    let (_, token) = test.token(bench.channel).await;
    let view = bench
        .desk
        .dial(&bench.anna, &to("79160000003"))
        .await
        .unwrap();
    let session = view.call.session_id;
    bench.until(session, "Разговор").await;
    bench.desk.hang_up(&bench.anna, view.call.id).await.unwrap();
    bench.until(session, "").await;
    let caller = Caller {
        direction: "out",
        number: Some("79160000003"),
        recordings: 0,
        ..Caller::new(session)
    };
    tell(test, &token, &caller.all()).await;
    (call(test, bench.channel, session).await, sale)
}

fn form(code: &OutcomeCode, tags: &[&str], note: Option<&str>) -> OutcomeForm {
    OutcomeForm {
        outcome: Some(code.id),
        tags: tags.iter().map(ToString::to_string).collect(),
        note: note.map(str::to_owned),
    }
}

async fn stage(bench: &Bench, call: &Call) -> (Stage, bool) {
    let view = bench.desk.call(&bench.anna, call.id).await.unwrap();
    let written = view.wrap_up.unwrap().written.unwrap();
    (written.stage, written.said.is_some())
}

async fn at_the_pbx(bench: &Bench, call: &Call) -> Value {
    bench.look(&format!("calls/{}", call.session_id)).await
}

on_both! {
    async fn outcome_tags_and_note_are_written_once(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let (call, sale) = over(test, &bench).await;
        let said = form(&sale, &["чек"], Some("Перезвонить"));
        bench.desk.give_outcome(&bench.anna, call.id, &said).await.unwrap();
        assert_eq!(stage(&bench, &call).await, (Stage::Waiting, false));
        bench.desk.work_all().await.unwrap();
        assert_eq!(stage(&bench, &call).await, (Stage::Done, false));
        let there = at_the_pbx(&bench, &call).await;
        assert_eq!(there["comments"], json!(["Перезвонить"]));
        assert_eq!(there["tags"].as_array().unwrap().len(), 2);
        // Done again, or said otherwise: nothing stands twice, what no longer holds is taken off.
        bench.desk.write_back(call.id).await.unwrap();
        let refusal = code(test, "Отказ").await;
        let other = form(&refusal, &[], Some("Перезвонить"));
        bench.desk.give_outcome(&bench.anna, call.id, &other).await.unwrap();
        bench.desk.work_all().await.unwrap();
        let there = at_the_pbx(&bench, &call).await;
        assert_eq!(there["comments"], json!(["Перезвонить"]));
        assert_eq!(there["tags"].as_array().unwrap().len(), 1);
    }

    async fn a_channel_that_does_not_want_it_writes_nothing(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let (call, sale) = over(test, &bench).await;
        let off = ChannelChange { writes_back: Some(false), ..ChannelChange::default() };
        test.desk.change_channel(&test.admin().await, bench.channel, &off).await.unwrap();
        let said = form(&sale, &["чек"], Some("Перезвонить"));
        bench.desk.give_outcome(&bench.anna, call.id, &said).await.unwrap();
        bench.desk.work_all().await.unwrap();
        let there = at_the_pbx(&bench, &call).await;
        assert_eq!((&there["comments"], &there["tags"]), (&json!([]), &json!([])));
        let view = bench.desk.call(&bench.anna, call.id).await.unwrap();
        assert_eq!(view.wrap_up.unwrap().written, None);
    }

    async fn a_refusal_is_told_and_after_it_is_mended_all_is_written(test: &TestDesk) {
        let bench = Bench::over(test).await;
        let (call, sale) = over(test, &bench).await;
        bench.panel("faults", json!({"data_api_down": true})).await;
        let said = form(&sale, &[], Some("Перезвонить"));
        bench.desk.give_outcome(&bench.anna, call.id, &said).await.unwrap();
        bench.desk.work_all().await.unwrap();
        assert_eq!(stage(&bench, &call).await, (Stage::Waiting, true), "it is tried again by itself");
        let mut conn = test.store.read().await.unwrap();
        assert_eq!(store::write_backs::in_trouble(&mut conn, bench.channel, 9).await.unwrap().len(), 1);
        drop(conn);
        bench.panel("faults", json!({"data_api_down": false})).await;
        test.clock.advance(2 * 3600);
        bench.desk.work_all().await.unwrap();
        assert_eq!(stage(&bench, &call).await, (Stage::Done, false));
        assert_eq!(at_the_pbx(&bench, &call).await["comments"], json!(["Перезвонить"]));
    }
}
