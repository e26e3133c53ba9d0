//! Who is asked what came of a call, and what becomes of the answer.

use domain::{Actor, Call, ChannelId, EntryKind};
use store::Slice;
use store::calls::CallFilter;

use super::{code, labels};
use crate::calls::tests::pbx::{Caller, call, tell, timeline};
use crate::refusal::Clash;
use crate::testing::TestDesk;
use crate::wrap_ups::OutcomeForm;
use crate::{Denied, Refusal, on_both};

/// A channel, its token, and Anna, who is operator 391001.
async fn begin(test: &TestDesk) -> (ChannelId, String, Actor) {
    let channel = test.channel().await;
    let (_, token) = test.token(channel).await;
    let anna = test.agent("anna", &[channel]).await;
    test.telephone(anna.agent, "391001", None).await;
    (channel, token, anna)
}

/// A call of Anna's that is over.
async fn over(test: &TestDesk, channel: ChannelId, token: &str, session: i64) -> Call {
    tell(test, token, &Caller::new(session).all()).await;
    call(test, channel, session).await
}

async fn asked(test: &TestDesk, actor: &Actor) -> Option<i64> {
    let asked = test.desk.asked_outcome(actor).await.unwrap();
    asked.map(|asked| asked.view.call.session_id)
}

async fn notes(test: &TestDesk, actor: &Actor, call: &Call) -> Vec<String> {
    let all = timeline(test, actor, call).await.into_iter();
    let comments = all.filter(|entry| entry.kind == EntryKind::Comment);
    comments.filter_map(|entry| entry.text).collect()
}

