//! Macros: who makes and uses which, what they write and change.

use domain::macros::Macro;
use domain::{Actor, EntryKind, Priority, Status, Ticket};
use store::Slice;

use super::MacroForm;
use crate::testing::TestDesk;
use crate::tickets::NewTicket;
use crate::{Denied, Fault, Refusal, Thing, Why, on_both};

fn form(name: &str, text: &str) -> MacroForm {
    MacroForm {
        name: name.to_owned(),
        text: text.to_owned(),
        ..MacroForm::default()
    }
}

async fn ticket(test: &TestDesk, actor: &Actor) -> Ticket {
    let new = NewTicket {
        subject: "Заказ".to_owned(),
        tags: vec!["чек".to_owned()],
        ..NewTicket::default()
    };
    test.desk.create_ticket(actor, new).await.unwrap().ticket
}

async fn names(test: &TestDesk, actor: &Actor) -> Vec<String> {
    let all = test.desk.macros(actor).await.unwrap();
    all.into_iter().map(|one: Macro| one.name).collect()
}

on_both! {
    async fn ones_own_macros_are_ones_own_and_shared_ones_everybodys(test: &TestDesk) {
        let (boss, anna, oleg) = (test.supervisor().await, test.agent("anna", &[]).await, test.agent("oleg", &[]).await);
        let own = test.desk.create_macro(&anna, &form("Моё", "x")).await.unwrap();
        let shared = MacroForm { shared: true, ..form("Общее", "y") };
        let all = test.desk.create_macro(&boss, &shared).await.unwrap();
        assert_eq!(names(test, &anna).await, ["Моё", "Общее"]);
        assert_eq!(names(test, &oleg).await, ["Общее"]);
        let refused = test.desk.create_macro(&anna, &shared).await.unwrap_err();
        assert!(matches!(refused, Refusal::NotAllowed(Denied::SupervisorsOnly)));
        assert!(matches!(test.desk.delete_macro(&oleg, all.id).await, Err(Refusal::NotAllowed(_))));
        assert!(matches!(test.desk.delete_macro(&oleg, own.id).await, Err(Refusal::NotFound(Thing::Macro))));
        test.desk.delete_macro(&anna, own.id).await.unwrap();
        assert_eq!(names(test, &anna).await, ["Общее"]);
        test.desk.restore_macro(&anna, own.id).await.unwrap();
        assert_eq!(names(test, &anna).await, ["Моё", "Общее"]);
    }

    async fn two_people_never_overwrite_a_macro_unseen(test: &TestDesk) {
        let boss = test.supervisor().await;
        let one = test.desk.create_macro(&boss, &MacroForm { shared: true, ..form("Общее", "y") }).await.unwrap();
        let other = MacroForm { shared: true, ..form("Другое", "z") };
        test.desk.change_macro(&boss, one.id, &other, Some(one.version)).await.unwrap();
        let late = test.desk.change_macro(&boss, one.id, &other, Some(one.version)).await;
        assert!(matches!(late, Err(Refusal::Changed)));
    }

    async fn a_macro_with_a_wrong_field_is_refused_with_the_nearest_one(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let wrong = test.desk.create_macro(&anna, &form("", "{{client.nme}}")).await.unwrap_err();
        let Refusal::Invalid(faults) = wrong else { panic!("{wrong}") };
        assert_eq!(faults, [
            Fault::new("name", Why::Required),
            Fault::new("text", Why::UnknownField("client.nme".to_owned(), "client.name")),
        ]);
    }

    async fn a_macro_is_filled_in_for_its_ticket_and_changes_it_with_the_comment(test: &TestDesk) {
        let anna = test.agent("anna", &[]).await;
        let ticket = ticket(test, &anna).await;
        let wanted = MacroForm {
            status: Some("solved".to_owned()),
            priority: Some("high".to_owned()),
            assign_me: true,
            tags: vec!["отправлен".to_owned()],
            ..form("Отправили", "№ {{ticket.number}}, {{agent.name}}, {{call.time}}")
        };
        let one = test.desk.create_macro(&anna, &wanted).await.unwrap();
        let filled = test.desk.fill_macro(&anna, one.id, ticket.id).await.unwrap();
        assert_eq!(filled.text, "№ 1, anna, [call.time]");
        let written = test.desk.answer(&anna, ticket.id, &filled.text, &[one.id]).await.unwrap();
        assert_eq!(written.unwrap().text.as_deref(), Some("№ 1, anna, [call.time]"));
        let now = test.desk.ticket(&anna, ticket.id).await.unwrap().ticket;
        assert_eq!((now.status, now.priority, now.assignee_id), (Status::Solved, Priority::High, Some(anna.agent)));
        assert_eq!(now.tags, ["чек", "отправлен"]);
        let told = test.desk.timeline(&anna, ticket.id, Slice::first(50)).await.unwrap().items;
        assert!(told.iter().any(|entry| entry.kind == EntryKind::Change && entry.fields["field"] == "tags"));
        assert!(test.desk.answer(&anna, ticket.id, "", &[one.id]).await.unwrap().is_none());
    }
}
