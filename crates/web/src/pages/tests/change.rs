//! Properties of a ticket changed in place, by two people at once too.

use desk::on_both;

use super::*;

/// A form of the ticket: the property, what it was shown, and the version.
fn form<'a>(
    field: &'a str,
    value: &'a str,
    was: &'a str,
    version: &'a str,
) -> [(&'a str, &'a str); 4] {
    [(field, value), ("was", was), ("version", version)]
        .into_iter()
        .chain([("", "")])
        .collect::<Vec<_>>()
        .try_into()
        .unwrap()
}

on_both! {
    async fn each_property_is_changed_where_it_stands(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        for (field, value) in [("subject", "Не приехал заказ"), ("tags", "доставка, курьер"), ("priority", "urgent"), ("assignee_id", ""), ("status", "pending")] {
            assert_eq!(anna.done("/tickets/1?view=mine", &[(field, value)]).await, "/tickets/1?view=mine");
        }
        let page = anna.read("/tickets/1").await;
        says(&page, &["Не приехал заказ</h2>", "value=\"pending\" selected", "value=\"\" selected>никто", "value=\"urgent\" selected", "value=\"доставка\"", "value=\"курьер\"", "anna: 5 изменений", "Приоритет: Обычный → Срочный"]);
    }

    async fn what_was_typed_stays_with_what_is_wrong(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let long = "я".repeat(256);
        let page = anna.refused("/tickets/1", &[("subject", &long)]).await;
        says(&page, &["<details open>", &format!("value=\"{long}\""), "не больше 255"]);
        let page = anna.refused("/tickets/1", &[("assignee_id", "agt_00000000000000000000000000000000")]).await;
        says(&page, &["role=\"alert\"", "Такого нет"]);
    }

    async fn two_who_change_the_same_are_told_of_each_other(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let oleg = Browser::of(&web, &test.agent("oleg", &[channel]).await).await;
        let shown = oleg.read("/tickets/1").await;
        let version = between(&shown, "name=\"version\" value=\"", "\"").to_owned();
        anna.done("/tickets/1", &[("priority", "high")]).await;
        let answer = oleg.send("/tickets/1", &form("priority", "low", "normal", &version)).await;
        assert_eq!(answer.status, 409, "{answer:?}");
        says(answer.text(), &["data-live=\"\"", "Пока вы правили", "anna", "Приоритет: Обычный → Высокий", "value=\"low\" selected", "Отправить ещё раз"]);
        let version = between(answer.text(), "name=\"version\" value=\"", "\"").to_owned();
        oleg.done("/tickets/1", &form("priority", "low", "high", &version)).await;
        says(&anna.read("/tickets/1").await, &["value=\"low\" selected"]);
    }

    async fn two_who_change_different_things_do_not_meet(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let shown = anna.read("/tickets/1").await;
        let version = between(&shown, "name=\"version\" value=\"", "\"").to_owned();
        let was = between(&shown, "name=\"was\" value=\"", "\"").to_owned();
        anna.done("/tickets/1", &[("priority", "high")]).await;
        anna.done("/tickets/1", &form("subject", "Не приехал заказ", &was, &version)).await;
        says(&anna.read("/tickets/1").await, &["Не приехал заказ</h2>", "value=\"high\" selected"]);
    }
}
