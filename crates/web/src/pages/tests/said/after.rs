//! What is done with what was said: lines are corrected and found, promises become reminders.

use super::*;

#[tokio::test]
async fn a_line_is_corrected_and_found_as_it_is_now() {
    let provider = provider().await;
    for test in desks(&provider).await {
        let web = TestWeb::over(&test);
        let (_, anna, path) = recorded(&web, &provider).await;
        anna.done(&format!("{path}/transcript"), &[]).await;
        test.desk.work_all().await.unwrap();
        let line = format!("{path}/transcript/lines/0");
        says(
            &anna.read(&format!("{path}?line=0")).await,
            &["id=\"line\"", &line, "Компания Нитка, добрый день!"],
        );
        assert!(
            !anna
                .read(&format!("{path}?line=1"))
                .await
                .contains("id=\"line\""),
            "a masked line is not for her"
        );
        assert_eq!(
            anna.send(&format!("{path}/transcript/lines/1"), &[("text", "х")])
                .await
                .status,
            403
        );
        let on = anna
            .done(
                &line,
                &[("text", "Ателье «Нитка», добрый день!"), ("edited", "")],
            )
            .await;
        assert!(on.ends_with("-line-0"), "{on}");
        let late = anna
            .refused(&line, &[("text", "Другое"), ("edited", "")])
            .await;
        says(
            &late,
            &[
                "Другое",
                "уже исправили в другом окне",
                "До исправлений",
                "anna",
                "Компания Нитка, добрый день!",
            ],
        );
        says(
            &anna.refused(&line, &[("text", " ")]).await,
            &["id=\"line\""],
        );
        says(&anna.read(&path).await, &["исправлено: anna"]);

        test.desk.follow_words().await.unwrap();
        let found = format!("{path}#{}-line-0", path.strip_prefix("/calls/").unwrap());
        says(
            &anna.read(&sought("ателье", "")).await,
            &[
                "Сказано в разговорах",
                &found,
                "<mark>Ателье</mark>",
                "0:00 · Агент",
            ],
        );
        says(
            &anna
                .read(&sought("ателье", "&kind=said&speaker=agent"))
                .await,
            &[&found],
        );
        says(
            &anna
                .read(&sought("ателье", "&kind=said&speaker=client"))
                .await,
            &["Так никто не говорил"],
        );
        assert!(!anna.read(&sought("компания", "")).await.contains("-line-0"));
        says(
            &anna.read(&sought("\"добрый день\"", "&kind=said")).await,
            &[&found],
        );
        says(
            &anna.read(&sought("\"день добрый\"", "&kind=said")).await,
            &["Так никто не говорил"],
        );
        says(
            &anna
                .read(&sought("ателье", "&kind=said&from=2026-04-01"))
                .await,
            &["Так никто не говорил"],
        );
        assert!(
            anna.open(&sought("ателье", "").replace("/search?", "/search/palette?"))
                .await
                .text()
                .contains("-line-0")
        );
        says(
            &anna
                .read(&sought("перезвонить", "").replace("/search?", "/calls?"))
                .await,
            &[path.as_str()],
        );
        assert!(
            !anna
                .read(&sought("возврат", "").replace("/search?", "/calls?"))
                .await
                .contains(path.as_str())
        );
        assert!(
            !anna
                .read(&sought("4276", "&kind=said"))
                .await
                .contains("-line-1")
        );
        let stranger = Browser::of(&web, &test.agent("stranger", &[]).await).await;
        assert!(
            !stranger
                .read(&sought("ателье", "&kind=said"))
                .await
                .contains("-line-0")
        );
        test.finish().await;
    }
}

#[tokio::test]
async fn a_promise_is_proposed_and_becomes_a_reminder_or_nothing() {
    let provider = provider().await;
    for test in desks(&provider).await {
        let web = TestWeb::over(&test);
        let (_, anna, path) = recorded(&web, &provider).await;
        anna.done(&format!("{path}/transcript"), &[]).await;
        test.desk.work_all().await.unwrap();
        let page = anna.read("/tickets/1").await;
        says(
            &page,
            &[
                "Обещали",
                "перезвоню вам завтра",
                "29.03.2026",
                "10:00",
                "Напомнить",
            ],
        );
        let promise = format!("/promises/{}", between(&page, "action=\"/promises/", "\""));
        let internal = Browser::of(&web, &test.internal(&[]).await).await;
        assert_eq!(
            internal.send(&promise, &[("do", "accept")]).await.status,
            403
        );
        assert_eq!(anna.done(&promise, &[("do", "accept")]).await, "/tickets/1");
        let page = anna.read("/tickets/1").await;
        says(&page, &["29.03.2026"]);
        assert!(!page.contains("/promises/"));
        assert_eq!(anna.send(&promise, &[("do", "dismiss")]).await.status, 404);
        test.clock.advance(86_400);
        test.desk.work_all().await.unwrap();
        test.finish().await;
    }
}