on_both! {
    async fn nobody_is_asked_while_there_is_nothing_to_choose_from(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        over(test, channel, &token, 1).await;
        code(test, "Продажа").await;
        assert_eq!(asked(test, &anna).await, None, "the call was over before there was a list");
        tell(test, &token, &Caller::new(2).all()[..2]).await;
        assert_eq!(asked(test, &anna).await, None, "it goes on");
        tell(test, &token, &[Caller::new(2).finish()]).await;
        assert_eq!(asked(test, &anna).await, Some(2));
        let oleg = test.agent("oleg", &[channel]).await;
        assert_eq!(asked(test, &oleg).await, None);
    }

    async fn what_is_given_stands_on_the_call_and_in_its_ticket(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let sale = code(test, "Продажа").await;
        let call = over(test, channel, &token, 1).await;
        let form = OutcomeForm {
            outcome: Some(sale.id),
            tags: vec!["чек".to_owned(), " чек ".to_owned()],
            note: Some("Перезвонить в пятницу".to_owned()),
        };
        let view = test.desk.give_outcome(&anna, call.id, &form).await.unwrap();
        let said = view.wrap_up.unwrap();
        assert_eq!(said.outcome.unwrap().name, "Продажа");
        assert_eq!(said.by.unwrap().id, anna.agent);
        assert_eq!(said.wrap_up.given().unwrap().tags, ["чек"]);
        assert_eq!(labels(test, &call).await, ["чек"]);
        assert_eq!(notes(test, &anna, &call).await, ["Перезвонить в пятницу"]);
        assert_eq!(asked(test, &anna).await, None);
        // The same once more writes nothing, another outcome replaces the first.
        test.desk.give_outcome(&anna, call.id, &form).await.unwrap();
        assert_eq!(notes(test, &anna, &call).await.len(), 1);
        let refusal = code(test, "Отказ").await;
        let other = OutcomeForm { outcome: Some(refusal.id), tags: vec!["жалоба".to_owned()], ..form };
        test.desk.give_outcome(&anna, call.id, &other).await.unwrap();
        assert_eq!(labels(test, &call).await, ["жалоба"]);
        assert_eq!(notes(test, &anna, &call).await.len(), 1);
        let found = async |id| {
            let filter = CallFilter { outcome_code: Some(id), ..CallFilter::default() };
            test.desk.calls(&anna, &filter, Slice::first(9)).await.unwrap().items.len()
        };
        assert_eq!((found(sale.id).await, found(refusal.id).await), (0, 1));
    }

    async fn labels_that_others_set_meanwhile_stay(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let sale = code(test, "Продажа").await;
        let call = over(test, channel, &token, 1).await;
        let set = async |tags: &[&str]| {
            let change = crate::tickets::TicketChange { tags: Some(tags.iter().map(ToString::to_string).collect()), ..Default::default() };
            test.desk.change_ticket(&anna, call.ticket_id.unwrap(), change, None).await.unwrap();
        };
        set(&["важно"]).await;
        let form = OutcomeForm { outcome: Some(sale.id), tags: vec!["чек".to_owned()], note: None };
        test.desk.give_outcome(&anna, call.id, &form).await.unwrap();
        assert_eq!(labels(test, &call).await, ["важно", "чек"]);
        let none = OutcomeForm { outcome: Some(sale.id), ..OutcomeForm::default() };
        test.desk.give_outcome(&anna, call.id, &none).await.unwrap();
        assert_eq!(labels(test, &call).await, ["важно"]);
    }

    async fn it_can_be_left_unsaid_and_be_said_later(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let sale = code(test, "Продажа").await;
        let first = over(test, channel, &token, 1).await;
        let second = over(test, channel, &token, 2).await;
        let asks = test.desk.asked_outcome(&anna).await.unwrap().unwrap();
        assert_eq!((asks.view.call.session_id, asks.more, asks.codes.len()), (1, 1, 1), "the one that waits longest");
        test.desk.skip_outcome(&anna, first.id).await.unwrap();
        assert_eq!(asked(test, &anna).await, Some(2));
        test.desk.skip_outcome(&anna, second.id).await.unwrap();
        assert_eq!(asked(test, &anna).await, None);
        // Heard again it is not asked again.
        tell(test, &token, &[Caller::new(1).finish()]).await;
        assert_eq!(asked(test, &anna).await, None);
        let form = OutcomeForm { outcome: Some(sale.id), ..OutcomeForm::default() };
        let supervisor = test.supervisor().await;
        let view = test.desk.give_outcome(&supervisor, first.id, &form).await.unwrap();
        assert_eq!(view.wrap_up.unwrap().by.unwrap().id, supervisor.agent);
    }

    async fn nobody_is_asked_of_the_calls_of_another_day(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let sale = code(test, "Продажа").await;
        let old = over(test, channel, &token, 1).await;
        test.clock.advance(12 * 3600);
        assert_eq!(asked(test, &anna).await, Some(1));
        test.clock.advance(1);
        assert_eq!(asked(test, &anna).await, None);
        let form = OutcomeForm { outcome: Some(sale.id), ..OutcomeForm::default() };
        let view = test.desk.give_outcome(&anna, old.id, &form).await.unwrap();
        assert_eq!(view.wrap_up.unwrap().by.unwrap().id, anna.agent, "it can still be said");
    }

    async fn what_says_nothing_or_something_unknown_is_refused(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let sale = code(test, "Продажа").await;
        let call = over(test, channel, &token, 1).await;
        let empty = OutcomeForm { note: Some(" ".to_owned()), ..OutcomeForm::default() };
        let refused = test.desk.give_outcome(&anna, call.id, &empty).await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(faults) if faults[0].field == "outcome_id"));
        let off = crate::outcomes::OutcomeCodeForm { active: Some(false), ..Default::default() };
        test.desk.change_outcome_code(&test.admin().await, sale.id, off).await.unwrap();
        let form = OutcomeForm { outcome: Some(sale.id), ..OutcomeForm::default() };
        let refused = test.desk.give_outcome(&anna, call.id, &form).await.unwrap_err();
        assert!(matches!(refused, Refusal::Invalid(faults) if faults[0].field == "outcome_id"));
        assert_eq!(asked(test, &anna).await, None, "there is nothing to choose from any more");
    }

    async fn only_whose_call_it_was_and_supervisors_say_what_came_of_it(test: &TestDesk) {
        let (channel, token, anna) = begin(test).await;
        let sale = code(test, "Продажа").await;
        let form = OutcomeForm { outcome: Some(sale.id), ..OutcomeForm::default() };
        tell(test, &token, &Caller::new(1).all()[..2]).await;
        let live = call(test, channel, 1).await;
        let refused = test.desk.give_outcome(&anna, live.id, &form).await.unwrap_err();
        assert!(matches!(refused, Refusal::Conflict(Clash::CallGoesOn)));
        tell(test, &token, &[Caller::new(1).finish()]).await;
        let oleg = test.agent("oleg", &[channel]).await;
        let refused = test.desk.give_outcome(&oleg, live.id, &form).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(Denied::NotYourOutcome)));
        let refused = test.desk.skip_outcome(&oleg, live.id).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(Denied::NotYourOutcome)));
        let internal = test.internal(&[channel]).await;
        let refused = test.desk.give_outcome(&internal, live.id, &form).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(Denied::NoCalls)));
        let stranger = test.agent("ira", &[]).await;
        assert!(matches!(test.desk.give_outcome(&stranger, live.id, &form).await, Err(Refusal::NotFound(_))));
    }
}
