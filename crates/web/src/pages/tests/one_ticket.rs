//! What is done with one ticket: labels, reminders, comments, drafts, macros, merging, who else is there.

use axum::http::header;
use desk::on_both;

use super::*;

/// What the page after a form tells, as a browser carries it there.
async fn told(web: &TestWeb<'_>, actor: &Actor, path: &str, fields: &[(&str, &str)]) -> String {
    let browser = Browser::of(web, actor).await;
    let answer = browser.send(path, fields).await;
    assert_eq!(answer.status, 303, "{answer:?}");
    let flash = answer
        .header(header::SET_COOKIE)
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    browser
        .with(&flash)
        .read(answer.header(header::LOCATION))
        .await
}

on_both! {
    async fn labels_are_put_on_and_taken_off_one_by_one(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        anna.done("/tickets/1/labels", &[("label", "доставка, чек")]).await;
        anna.done("/tickets/1/labels?view=mine", &[("drop", "доставка")]).await;
        let page = anna.read("/tickets/1").await;
        says(&page, &["name=\"drop\" value=\"чек\"", "Снять метку «чек»"]);
        assert!(!page.contains("value=\"доставка\"><svg"));
        let long = "я".repeat(60);
        says(&anna.refused("/tickets/1/labels", &[("label", &long)]).await, &["<details open>", &long, "не больше 50"]);
    }

    async fn a_reminder_is_set_in_the_readers_time_and_taken_off(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        says(&anna.read("/tickets/1").await, &["Напомнить", "value=\"2026-03-28T14:29:07Z\"", "Через час"]);
        anna.done("/tickets/1", &[("remind", "at"), ("remind_at", "2026-03-29T10:00")]).await;
        says(&anna.read("/tickets/1").await, &["29.03.2026", "10:00", "value=\"2026-03-29T10:00\"", "Не напоминать"]);
        says(&anna.refused("/tickets/1", &[("remind", "at"), ("remind_at", "2026-03-01T10:00")]).await, &["2026-03-01T10:00", "уже прошло"]);
        says(&anna.refused("/tickets/1", &[("remind", "at"), ("remind_at", "")]).await, &["Укажите день и время"]);
        anna.done("/tickets/1", &[("remind", "never")]).await;
        says(&anna.read("/tickets/1").await, &["Напомнить"]);
        test.clock.advance(2 * 86_400);
        test.desk.work_all().await.unwrap();
    }

    async fn ones_own_comment_is_changed_and_its_deletion_taken_back(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (actor, anna) = anna(&web, channel).await;
        anna.done("/tickets/1/comments", &[("text", "Опечатка, @admin")]).await;
        test.admin().await;
        let page = anna.read("/tickets/1").await;
        let id = between(&page, "/tickets/1/comments/", "\"").to_owned();
        let path = format!("/tickets/1/comments/{id}");
        anna.done(&path, &[("text", "Исправлено, @admin и @anna"), ("edited", "")]).await;
        says(&anna.read("/tickets/1").await, &["изменён", "Исправлено", "mention\">@admin", "mention\" data-me>@anna"]);
        let late = anna.send(&path, &[("text", "Из другого окна"), ("edited", "")]).await;
        assert_eq!(late.status, 409);
        says(late.text(), &["Из другого окна", "изменили в другом окне"]);
        let oleg = Browser::of(&web, &test.agent("oleg", &[channel]).await).await;
        assert!(!oleg.read("/tickets/1").await.contains(&path));
        assert_eq!(oleg.send(&path, &[("text", "Чужое")]).await.status, 403);
        let page = told(&web, &actor, &format!("{path}/deletion"), &[]).await;
        says(&page, &["Комментарий удалён", &format!("action=\"{path}/restoration\""), "Отменить"]);
        assert!(!page.contains("Исправлено"));
        let page = told(&web, &actor, &format!("{path}/restoration"), &[]).await;
        says(&page, &["Исправлено"]);
        assert!(!anna.read("/tickets/1").await.contains("data-toast"));
    }

    async fn what_is_being_written_waits_until_it_is_sent(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        assert_eq!(anna.send("/tickets/1/draft", &[("text", "Обещала пере")]).await.status, 204);
        says(&anna.read("/tickets/1").await, &["Обещала пере</textarea>", "Черновик"]);
        anna.done("/tickets/1/comments", &[("text", "Обещала перезвонить")]).await;
        assert!(!anna.read("/tickets/1").await.contains("Обещала пере</textarea>"));
    }

    async fn a_macro_is_written_in_and_done_with_the_comment(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let wrong = anna.refused("/settings/macros", &[("name", "Перезвоним"), ("text", "{{client.nam}}")]).await;
        says(&wrong, &["{{client.nam}}", "Поля «client.nam» нет. Возможно, вы имели в виду «client.name»."]);
        let fields = [("name", "Перезвоним"), ("text", "№ {{ticket.number}}: перезвоним"), ("status", "pending"), ("tags", "ждёт")];
        anna.done("/settings/macros", &fields).await;
        says(&anna.read("/settings/macros").await, &["Перезвоним", "Статус: Ждём клиента · Метки: ждёт"]);
        let page = anna.read("/tickets/1").await;
        let id = between(&page, "data-macro=\"", "\"").to_owned();
        says(&anna.read(&format!("/tickets/1?macro={id}")).await, &["№ 1: перезвоним</textarea>", &format!("name=\"macro\" value=\"{id}\""), "Ждём клиента"]);
        let ready = anna.open(&format!("/tickets/1/macros/{id}")).await.json();
        assert_eq!((ready["text"].as_str(), ready["acts"].as_str()), (Some("№ 1: перезвоним"), Some("Статус: Ждём клиента · Метки: ждёт")));
        anna.done("/tickets/1/comments", &[("text", "№ 1: перезвоним"), ("macro", &id)]).await;
        says(&anna.read("/tickets/1").await, &["value=\"pending\" selected", "value=\"ждёт\""]);
        let preview = anna.send("/settings/macros/preview", &[("text", "{{client.name}}!")]).await.json();
        assert_eq!(preview["text"], "Ирина Соколова!");
        let oleg = Browser::of(&web, &test.agent("oleg", &[channel]).await).await;
        assert_eq!(oleg.open(&format!("/settings/macros/{id}")).await.status, 404);
    }

    async fn merged_tickets_lead_to_each_other_and_part_again(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (actor, anna) = anna(&web, channel).await;
        anna.done("/tickets", &[("subject", "Второй"), ("channel_id", &channel.to_string()), ("text", "О втором")]).await;
        says(&anna.refused("/tickets/2/merge", &[("into", "77")]).await, &["value=\"77\"", "Такого запроса нет"]);
        says(&anna.refused("/tickets/2/merge", &[("into", "2")]).await, &["с самой собой"]);
        let page = told(&web, &actor, "/tickets/2/merge", &[("into", "№ 1")]).await;
        says(&page, &["Сюда входит запрос № 2", "О втором", "Запрос № 2 объединён с № 1", "action=\"/tickets/2/unmerge\""]);
        let gone = anna.open("/tickets/2").await;
        assert_eq!((gone.status, gone.header(header::LOCATION)), (303, "/tickets/1"));
        let page = told(&web, &actor, "/tickets/2/unmerge", &[]).await;
        says(&page, &["Второй</h2>", "О втором", "Запрос № 2 снова отдельно"]);
        let twice = anna.send("/tickets/2/unmerge", &[]).await;
        assert_eq!(twice.status, 303, "refused in words on the ticket's own page");
    }

    async fn colleagues_at_the_same_ticket_see_each_other(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let oleg = Browser::of(&web, &test.agent("oleg", &[channel]).await).await;
        let mut news = test.store.changes();
        let heard = async |news: &mut tokio::sync::broadcast::Receiver<store::Change>| {
            while !matches!(news.recv().await.unwrap().topic, store::Topic::Looking(_)) {}
        };
        assert_eq!(anna.send("/tickets/1/looking", &[("doing", "typing")]).await.json()["others"], 0);
        heard(&mut news).await;
        says(&oleg.read("/tickets/1").await, &["looking:tkt_", "anna пишет…"]);
        assert!(!anna.read("/tickets/1").await.contains("пишет…"));
        assert_eq!(oleg.send("/tickets/1/looking", &[("doing", "looking")]).await.json()["others"], 1);
        anna.send("/tickets/1/looking", &[("doing", "leaving")]).await;
        heard(&mut news).await;
        heard(&mut news).await;
        assert!(!oleg.read("/tickets/1").await.contains("пишет…"));
    }

    async fn a_client_is_offered_for_a_new_ticket_by_number_or_name(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let found = anna.open("/tickets/clients?q=8+916+204-18-37").await.json();
        assert_eq!(found["clients"][0]["value"], SHOWN);
        anna.done("/tickets", &[("subject", "Руками"), ("client", SHOWN)]).await;
        says(&anna.read("/tickets/2").await, &["Руками</h2>", SHOWN]);
    }
}
