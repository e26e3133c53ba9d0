//! What came of a call: the list that administrators keep, the strip below the call bar, the call's page and card.

use desk::on_both;
use serde_json::json;

use super::*;
use crate::testing::Phone;

/// Adds an outcome; gives its id.
async fn outcome(admin: &Browser<'_>, name: &str) -> String {
    assert_eq!(
        admin.done("/settings/outcomes", &[("name", name)]).await,
        "/settings/outcomes"
    );
    let page = admin.read("/settings/outcomes").await;
    let line = page.rsplit("action=\"/settings/outcomes/out_").next();
    format!("out_{}", line.unwrap().split('"').next().unwrap())
}

on_both! {
    async fn administrators_keep_the_list(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        says(&admin.read("/settings/outcomes").await, &["Итоги звонков", "Список пуст", "Добавьте первый"]);
        let sale = outcome(&admin, "Продажа").await;
        let again = admin.refused("/settings/outcomes", &[("name", "продажа")]).await;
        says(&again, &["aria-invalid=\"true\"", "name-mistake"]);
        let path = format!("/settings/outcomes/{sale}");
        let refused = admin.refused(&path, &[("name", "Заказ"), ("place", "первым"), ("active", "on")]).await;
        says(&refused, &["<details open>", "value=\"Заказ\"", "value=\"первым\"", "aria-invalid=\"true\""]);
        admin.done(&path, &[("name", "Заказ"), ("place", "1")]).await;
        says(&admin.read("/settings/outcomes").await, &["Заказ", "не предлагается"]);
        let supervisor = Browser::of(&web, &test.supervisor().await).await;
        assert_eq!(supervisor.open("/settings/outcomes").await.status, 403);
        assert_eq!(supervisor.send(&path, &[("name", "Нет")]).await.status, 403);
    }

    async fn the_strip_stands_on_every_page_until_it_is_answered(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let sale = outcome(&admin, "Продажа").await;
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        for path in ["/tickets", "/clients", "/around?here=/clients"] {
            says(anna.open(path).await.text(), &["id=\"wrap-up\"", "+7 916 204-18-37", "звонок завершён", "№ 1", "Выберите итог", "Продажа", "Сохранить", "Пропустить"]);
        }
        assert!(admin.read("/clients").await.contains("id=\"wrap-up\" class=\"wrap-up\" hidden"), "it is Anna's");
        let call = format!("/calls/call_{}", call_id(&anna).await);
        says(&anna.read(&call).await, &["Итог ещё не указан", "Указать итог"]);
        let to = format!("{call}/outcome");
        let nothing = anna.send(&to, &[("do", "give"), ("next", "/clients"), ("note", " ")]).await;
        says(&anna.read_after(&nothing, "/clients").await, &["id=\"wrap-up\"", "Продажа", "data-refused"]);
        let answer = [("do", "give"), ("outcome_id", sale.as_str()), ("tags", "чек, доставка"), ("note", "Перезвонить"), ("next", "/clients")];
        let given = anna.send(&to, &answer).await;
        says(&anna.read_after(&given, "/clients").await, &["id=\"wrap-up\" class=\"wrap-up\" hidden", "Итог звонка сохранён."]);
        let ticket = anna.read("/tickets/1").await;
        says(&ticket, &["чек", "Продажа", "Кто указал", "anna"]);
        says(&ticket, &["Перезвонить"]);
        says(&anna.read(&call).await, &["Продажа", "чек", "доставка", "anna", "Изменить итог"]);
        says(&anna.read(&format!("/calls?outcome_id={sale}")).await, &["Итог: Продажа", SHOWN, "Итог: Продажа"]);
        let other = outcome(&admin, "Отказ").await;
        assert!(!anna.read(&format!("/calls?outcome_id={other}")).await.contains(SHOWN));
    }

    async fn it_can_be_left_unsaid_one_by_one_or_all_at_once(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        outcome(&admin, "Продажа").await;
        let channel = called(&web).await;
        let (_, token) = test.token(channel).await;
        for session in 2..4 {
            web.notify(&token, &finished(session, "79162041838", &[])).await;
        }
        let (_, anna) = anna(&web, channel).await;
        let page = anna.read("/clients").await;
        says(&page, &["звонок завершён, ещё 2", "Пропустить все"]);
        let to = between(&page, "action=\"/calls/", "\"").to_owned();
        anna.done(&format!("/calls/{to}"), &[("do", "skip"), ("next", "/clients")]).await;
        let page = anna.read("/clients").await;
        says(&page, &["звонок завершён, ещё 1"]);
        let to = between(&page, "action=\"/calls/", "\"").to_owned();
        anna.done(&format!("/calls/{to}"), &[("do", "skip_all"), ("next", "/clients")]).await;
        assert!(anna.read("/clients").await.contains("id=\"wrap-up\" class=\"wrap-up\" hidden"));
    }

    async fn nobody_says_it_of_anothers_call(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        let sale = outcome(&admin, "Продажа").await;
        let channel = called(&web).await;
        let oleg = Browser::of(&web, &test.agent("oleg", &[channel]).await).await;
        let call = format!("/calls/call_{}", call_id(&oleg).await);
        assert!(!oleg.read(&call).await.contains("Указать итог"));
        let answer = oleg.send(&format!("{call}/outcome"), &[("do", "give"), ("outcome_id", sale.as_str())]).await;
        assert_eq!(answer.status, 403);
        says(answer.text(), &["Итог указывает тот, кто говорил"]);
    }

    async fn what_the_telephony_does_not_take_is_told_on_the_call_and_the_channel(test: &TestDesk) {
        let phone = Phone::of(test).await;
        let admin = Browser::of(&phone.web, &test.admin().await).await;
        let sale = outcome(&admin, "Продажа").await;
        let channel = format!("/channels/{}", phone.channel);
        says(&admin.read(&channel).await, &["Записывать итоги звонков в телефонию"]);
        admin.done(&channel, &[("callback_minutes", ""), ("writes_back", "on")]).await;
        let (_, token) = phone.web.test.token(phone.channel).await;
        phone.web.notify(&token, &finished(7, NUMBER, &[])).await;
        let anna = Browser::of(&phone.web, &phone.anna).await;
        let call = format!("/calls/call_{}", call_id(&anna).await);
        let refusal = json!({"jsonrpc": "2.0", "id": 1, "error": {"code": -32008, "message": "no", "data": {"mnemonic": "method_component_disabled"}}});
        phone.gives("get.tags", wiremock::ResponseTemplate::new(200).set_body_json(refusal)).await;
        anna.done(&format!("{call}/outcome"), &[("do", "give"), ("outcome_id", &sale), ("next", "/clients")]).await;
        phone.work().await;
        says(&anna.read(&call).await, &["Запись в телефонию", "data-state=\"failed\"", "Не записано", "Записать ещё раз"]);
        says(&admin.read(&channel).await, &["Итог 1 звонка не записан в телефонию.", "href=\"/calls/call_"]);
        assert_eq!(phone.asked("get.tags").await.len(), 1);
        anna.done(&format!("{call}/write_back"), &[("next", "/clients")]).await;
        phone.work().await;
        assert_eq!(phone.asked("get.tags").await.len(), 2);
    }
}
