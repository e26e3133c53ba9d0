//! The list of calls, one call, its sound, its move.

use axum::http::header;
use desk::on_both;

use super::*;

on_both! {
    async fn the_list_is_narrowed_by_its_address(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        rings(&web, channel, 2, "74950000099").await;
        let (_, anna) = anna(&web, channel).await;
        let lines = |page: &str| page.matches("data-item").count();
        let all = anna.read("/calls").await;
        says(&all, &["data-live=\"calls\"", "+7 495 000-00-99", "data-since", SHOWN, "+7 495 000-00-01", "0:45", "№ 1"]);
        assert_eq!(lines(&all), 2);
        for (address, count) in [
            ("number=8(916)2041837", 1), ("outcome=talked", 1), ("outcome=missed", 0), ("state=ringing", 1), ("direction=out", 0),
            ("from=2026-03-28&to=2026-03-28", 2), ("from=2026-03-29", 0), ("number=84950000001", 2),
        ] {
            let page = anna.read(&format!("/calls?{address}")).await;
            assert_eq!(lines(&page), count, "{address}");
        }
        says(&anna.read("/calls?outcome=missed").await, &["Таких звонков нет", "Все звонки"]);
        says(&anna.read("/calls?number=abc&from=x").await, &["value=\"abc\"", "Это не номер телефона", "value=\"x\"", "Это не дата"]);
    }

    async fn a_call_tells_its_life_and_why_it_is_where_it_is(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let id = call_id(&anna).await;
        let page = anna.read(&format!("/calls/call_{id}")).await;
        says(&page, &[
            &format!("data-live=\"call:call_{id} transcript:call_{id} tickets clients\""), "Запрос № 1", "Продолжительность звонка", "00:00:45", "Клиент позвонил", "16:29:18", "Сняли трубку: Анна Петрова", "0:45",
            "16:30:03", "Завершение", "заведён новый клиент", "Отдел доставки", "Клиент положил трубку", "Перенести в другой запрос",
        ]);
        assert!(!page.contains("/notifications"), "only administrators read the log");
        let admin = Browser::of(&web, &test.admin().await).await;
        says(&admin.read(&format!("/calls/call_{id}")).await, &[&format!("/channels/{channel}/notifications?session_id=1")]);
    }

    async fn a_call_moves_to_another_ticket_by_its_number(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        anna.done("/tickets", &[("subject", "Другой запрос")]).await;
        let path = format!("/calls/call_{}/ticket", call_id(&anna).await);
        for wrong in ["", "двенадцать", "777"] {
            says(&anna.refused(&path, &[("number", wrong)]).await, &[&format!("value=\"{wrong}\""), "Такого запроса нет"]);
        }
        assert_eq!(anna.done(&path, &[("number", "№ 2")]).await, "/tickets/2");
        says(&anna.read("/tickets/2").await, &["Начат входящий звонок", "Звонок перенесён: запрос № 1 → запрос № 2"]);
    }

    async fn conditions_are_chips_and_neighbours_keep_them(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        rings(&web, channel, 2, "74950000099").await;
        let (_, anna) = anna(&web, channel).await;
        test.desk.follow_words().await.unwrap();
        let lines = |page: &str| page.matches("data-item").count();
        for (address, count) in [
            ("number=18-37", 1), ("virtual_number=74950000001", 2), ("longer=0:40", 1), ("longer=1", 0), ("shorter=0:50&outcome=talked", 1), ("tag=vip", 0),
        ] {
            assert_eq!(lines(&anna.read(&format!("/calls?{address}")).await), count, "{address}");
        }
        let page = anna.read("/calls?number=18-37&direction=in").await;
        says(&page, &["входящие", "Номер: 18-37", "href=\"/calls\"", "?direction=in&#38;number=18-37"]);
        let id = call_id(&anna).await;
        says(&anna.read(&format!("/calls/call_{id}?direction=in")).await, &["href=\"/calls?direction=in\"", "rel=\"next\"", "?direction=in"]);
    }

    async fn a_sound_that_cannot_be_had_is_told_in_words(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, anna) = anna(&web, channel).await;
        let path = format!("/calls/call_{}/recordings", call_id(&anna).await);
        let none = anna.open(&format!("{path}/7")).await;
        assert_eq!(none.status, 404);
        says(none.text(), &["Такой записи разговора у звонка нет", "</html>"]);
        // No host is allowed in tests: nothing is asked for anywhere.
        let refused = anna.open(&format!("{path}/0?file")).await;
        assert_eq!(refused.status, 502);
        assert!(refused.header(header::CONTENT_TYPE).starts_with("text/html"));
        says(refused.text(), &["Провайдер не отвечает"]);
    }

    async fn everybody_finds_the_calls_that_rang_at_them(test: &TestDesk) {
        let web = TestWeb::over(test);
        let channel = called(&web).await;
        let (_, token) = test.token(channel).await;
        web.notify(&token, &missed(2, "79162041899")).await;
        let (_, anna) = anna(&web, channel).await;
        let mine = anna.read("/calls?rang=me").await;
        says(&mine, &["aria-current=\"page\">Звонили мне", SHOWN]);
        assert!(!mine.contains("204-18-99"));
        let oleg = Browser::of(&web, &test.agent("oleg", &[channel]).await).await;
        assert!(!oleg.read("/calls?rang=me").await.contains(SHOWN));
    }
}
