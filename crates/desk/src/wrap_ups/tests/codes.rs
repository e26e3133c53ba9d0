//! The list of outcomes.

use super::code;
use crate::outcomes::OutcomeCodeForm;
use crate::{Denied, Refusal, on_both};

fn named(name: &str) -> OutcomeCodeForm {
    OutcomeCodeForm {
        name: Some(name.to_owned()),
        ..OutcomeCodeForm::default()
    }
}

on_both! {
    async fn an_administrator_keeps_the_list_in_order(test: &TestDesk) {
        let admin = test.admin().await;
        let (sale, refusal) = (code(test, "Продажа").await, code(test, "  Отказ ").await);
        assert_eq!((refusal.name.as_str(), refusal.active), ("Отказ", true));
        let first = OutcomeCodeForm { place: Some(0), active: Some(false), ..OutcomeCodeForm::default() };
        test.desk.change_outcome_code(&admin, refusal.id, first).await.unwrap();
        let all = test.desk.outcome_codes(&admin).await.unwrap();
        let names: Vec<(&str, bool)> = all.iter().map(|code| (code.name.as_str(), code.active)).collect();
        assert_eq!(names, [("Отказ", false), ("Продажа", true)]);
        test.desk.change_outcome_code(&admin, sale.id, named("Заказ")).await.unwrap();
        assert_eq!(test.desk.outcome_codes(&admin).await.unwrap()[1].name, "Заказ");
    }

    async fn two_of_one_name_and_names_of_nothing_are_refused(test: &TestDesk) {
        let admin = test.admin().await;
        code(test, "Продажа").await;
        for wrong in ["продажа", " ", &"я".repeat(61)] {
            let refused = test.desk.create_outcome_code(&admin, named(wrong)).await.unwrap_err();
            assert!(matches!(refused, Refusal::Invalid(faults) if faults[0].field == "name"), "{wrong}");
        }
    }

    async fn others_read_the_list_and_change_nothing(test: &TestDesk) {
        let sale = code(test, "Продажа").await;
        for actor in [test.supervisor().await, test.agent("anna", &[]).await] {
            assert_eq!(test.desk.outcome_codes(&actor).await.unwrap().len(), 1);
            let refused = test.desk.create_outcome_code(&actor, named("Ещё")).await.unwrap_err();
            assert!(matches!(refused, Refusal::NotAllowed(Denied::AdminsOnly)));
            let refused = test.desk.change_outcome_code(&actor, sale.id, named("Ещё")).await.unwrap_err();
            assert!(matches!(refused, Refusal::NotAllowed(Denied::AdminsOnly)));
        }
    }
}
