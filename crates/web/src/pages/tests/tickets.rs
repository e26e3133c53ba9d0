//! The list of tickets and a ticket with its timeline.

use desk::on_both;

use super::*;

on_both! {
    async fn a_call_stands_in_its_ticket_as_the_article_has_it(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        says(&anna.read("/tickets").await, &["data-live=\"tickets calls\"", "Сегодня", SHOWN, "Входящий звонок", "Выберите запрос"]);
        recordings::becomes(test, recordings::kept(test)).await;
        let page = anna.read("/tickets/1").await;
        says(&page, &[
            "№ 1 Входящий звонок", "Отдел доставки", "Начат входящий звонок", SHOWN,
            "Тип", "входящий звонок", "Статус", "Успех", "ID", "391001", "Время начала", "16:29:07", "Время завершения", "16:30:03",
            "Оператор", "Анна Петрова", "Продолжительность звонка", "00:00:45", "Запись разговора", "Скачать",
            "preload=\"none\"", "Почему так", "Агент найден по ID оператора 391001", "Перенести в другой запрос", "Карточка клиента", SHOWN,
        ]);
        assert!(page.contains("/recordings/0?file") && !page.contains("uiscom"), "{page}");
    }

    async fn the_views_show_what_they_say(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        rings(&web, channel, 2, "74950000099").await;
        let (_, anna) = anna(&web, channel).await;
        let rows = |page: &str| page.matches("class=\"row\"").count();
        assert_eq!(rows(&anna.read("/tickets").await), 2);
        let mine = anna.read("/tickets?view=mine").await;
        assert_eq!(rows(&mine), 1);
        says(&mine, &["aria-current=\"page\">Мои", "/tickets/1?view=mine"]);
        let free = anna.read("/tickets?view=free").await;
        says(&free, &["data-state=\"wait\"", "+7 495 000-00-99", "data-since", "Звонит"]);
        assert_eq!(rows(&anna.read("/tickets?view=solved").await), 0);
        anna.done("/tickets/1", &[("status", "solved")]).await;
        says(&anna.read("/tickets?view=solved").await, &["Решён", SHOWN]);
    }

    async fn a_search_finds_by_number_word_and_client(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        test.desk.follow_words().await.unwrap();
        for found in ["8 (916) 204-18-37", "№ 1", "входящий", "2041837"] {
            let query = url::form_urlencoded::byte_serialize(found.as_bytes()).collect::<String>();
            let page = anna.read(&format!("/tickets?q={query}")).await;
            says(&page, &["Найдено", "href=\"/tickets/1?q="]);
        }
        says(&anna.read("/tickets?q=%D0%BA%D0%BE%D1%82").await, &["value=\"кот\"", "Ничего не нашлось"]);
    }

    async fn a_comment_is_kept_formatted_and_harmless(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let to = anna.done("/tickets/1/comments?view=mine", &[("text", "Обещала **сегодня** <img src=x onerror=y>")]).await;
        assert_eq!(to, "/tickets/1?view=mine");
        says(&anna.read(&to).await, &["<b>anna</b>", "Внутренний комментарий", "<strong>сегодня</strong> &lt;img src=x"]);
        let refused = anna.refused("/tickets/1/comments", &[("text", " \n ")]).await;
        says(&refused, &["aria-invalid=\"true\"", "text-mistake", "Заполните это поле"]);
    }

    async fn a_ticket_is_made_by_hand(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (actor, anna) = anna(&web, channel).await;
        let id = channel.to_string();
        says(&anna.read("/tickets/new").await, &["Новый запрос", "Тема", "Отдел доставки", "никто", "anna"]);
        let wrong = [("subject", " "), ("client", "+7 495 000-00-98"), ("channel_id", &id), ("tags", "чек"), ("text", "позвонить")];
        let page = anna.refused("/tickets", &wrong).await;
        says(&page, &["value=\"+7 495 000-00-98\"", "Такого клиента нет", &format!("{id}\" selected"), "value=\"чек\"", "позвонить"]);
        let me = actor.agent.to_string();
        let good = [("subject", "Вернуть чек"), ("client", "8 916 204 18 37"), ("channel_id", &id), ("assignee_id", &me), ("priority", "high"), ("tags", "чек, возврат"), ("text", "Просит на почту")];
        let to = anna.done("/tickets", &good).await;
        says(&anna.read(&to).await, &["Вернуть чек", "Отдел доставки", "value=\"high\" selected", "value=\"чек\"", "value=\"возврат\"", "Запрос создан", "Просит на почту", SHOWN, "Другие запросы", "href=\"/tickets/1\""]);
    }

    async fn an_empty_desk_teaches_the_next_step(test: &TestDesk) {
        let web = TestWeb::over(test);
        let admin = Browser::of(&web, &test.admin().await).await;
        says(&admin.read("/tickets").await, &["Запросов пока нет", "href=\"/channels\""]);
        says(&admin.read("/calls").await, &["Звонков пока нет", "href=\"/channels\""]);
        says(&admin.read("/clients").await, &["Клиентов пока нет"]);
        says(&admin.read("/").await, &["Первые шаги", "href=\"/channels/new\""]);
    }

    async fn what_waits_in_the_rail_is_told_apart_from_the_page(test: &TestDesk) {
        let web = TestWeb::over(test);
        let actor = test.admin().await;
        let admin = Browser::of(&web, &actor).await;
        says(admin.open("/around").await.text(), &["id=\"bell\"", "id=\"waits-inbox\" class=\"waits\"></span>", "id=\"waits-phone-missed\""]);
        let mine = actor.agent.to_string();
        admin.done("/tickets", &[("subject", "Мой"), ("assignee_id", mine.as_str())]).await;
        says(admin.open("/around").await.text(), &["id=\"waits-inbox\" class=\"waits\"><span class=\"count\">1</span>"]);
    }
}
